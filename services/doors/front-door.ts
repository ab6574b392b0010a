// What every front door does with a body before the registrar sees it: size, depth, JSON, format, schema.
// What is not a message we know is answered with its code and kept in DEAD; it changes nothing.
import type * as z from 'zod';
import { LARGEST_BODY, SignedCommand } from '../../schemas/command.ts';
import type { Answer } from '../../schemas/entry.ts';
import { ContractError, type ErrorCode, errorRow } from '../../schemas/errors.ts';
import { issueDetails } from '../../schemas/issues.ts';

const DEEPEST = 24;

const depthOf = (value: unknown): number => {
  let deepest = 0;
  const waiting: [unknown, number][] = [[value, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [here, depth] = next;
    if (here === null || typeof here !== 'object') continue;
    if (depth > DEEPEST) return depth;
    deepest = Math.max(deepest, depth);
    for (const child of Object.values(here)) waiting.push([child, depth + 1]);
  }
  return deepest;
};

/** JSON within bounds. @throws ContractError TOO_LARGE, NOT_JSON, TOO_DEEP */
export const parseBounded = (bytes: Uint8Array): unknown => {
  if (bytes.byteLength > LARGEST_BODY)
    throw new ContractError('TOO_LARGE', [`${bytes.byteLength} > ${LARGEST_BODY}`]);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ContractError('NOT_JSON');
  }
  if (depthOf(value) > DEEPEST) throw new ContractError('TOO_DEEP', [`> ${DEEPEST}`]);
  return value;
};

const formatOf = (value: unknown): unknown =>
  (value as { command?: { format?: unknown } } | null)?.command?.format;

/** A body that does not fit its shape: field and kind of fault, never a value. */
export const mismatch = ({ issues }: z.ZodError): ContractError =>
  new ContractError('SCHEMA_MISMATCH', issueDetails(issues));

/** A signed command out of a body. Issues name fields, never values. @throws ContractError */
export const signedCommandOf = (bytes: Uint8Array): SignedCommand => {
  const value = parseBounded(bytes);
  const format = formatOf(value);
  if (
    typeof format === 'string' &&
    /^xianjie\.command\.v\d+$/.test(format) &&
    format !== 'xianjie.command.v1'
  ) {
    throw new ContractError('STALE_SCHEMA', ['xianjie.command.v1']);
  }
  const parsed = SignedCommand.safeParse(value);
  if (!parsed.success) throw mismatch(parsed.error);
  return parsed.data;
};

/**
 * The answer, unless it says that this is no message we know: that is told and kept like one that could not be read.
 * @throws ContractError UNKNOWN_COMMAND, UNKNOWN_PROCEDURE
 */
export const requireKnown = (answer: Answer): Answer => {
  if (answer.ok || errorRow(answer.code).kind !== 'contract') return answer;
  throw new ContractError(answer.code as ErrorCode, answer.details);
};
