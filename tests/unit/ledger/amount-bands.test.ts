// The band beside an amount: made by whoever sends the amount, found wrong by whoever may open it.
import { describe, expect, it } from 'vitest';
import { bandRules } from '../../../case/register/band-rules.ts';
import { emptyRegister } from '../../../case/register/register.ts';
import { law } from '../../../law/law.ts';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import { rulesOf } from '../../../schemas/band-rule.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { bandDoubts, withBands } from '../../../services/proof/amount-bands.ts';
import { changed } from '../../support/case-driver.ts';

const NOW: Instant = '2026-03-04T09:00:00+08:00';
const register = changed(emptyRegister, '320900', [
  {
    change: 'item-set',
    kind: 'amount-standard',
    id: 'public-institution',
    data: { begins: [{ band: 'large', atLeast: '10000000' }] },
    basis: '盐纪办〔2025〕1号',
    from: '2025-01-01T00:00:00+08:00',
  },
]);
/** Jiangsu: 6,000, 60,000 and 500,000 yuan; Yancheng calls 100,000 yuan of a public institution large. */
const BUREAU = { department: '320922/medical-insurance', officer: 'o-1' };
const rules = rulesOf(bandRules(register, law, '320922', NOW), BUREAU);

const asked = (more: Partial<AskedCommand>): AskedCommand =>
  AskedCommand.parse({ commandId: 'c-1', command: 'send-clue', body: {}, ...more });
const fieldsOf = (more: Partial<AskedCommand>) => withBands(asked(more), rules).body.fields;

describe('how bands are made in a region', () => {
  it('says the standard in force there, whose it is and what it rests on', () => {
    expect(rules).toMatchObject([
      {
        field: 'fraudBand',
        of: 'amountFen',
        standardOf: '320000',
        basis: [{ act: 'JS-FRAUD' }],
        source: 'web-excerpt',
        deed: null,
      },
      {
        field: 'publicInstitutionBand',
        of: 'amountFen',
        standardOf: '320900',
        basis: [],
        source: null,
        deed: '盐纪办〔2025〕1号',
      },
    ]);
    expect(rules[0]?.commands).toEqual(expect.arrayContaining(['send-clue', 'hand-over', 'decide-fine']));
  });

  it('says nothing of a scale of which nobody set a standard', () => {
    const known = rulesOf(bandRules(emptyRegister, law, '320922', NOW), BUREAU);
    expect(known.map(({ field }) => field)).toEqual(['fraudBand']);
  });
});

describe('a command that commits to an amount', () => {
  it('is sent with the bands of it, beside what it says itself', () => {
    expect(fieldsOf({ party: { amountFen: '6000000' }, body: { fields: { topic: 'fraud' } } })).toEqual({
      topic: 'fraud',
      fraudBand: 'huge',
      publicInstitutionBand: 'below',
    });
    expect(fieldsOf({ party: { amountFen: '10000000' } })).toEqual({
      fraudBand: 'huge',
      publicInstitutionBand: 'large',
    });
  });

  it('keeps a band it says itself, and gets none where it says no amount or does not take the field', () => {
    const own = { party: { amountFen: '6000000' }, body: { fields: { fraudBand: 'large' } } };
    expect(fieldsOf(own)).toMatchObject({ fraudBand: 'large' });
    expect(fieldsOf({ party: { summary: '六万元' } })).toBeUndefined();
    expect(fieldsOf({ command: 'acknowledge', party: { amountFen: '6000000' } })).toBeUndefined();
  });

  it('of several steps each gets the bands of its own amount', () => {
    const step = { officer: 'o-1', occurredAt: NOW, precision: 'instant', body: {} } as const;
    const { body } = withBands(
      asked({
        command: 'record-steps',
        body: {
          steps: [
            { ...step, command: 'suspect-crime' },
            { ...step, command: 'hand-over' },
          ],
        },
        party: { steps: { 1: { amountFen: '600000' }, 2: { amountFen: '50000000' } } },
      }),
      rules,
    );
    expect(body.steps?.map(({ body: { fields } }) => fields?.['fraudBand'])).toEqual([
      'large',
      'especially-huge',
    ]);
    expect(body.fields).toBeUndefined();
  });

  it('within a range that is all that is known, is in the highest band that any number of it makes', () => {
    const xinjiang = bandRules(emptyRegister, law, '653023', NOW);
    const made = (amountFen: string) => withBands(asked({ party: { amountFen } }), xinjiang).body.fields;
    expect(made('299999')).toEqual({ fraudBand: 'below' });
    expect(made('300000')).toEqual({ fraudBand: 'large' });
    expect(made('3000000')).toEqual({ fraudBand: 'huge' });
  });
});

describe('who may open the amount', () => {
  const command = (body: CaseCommand['body']) => ({ body });
  const value = (path: string, amount: string) => [{ path, value: amount }];

  it('sees a band that does not fit it, what would, and by whose standard', () => {
    const said = command({ fields: { fraudBand: 'large', publicInstitutionBand: 'below' } });
    expect(bandDoubts(said, value('/amountFen', '6000000'), rules)).toEqual([
      { path: '/amountFen', field: 'fraudBand', said: 'large', fits: ['huge'], standardOf: '320000' },
    ]);
    expect(bandDoubts(said, value('/amountFen', '5999999'), rules)).toEqual([]);
  });

  it('sees nothing where the amount is not shown, or no band was said', () => {
    expect(bandDoubts(command({ fields: { fraudBand: 'large' } }), [], rules)).toEqual([]);
    expect(bandDoubts(command({}), value('/amountFen', '6000000'), rules)).toEqual([]);
  });

  it('is not alarmed by either band of a range', () => {
    const xinjiang = bandRules(emptyRegister, law, '653023', NOW);
    const doubt = (fraudBand: string) =>
      bandDoubts(command({ fields: { fraudBand } }), value('/amountFen', '500000'), xinjiang).map(
        (one) => one.fits,
      );
    expect(doubt('below')).toEqual([]);
    expect(doubt('large')).toEqual([]);
    expect(doubt('huge')).toEqual([['below', 'large']]);
  });

  it('sees it of the step that says it', () => {
    const step = { command: 'hand-over', officer: 'o-1', occurredAt: NOW, precision: 'instant' } as const;
    const steps = [
      { ...step, body: { fields: { fraudBand: 'huge' } } },
      { ...step, body: { fields: { fraudBand: 'below' } } },
    ];
    const values = [...value('/steps/1/amountFen', '6000000'), ...value('/steps/2/amountFen', '6000000')];
    expect(bandDoubts(command({ steps }), values, rules).map(({ path }) => path)).toEqual([
      '/steps/2/amountFen',
    ]);
  });
});
