// A rehearsal that stands still must end and say where it stood.

/** Something of the platform did not answer or did not come to rest. */
export class RehearsalStuck extends Error {
  override readonly name = 'RehearsalStuck';
  readonly code = 'REHEARSAL_STUCK';
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}，演练中止，请稍后重试 / ${en}: the rehearsal ends here, try again later`, options);
  }
}
