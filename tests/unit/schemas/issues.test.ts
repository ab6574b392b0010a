// What a refusal of a shape says: the field and the kind of fault, never what was sent.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SignedCommand } from '../../../schemas/command.ts';
import { issueDetails } from '../../../schemas/issues.ts';
import { signedSample } from '../../support/signed-samples.ts';

const said = (edit: (command: Record<string, unknown>) => object): string[] => {
  const signed = signedSample('c-1');
  const parsed = SignedCommand.safeParse({ ...signed, command: edit(structuredClone(signed.command)) });
  return parsed.success ? [] : issueDetails(parsed.error.issues);
};

describe('a body that does not fit its shape', () => {
  it('is answered with the field that nobody knows', () => {
    expect(said((c) => ({ ...c, surprise: 1 }))).toEqual(['command.surprise: unrecognized_keys']);
    expect(said((c) => ({ ...c, body: { ...(c['body'] as object), tpoic: 'x', paper: 1 } }))).toEqual([
      'command.body.tpoic: unrecognized_keys',
      'command.body.paper: unrecognized_keys',
    ]);
  });

  it('is answered with the field whose value does not fit, and its place in a list', () => {
    expect(said((c) => ({ ...c, occurredAt: '昨天' }))).toEqual(['command.occurredAt: invalid_format']);
    const papers = [
      { code: 'p', id: 'no-1' },
      { code: 'P!', id: 'no-2' },
    ];
    expect(said((c) => ({ ...c, body: { ...(c['body'] as object), papers } }))).toEqual([
      'command.body.papers.1.code: invalid_format',
    ]);
  });

  it.each(['张三丰', 'a name', '__proto__x', 'x'.repeat(41), '13800000000', ''])(
    'does not repeat a name that is none of a field: %s',
    (name) => {
      const shape = z.strictObject({ a: z.string() });
      const parsed = shape.safeParse({ a: 'x', [name]: 1 });
      expect(parsed.success ? [] : issueDetails(parsed.error.issues)).toEqual(['*: unrecognized_keys']);
    },
  );

  it('does not repeat a name where the sender makes up the names', () => {
    const commitments = { '/张三丰': 'd'.repeat(43) };
    expect(said((c) => ({ ...c, commitments }))).toEqual(['command.commitments.*: invalid_key']);
    const shape = z.strictObject({ subjects: z.record(z.string(), z.number()) });
    const parsed = shape.safeParse({ subjects: { zhangsanfeng: 'x' } });
    expect(parsed.success ? [] : issueDetails(parsed.error.issues)).toEqual(['subjects.*: invalid_type']);
  });

  it('is named as a whole where nothing of it is what it should be', () => {
    const parsed = SignedCommand.safeParse('text');
    expect(parsed.success ? [] : issueDetails(parsed.error.issues)).toEqual(['/: invalid_type']);
  });

  it('is told of ten faults at most, each once', () => {
    const keys = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`field${n}`, 1]));
    expect(said((c) => ({ ...c, ...keys }))).toHaveLength(10);
  });
});
