// The registry of errors and what the README says of it are one.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ContractError, ERRORS, InfrastructureError, refusal } from '../../../schemas/errors.ts';

const codes = Object.keys(ERRORS);
const readme = readFileSync(new URL('../../../schemas/README.md', import.meta.url), 'utf8');
const table = readme.slice(
  readme.indexOf('<!-- generated:errors -->'),
  readme.indexOf('<!-- /generated:errors -->'),
);

describe('the registry of errors', () => {
  it('names conditions in UPPER_SNAKE and says each in two languages', () => {
    for (const [code, row] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^[A-Z][A-Z_]+$/);
      expect(row.zh).not.toBe('');
      expect(row.en).not.toBe('');
    }
  });

  it('has every code in the table of the README, and the table no other', () => {
    const listed = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1]);
    expect(listed.toSorted()).toEqual(codes.toSorted());
  });

  it('tells the sender to try again exactly where sending again can help', () => {
    for (const [code, row] of Object.entries(ERRORS)) {
      expect([code, row.retryable]).toEqual([code, row.kind === 'infrastructure']);
      expect(refusal(code as keyof typeof ERRORS).retryable).toBe(row.retryable);
    }
  });

  it('gives errors the name of their class and keeps their cause', () => {
    const cause = new Error('why');
    expect(new ContractError('NOT_JSON').name).toBe('ContractError');
    expect(new InfrastructureError('CASE_BUSY', cause)).toMatchObject({ name: 'InfrastructureError', cause });
  });
});
