// Fields that procedures declare, typed on a terminal: each kind becomes what it is on the wire, open apart from party.
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { FieldKind, writtenAs } from '../../../schemas/field.ts';
import { withSubmitOptions } from '../../../services/cli/command-options.ts';
import { declaredFrom, declaredOptions, flagOf } from '../../../services/cli/declared-fields.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { everyField } from '../../fixtures/procedures/every-field.ts';
import { modelLaw } from '../../support/model-case.ts';

const declared = declaredOptions(modelLaw);
/** What the options of a line come to. */
const typed = (...line: string[]) => {
  const command = withSubmitOptions(new Command('submit')).exitOverride();
  for (const { option } of declaredOptions(modelLaw)) command.addOption(option);
  return declaredFrom(command.parse(line, { from: 'user' }).opts(), declared);
};

const TYPED: Readonly<Record<Exclude<FieldKind, 'serial'>, string>> = {
  flag: '',
  code: 'fund-fraud',
  text: '张三 述称',
  date: '2024-03-04',
  instant: '2024-03-04T01:00:00Z',
  count: '12',
  amount: '12,345.60',
  band: 'over-500000',
  digest: 'A'.repeat(43),
  officer: 'o-1',
  department: '653023/public-security',
  region: '653023',
  subject: 's1',
  case: '653023-k7m2qd5x3ab6ycfe',
  paper: 'no-1',
};
const kinds = FieldKind.options.filter((kind) => kind !== 'serial');

describe('a declared field', () => {
  it.each(kinds)('%s is typed as people write it, and sent as the bus takes it', (kind) => {
    const name = `${kind}OfParty`;
    const field = everyField.fields[name];
    const { open, party } = typed(flagOf(name), ...(kind === 'flag' ? [] : [TYPED[kind]]));
    expect(open).toEqual({});
    expect(field && writtenAs(field).safeParse(party[name]).success).toBe(true);
  });

  it.each(kinds.filter((kind) => !['flag', 'text'].includes(kind)))('%s may be a list', (kind) => {
    const name = `${kind}List`;
    const field = everyField.fields[name];
    const value = TYPED[kind as keyof typeof TYPED];
    const { open } = typed(flagOf(name), value, value);
    expect(open[name]).toHaveLength(2);
    expect(field && writtenAs(field).safeParse(open[name]).success).toBe(true);
  });

  it.each([
    ['--date', '2024-02-30'],
    ['--instant', 'yesterday'],
    ['--count', 'many'],
    ['--field-amount', '1e5'],
    ['--code', '虚假住院'],
    ['--department', '653023/police'],
  ])('%s %s is not sent', (option, value) => {
    expect(() => typed(option, value)).toThrow(/\p{Script=Han}/u);
  });

  it('whose name an option has already gets one beside it', () => {
    expect([flagOf('case'), flagOf('amount'), flagOf('wantedOn')]).toEqual([
      '--field-case',
      '--field-amount',
      '--wanted-on',
    ]);
    expect(typed('--field-case', TYPED.case, '--case', '653023-aaaaaaaaaaaaaaaa').open).toEqual({
      case: TYPED.case,
    });
  });

  it('whose name begins with no says nothing where it is not typed', () => {
    expect(flagOf('noPenaltyGround')).toBe('--field-no-penalty-ground');
    expect(typed().open).toEqual({});
  });

  it('that is a number of the decision has no option', () => {
    expect(declared.map(({ name }) => name)).not.toContain('serial');
  });

  it('takes any code where one of two procedures names none', () => {
    expect(typed('--grade', 'unheard-of').open).toEqual({ grade: 'unheard-of' });
  });

  it('is in the help of each command that takes it, and of no other', async () => {
    const submit = (await wholeProgram(modelLaw)).commands.find((command) => command.name() === 'submit');
    if (!submit) throw new Error('no submit');
    const helpOf = (...args: string[]): string => {
      submit.args = args;
      return submit.helpInformation().replaceAll(/\s+/g, '');
    };
    const said = ({ option, field }: (typeof declared)[number]): string =>
      `${option.flags}${field.title.zh}`.replaceAll(/\s+/g, '');
    for (const command of new Set(declared.flatMap(({ takers }) => [...takers]))) {
      const help = helpOf(command);
      for (const one of declared)
        expect([command, one.name, help.includes(said(one))]).toEqual([
          command,
          one.name,
          one.takers.has(command),
        ]);
    }
    for (const one of declared) expect(helpOf()).not.toContain(said(one));
  });
});
