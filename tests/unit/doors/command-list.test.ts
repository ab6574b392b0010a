// Every command before there is a case: what the list says is what the procedures say, and what is asked for when it is missing.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CASE_COMMANDS } from '../../../law/case-commands.ts';
import { law, lawData, lawOf } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import { isGiven } from '../../../schemas/field.ts';
import { BUS } from '../../../schemas/ids.ts';
import { commandListText } from '../../../services/cli/text/command-list-text.ts';
import { CommandList, commandList } from '../../../services/doors/http/command-list.ts';
import { newcomer } from '../../fixtures/procedures/newcomer.ts';
import { caseDriver } from '../../support/case-driver.ts';
import { BUREAU, countyRegister, delivered } from '../../support/transfer-story.ts';

const TODAY = '2026-11-27';
const all = commandList(law, TODAY);
/** Of each the highest version of that day. */
const inForce = procedures.filter(
  (p) =>
    p.inForce.from <= TODAY &&
    !procedures.some(
      (later) => later.procedure === p.procedure && later.version > p.version && later.inForce.from <= TODAY,
    ),
);

describe('the list of commands', () => {
  it('fits its shape and has every command of every procedure that somebody sends, and those of the case itself', () => {
    expect(CommandList.parse(all)).toEqual(all);
    expect(all.commands.map(({ procedure, command }) => `${procedure} ${command}`)).toEqual([
      ...inForce.flatMap((p) =>
        Object.entries(p.commands).flatMap(([name, { by }]) =>
          by.includes(BUS) ? [] : [`${p.procedure} ${name}`],
        ),
      ),
      ...Object.keys(CASE_COMMANDS).map((name) => `case ${name}`),
    ]);
  });

  it.each(procedures.map((p) => [p.title.zh, p] as const))(
    '%s: says of each command its papers, fields, reason, team, conditions, states',
    (_, procedure) => {
      for (const line of commandList(law, TODAY, procedure.procedure).commands) {
        const c = procedure.commands[line.command];
        if (!c) throw new Error(line.command);
        expect(line.papers.map(({ code }) => code)).toEqual(c.papers ?? []);
        expect(line.by.map(({ role }) => role)).toEqual(c.by);
        expect([line.rank, line.officers]).toEqual([c.rank ?? null, c.officers ?? 0]);
        expect(line.values.includes('/reason')).toBe(c.reason === 'required');
        const said = [
          ...line.fields.map(({ name }) => name),
          ...line.body,
          ...line.values.map((path) => path.slice(1)),
        ];
        // What the bus gives nobody sends.
        const sent = [...(c.needs ?? []), ...(c.takes ?? [])].filter((name) => {
          const field = procedure.fields[name];
          return field === undefined || !isGiven(field);
        });
        expect(said).toEqual(expect.arrayContaining(sent));
        expect(line.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(
          (c.needs ?? []).filter((name) => Object.hasOwn(procedure.fields, name)),
        );
        expect(line.conditions.map(({ id }) => id)).toEqual(expect.arrayContaining(c.when ?? []));
        const offered = Object.entries(procedure.states).filter(([, { on = {} }]) =>
          Object.hasOwn(on, line.command),
        );
        expect(line.states.map(({ state }) => state)).toEqual(offered.map(([state]) => state));
        expect(line.opens || line.always || line.states.length > 0).toBe(true);
      }
    },
  );

  it('has each field of a command once, also one that it needs and that belongs to what it takes', () => {
    for (const { fields, procedure, command } of all.commands) {
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size, `${procedure} ${command}`).toBe(names.length);
    }
  });

  it('has one procedure where it is named, and names those there are where it is none', () => {
    const { commands } = commandList(law, TODAY, 'clue-notice');
    expect(new Set(commands.map(({ procedure }) => procedure))).toEqual(new Set(['clue-notice']));
    expect(() => commandList(law, TODAY, 'no-such')).toThrow(
      /^UNKNOWN_PROCEDURE: no-such; known: .*clue-notice.*case/,
    );
  });

  it('has no procedure before it is in force', () => {
    expect(commandList(law, '1999-01-01').commands.map(({ procedure }) => procedure)).not.toContain(
      'clue-notice',
    );
  });

  it('names schemas that the description of the HTTP door has', async () => {
    const text = await readFile(new URL('../../../schemas/openapi.json', import.meta.url), 'utf8');
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const named = all.commands.flatMap(({ schemas }) =>
      schemas ? [schemas.body, schemas.party ?? []].flat() : [],
    );
    expect(named.filter((name) => !Object.hasOwn(components.schemas, name))).toEqual([]);
  });
});

describe('commands on the case itself', () => {
  it.each(Object.entries(CASE_COMMANDS).filter(([, { needs }]) => needs.length > 0))(
    '%s is refused where what it needs is missing, by name',
    (command, { needs }) => {
      const at = '2024-03-06T09:00:00+08:00';
      expect(delivered().tell({ as: `${BUREAU}/o-1`, at, command })).toMatchObject({
        ok: false,
        code: expect.stringMatching(/^(FIELD|RECEIVER)_REQUIRED$/),
        details: needs,
      });
    },
  );

  it('stand in the guide for departments, all of them', async () => {
    const guide = await readFile(new URL('../../../services/client/README.md', import.meta.url), 'utf8');
    for (const command of Object.keys(CASE_COMMANDS)) expect(guide).toContain(`\`${command}\``);
  });
});

describe('on a terminal', () => {
  const text = commandListText(commandList(law, TODAY, 'criminal-transfer'), 80);
  it('is written with the very options it takes', () => {
    const block = text.split('\n\n').find((one) => one.startsWith('hand-over '));
    expect(block).toContain('hand-over  移交公安机关 / Hand over to the police');
    expect(block).toContain('由谁  移送机关');
    expect(block).toContain('--paper transfer-letter=涉嫌犯罪案件移送书.pdf');
    expect(block).toContain('--to 公安机关（尚未确定时）');
    const penalties = commandListText(commandList(law, TODAY, 'insurance-penalty'), 80);
    expect(penalties).toContain('由谁  处罚机关，负责人\n');
    expect(penalties).not.toMatch(/检察长|公安机关负责人/);
    expect(penalties).toMatch(/begin-appraisal[\s\S]*?条件 {2}没有检测检验、鉴定在进行时/);
    expect(text).toMatch(/approve-transfer[\s\S]*?条件 {2}审批人不是提交移送报告的人员时/);
  });

  it('says what an opening must say at all, where it is handed over and demands nothing of it', () => {
    const own = lawOf({ ...lawData, procedures: [...lawData.procedures, newcomer] });
    const said = '--title、--summary、--subject、--paper 至少一项';
    const [opening, ...others] = commandListText(commandList(own, TODAY, 'expert-review'), 200)
      .split('\n\n')
      .slice(1);
    expect(opening).toContain(said);
    expect(others.join('')).not.toContain(said);
    const register = countyRegister();
    const needs = {
      as: `${BUREAU}/o-1`,
      at: '2024-03-04T10:00:00+08:00',
      command: 'ask-experts',
      body: { to: ['653023/health'], fields: { wantedOn: '2027-03-29' } },
    };
    const c = caseDriver(register, undefined, own);
    c.onRecord();
    expect(c.answer(needs)).toBe('CONTENT_REQUIRED');
    expect(c.answer({ ...needs, with: ['summary'] })).toBe('ok');
  });

  it('says of every amount that it is typed in yuan, under no option that says fen', () => {
    for (const p of law.newest) {
      const shown = commandListText(commandList(law, TODAY, p.procedure), 2000);
      expect(shown).not.toMatch(/--[a-z-]+-fen\b/);
      for (const { fields } of commandList(law, TODAY, p.procedure).commands)
        for (const { kind, title } of fields)
          if (kind === 'amount') expect(shown).toContain(`${title.zh}（元）`);
    }
    expect(commandListText(commandList(law, TODAY, 'insurance-penalty'), 2000)).toContain(
      '--fine 罚款金额（元）',
    );
    expect(commandListText(commandList(law, TODAY, 'fund-recovery'), 2000)).toContain('--amount 元');
  });
});
