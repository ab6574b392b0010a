// Why the law in the ledger cannot be taken: a value with a code, for whoever publishes, starts or verifies.

export type LawFaultCode =
  /** A kind or a model this build does not know: a newer one made it. */
  | 'LAW_ITEM_UNKNOWN'
  /** Its data is not what its kind and model say, or its version is not one more. */
  | 'LAW_ITEM_REFUSED'
  /** It does not follow the parts before it. */
  | 'LAW_PART_WRONG';

/** Details name items and parts. */
export class LawFault extends Error {
  override readonly name = 'LawFault';
  readonly code: LawFaultCode;
  readonly details: readonly string[];
  constructor(code: LawFaultCode, details: readonly string[]) {
    super(`${code}: ${details.join('; ')}`);
    this.code = code;
    this.details = details;
  }
}
