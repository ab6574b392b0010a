// How our own procedures are written, beyond what keeps one from being played (law/soundness.ts asks that of every law).
import { describe, expect, it } from 'vitest';
import { procedures } from '../../../law/procedures/registry.ts';
import { Procedure } from '../../../schemas/procedure.ts';
import { rowsOf } from '../../support/procedure-table.ts';

describe.each(procedures.map((p) => [p.procedure, p] as const))('程序 %s', (_name, procedure) => {
  it('says who decides in writing: every refusal by the head gives its reason', () => {
    for (const { name, command } of rowsOf(procedure))
      if (/refuse|return-report|decline|object/.test(name) && command.rank !== undefined)
        expect(command.reason, name).toBe('required');
  });

  it('speaks Chinese first, with the English beside it', () => {
    const titles = [
      procedure,
      ...Object.values(procedure.roles),
      ...Object.values(procedure.fields),
      ...Object.values(procedure.commands),
      ...Object.values(procedure.states),
      ...Object.values(procedure.conditions),
    ].map(({ title }) => title);
    for (const { zh, en } of titles) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/i);
    }
  });

  it('is the same after a journey through JSON, and fits its schema', () => {
    const copy: unknown = JSON.parse(JSON.stringify(procedure));
    expect(copy).toEqual(procedure);
    expect(Procedure.parse(copy)).toEqual(procedure);
  });
});
