// Fields a procedure declares: every kind as it is written, and what is refused; the number a decision gives; versions.
import { describe, expect, it } from 'vitest';
import { defineProcedure } from '../../../../law/define-procedure.ts';
import { CaseCommand } from '../../../../schemas/command.ts';
import { Field, FieldKind, type FieldValue } from '../../../../schemas/field.ts';
import { Procedure } from '../../../../schemas/procedure.ts';
import { type CaseDriver, commandOf, type Told } from '../../../support/case-driver.ts';
import { courseOf, modelCase, told } from '../../../support/model-case.ts';
import { BUREAU, OFFICE } from '../../../support/transfer-story.ts';

const AT = '2024-03-04T09:00:00+08:00';
const DIGEST = 'A'.repeat(43);
const fill = (fields: object, more: Partial<Told> = {}): Told => ({
  as: `${BUREAU}/o-1`,
  at: AT,
  command: 'fill-form',
  body: { fields: fields as Record<string, FieldValue> },
  ...more,
});
const begun = (): CaseDriver => {
  const c = modelCase();
  c.must({ as: `${BUREAU}/o-1`, at: AT, command: 'begin-form', body: { newSubjects: [{ subject: 's1' }] } });
  return c;
};

/** How each kind is written, and what it is not. */
const WRITTEN: Readonly<
  Record<Exclude<FieldKind, 'serial' | 'text'>, { right: FieldValue[]; wrong: unknown[] }>
> = {
  flag: { right: [true], wrong: [false, 'true', 1] },
  code: { right: ['fund-fraud'], wrong: ['Fund fraud', '骗保', '', 'a'.repeat(61)] },
  date: {
    right: ['2024-02-29'],
    wrong: ['2023-02-29', '2024-3-1', '2024-03-04T09:00:00+08:00', '1800-01-01'],
  },
  instant: {
    right: ['2024-03-04T09:00:00+08:00'],
    wrong: ['2024-03-04', '2024-02-30T01:00:00Z', '2024-03-04T09:00:00'],
  },
  count: { right: [0, 2_147_483_647], wrong: [-1, 1.5, 2_147_483_648, '1'] },
  amount: { right: ['0', '90000000000000000000'], wrong: [100, '1.5', '-1', '1'.repeat(21)] },
  band: { right: ['over-500000'], wrong: ['50万以上', 5] },
  digest: { right: [DIGEST], wrong: ['A'.repeat(42), `${'A'.repeat(42)}=`] },
  officer: { right: ['o-1'], wrong: ['张三', 'O-1'] },
  department: { right: ['653023/public-security'], wrong: ['653023', '653023/police'] },
  region: { right: ['653023', '653023001'], wrong: ['65302', '653023000', 653023] },
  subject: { right: ['s1'], wrong: ['s0', '张三'] },
  case: { right: ['653023-k7m2qd5x3ab6ycfe'], wrong: ['case-1'] },
  paper: { right: ['no-1'], wrong: ['判决书', ''] },
};
const kinds = Object.entries(WRITTEN) as [keyof typeof WRITTEN, { right: FieldValue[]; wrong: unknown[] }][];

describe('a field', () => {
  it('of every kind is tried here', () => {
    expect([...Object.keys(WRITTEN), 'serial', 'text'].sort()).toEqual([...FieldKind.options].sort());
  });

  it.each(kinds)('%s is taken as it is written, and recorded', (kind, { right }) => {
    for (const value of right) {
      const c = begun();
      const [event] = c.must(fill({ [kind]: value }));
      expect(event).toMatchObject({ type: 'form-filled', fields: { [kind]: value } });
      expect(c.proceeding('model-every-field').fields).toMatchObject({ [kind]: value });
    }
  });

  it('instant is taken in any zone, and recorded in Beijing time, alone or in a list', () => {
    const c = begun();
    const sent = '2024-03-04T01:00:00.5Z';
    const [event] = c.must(fill({ instant: sent, instantList: [sent] }));
    const recorded = '2024-03-04T09:00:00.500+08:00';
    expect(event).toMatchObject({ fields: { instant: recorded, instantList: [recorded] } });
  });

  it.each(kinds)('%s is refused where it is not, by name', (kind, { wrong }) => {
    for (const value of wrong)
      expect(begun().tell(fill({ [kind]: value })), String(value)).toMatchObject({
        ok: false,
        code: 'FIELD_REFUSED',
        details: [kind],
      });
  });

  it.each(kinds.filter(([kind]) => kind !== 'flag'))(
    '%s as a list is taken whole or not at all',
    (kind, { right, wrong }) => {
      const name = `${kind}List`;
      const [good] = right;
      expect(begun().answer(fill({ [name]: [good, good] }))).toBe('ok');
      for (const value of [[], [good, wrong[0]], good, Array(201).fill(good)])
        expect(begun().answer(fill({ [name]: value }))).toBe('FIELD_REFUSED');
    },
  );

  it('that is a flag is no list: it is there or it is not', () => {
    expect(
      Field.safeParse({ kind: 'flag', class: 'open', list: true, title: { zh: '旗', en: 'flag' } }).error
        ?.message,
    ).toContain('a flag is no list');
  });

  it('of given codes takes no other', () => {
    expect(begun().answer(fill({ grade: 'grave' }))).toBe('ok');
    expect(begun().answer(fill({ grade: 'middling' }))).toBe('FIELD_REFUSED');
  });

  it('not declared by the command is refused by name, and by none where that is no name of a field', () => {
    const details = (name: string) => {
      const decision = begun().tell(fill({ [name]: true }));
      return decision.ok ? 'ok' : [decision.code, ...decision.details];
    };
    expect(details('unheardOf')).toEqual(['FIELD_REFUSED', 'unheardOf']);
    expect(details('张三 650102199001011234')).toEqual(['FIELD_REFUSED']);
    const c = begun();
    const told = { ...fill({ grade: 'grave' }), command: 'finish-form' };
    expect(c.tell(told)).toMatchObject({ code: 'FIELD_REFUSED', details: ['grade'] });
  });
});

describe('a field of a party', () => {
  it.each(FieldKind.options.filter((kind) => kind !== 'serial'))(
    '%s stands committed, never open',
    (kind) => {
      const name = `${kind}OfParty`;
      const c = begun();
      c.must(fill({}, { with: [`fields/${name}`] }));
      expect(c.proceeding('model-every-field').fields).not.toHaveProperty(name);
      expect(c.tell(fill({ [name]: 'x' }))).toMatchObject({ code: 'FIELD_REFUSED', details: [name] });
    },
  );

  it('sealed stands committed likewise', () => {
    expect(begun().answer(fill({}, { with: ['fields/witness'] }))).toBe('ok');
    expect(begun().answer(fill({ witness: 'x' }))).toBe('FIELD_REFUSED');
  });

  it('is none where the field is open, or where there is no such field', () => {
    const refused = (name: string) => begun().tell(fill({}, { with: [`fields/${name}`] }));
    expect(refused('grade')).toMatchObject({ code: 'FIELD_REFUSED', details: ['grade'] });
    expect(refused('unheardOf')).toMatchObject({ code: 'FIELD_REFUSED', details: ['unheardOf'] });
  });

  it('may be needed, as an open one may', () => {
    const finish = (more: Partial<Told>) => begun().tell({ ...fill({}), command: 'finish-form', ...more });
    expect(finish({})).toMatchObject({ code: 'FIELD_REQUIRED', details: ['count', 'textOfParty'] });
    expect(finish({ body: { fields: { count: 0 } } })).toMatchObject({ details: ['textOfParty'] });
    expect(finish({ body: { fields: { count: 0 } }, with: ['fields/textOfParty'] })).toMatchObject({
      ok: true,
    });
  });

  it('text is of a party or sealed, and no literal makes it open', () => {
    const open = () =>
      defineProcedure({
        procedure: 'model-open-text',
        version: 1,
        inForce: { from: '2001-01-01' },
        title: ['样例', 'model'],
        basis: [{ act: 'AGREED' }],
        roles: { organ: { title: ['单位', 'organ'], cast: 'actor' } },
        fields: { name: { kind: 'text', title: ['姓名', 'name'] } },
        commands: { begin: { event: 'begun', title: ['开始', 'Begin'], by: 'organ', takes: ['name'] } },
        opensOn: { begin: 'over' },
        states: { over: { title: ['结束', 'Over'], terminal: true } },
        clocks: {},
      });
    expect(() => Procedure.parse(open())).toThrow('a text is never open');
  });
});

describe('a number that the decision gives', () => {
  it('is the next of its proceeding, and nobody may send it', () => {
    const c = begun();
    const given = () => c.must(fill({})).flatMap((e) => (e.kind === 'step' ? [e.fields?.['serial']] : []));
    expect([given(), given(), given()]).toEqual([[1], [2], [3]]);
    expect(c.tell(fill({ serial: 7 }))).toMatchObject({ code: 'FIELD_REFUSED', details: ['serial'] });
  });

  it('is open and one: no literal makes it a list or a party’s', () => {
    const serial = (more: object) => () =>
      defineProcedure({
        procedure: 'model-serial',
        version: 1,
        inForce: { from: '2001-01-01' },
        title: ['样例', 'model'],
        basis: [{ act: 'AGREED' }],
        roles: { organ: { title: ['单位', 'organ'], cast: 'actor' } },
        fields: { number: { kind: 'serial', title: ['序号', 'number'], ...more } },
        commands: { begin: { event: 'begun', title: ['开始', 'Begin'], by: 'organ', takes: ['number'] } },
        opensOn: { begin: 'over' },
        states: { over: { title: ['结束', 'Over'], terminal: true } },
        clocks: {},
      });
    expect(() => Procedure.parse(serial({})())).not.toThrow();
    expect(() => Procedure.parse(serial({ list: true })())).toThrow('a serial is one open number');
    expect(() => Procedure.parse(serial({ class: 'party' })())).toThrow('a serial is one open number');
  });
});

describe('a name on the wire', () => {
  it('that is none of a field does not reach the rules', () => {
    const parsed = CaseCommand.safeParse(commandOf(fill({ 张三: true }), undefined, 1));
    expect(parsed.success).toBe(false);
  });
});

describe('versions in time', () => {
  const plan = (command: string, at: string, more: Partial<Told> = {}): Told => ({
    as: `${BUREAU}/o-1`,
    at: `${at}T09:00:00+08:00`,
    command,
    ...more,
  });
  const opened = (command: string, at: string) => {
    const c = modelCase();
    const decision = c.tell(plan(command, at));
    return decision.ok ? c.proceeding('model-plan').version : decision.code;
  };

  it('an opening takes the version in force when it happened', () => {
    expect(opened('draft-plan', '2021-07-14')).toBe(1);
    expect(opened('propose-plan', '2021-07-15')).toBe(2);
  });

  it('and none that was not: neither the old after its end, nor the new before its day', () => {
    expect(opened('draft-plan', '2021-07-15')).toBe('UNKNOWN_PROCEDURE');
    expect(opened('propose-plan', '2021-07-14')).toBe('UNKNOWN_PROCEDURE');
    expect(opened('draft-plan', '2016-12-31')).toBe('UNKNOWN_PROCEDURE');
  });

  it('a case goes on under its own, and a clock under the version of the limit that it began by', () => {
    const c = modelCase();
    c.must(plan('draft-plan', '2021-07-14'));
    // Ten working days of 2017, not the five of 2021.
    expect(c.clock('model-yearly-plan')).toMatchObject({
      version: 1,
      times: { strictDueAt: '2021-07-29T00:00:00+08:00' },
    });
    c.must(plan('hand-in-plan', '2021-07-20'), plan('hand-in-plan', '2021-07-21'));
    expect(c.proceeding('model-plan')).toMatchObject({ version: 1, state: 'drafted', fields: { number: 2 } });
    expect(courseOf(c)[0]).toBe(
      '2021-07-14 09:00 阿合奇县医疗保障局 起草计划 [报送计划 起算，从严至 2021-07-28 24时，从宽至 2021-08-02 24时（暂定）]',
    );
    expect(told(c)).toEqual([
      `all ${BUREAU} model-plan.plan-handed-in`,
      `open ${OFFICE} model-plan.plan-handed-in`,
    ]);
  });
});
