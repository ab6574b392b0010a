// A procedure is one file and one line of the registry: all that it brings of its own is then found wherever people and programs
// look, and nothing else was touched.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nextMomentsOf } from '../../../case/next-moments.ts';
import { possibleCommands } from '../../../case/possible.ts';
import { lawData, lawOf } from '../../../law/law.ts';
import { lawItemsOf } from '../../../law/law-items.ts';
import { families } from '../../../law/procedures/registry.ts';
import { madeFiles } from '../../../services/cli/generate/made-files.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { possibleText } from '../../../services/cli/text/possible-text.ts';
import { progressOutput } from '../../../services/reports/progress-output.ts';
import { progressReport } from '../../../services/reports/progress-report.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { newcomer } from '../../fixtures/procedures/newcomer.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { generousRegister } from '../../support/clerk.ts';
import { reachAll } from '../../support/docket.ts';
import { explore } from '../../support/explore.ts';
import { ledgerMessages } from '../../support/ledger-messages.ts';
import { courseOf, dueLines, told } from '../../support/model-case.ts';
import { rowsOf } from '../../support/procedure-table.ts';
import { progressRows } from '../../support/progress-rows.ts';
import { BUREAU, countyRegister, OFFICE, papers } from '../../support/transfer-story.ts';

const data = { ...lawData, procedures: [...lawData.procedures, newcomer] };
const law = lawOf(data);
const words = wordsOf(law);
const HEALTH = '653023/health';

const by = (who: string, day: string, command: string, more: Partial<Told> = {}): Told => ({
  as: `${who}/o-1`,
  at: `${day}T10:00:00+08:00`,
  command,
  ...more,
});
/** Asked on Monday 4 March 2024. */
const asked = (): CaseDriver => {
  const c = caseDriver(countyRegister(), undefined, law);
  c.must(
    by(BUREAU, '2024-03-04', 'ask-experts', {
      body: {
        to: [HEALTH],
        fields: { wantedOn: '2024-03-29', isPressing: true, wards: ['surgery', 'oncology'] },
      },
    }),
  );
  return c;
};
const answered = (): CaseDriver => {
  const c = asked();
  c.must(
    by(BUREAU, '2024-03-05', 'supply-records'),
    by(HEALTH, '2024-03-08', 'give-opinion', {
      body: { papers: papers('expert-opinion') },
      with: ['fields/opinion'],
    }),
  );
  return c;
};

describe('one file and one line', () => {
  it('give the terminal its options, with their titles and codes', async () => {
    const submit = (await wholeProgram(law)).commands.find((command) => command.name() === 'submit');
    const helpOf = (command: string): string | undefined => {
      if (submit) submit.args = [command];
      return submit?.helpInformation().replaceAll(/\s+/g, ' ');
    };
    const help = helpOf('ask-experts');
    expect(help).toContain('--is-pressing 加急办理 / it is pressing');
    expect(help).toContain('--wanted-on <date> 要求完成日期 / day it is wanted on');
    expect(help).toContain('--wards <value...> 涉及科室 / wards concerned (choices: "oncology", "surgery")');
    expect(helpOf('give-opinion')).toContain('--opinion <text> 评审意见 / opinion');
  });

  it('say what can be done now, and what it takes', () => {
    const c = asked();
    const offered = () =>
      possibleCommands(c.state, c.contextAt('2024-03-06T09:00:00+08:00'), {
        department: HEALTH,
        officer: 'o-1',
        ranks: ['officer'],
      }).map((one) => ({
        ...one,
        papers: [...one.papers],
        needs: [...one.needs],
        takes: [...one.takes],
        conditions: [...one.conditions],
      }));
    expect(offered()).toEqual([]);
    c.must(by(BUREAU, '2024-03-05', 'supply-records'));
    const text = possibleText(
      { case: c.state.id, commands: offered(), opens: [], onCase: [] },
      [],
      `${HEALTH}/o-1`,
      words,
      80,
    );
    expect(text).toContain('专家评审');
    expect(text).toMatch(/give-opinion\s+出具评审意见/);
    expect(text).toContain('--paper expert-opinion=专家评审意见书.pdf --opinion 评审意见');
  });

  it('are judged by: fields, condition with its own code, paper', () => {
    const c = asked();
    const give = (more: Partial<Told>) => c.tell(by(HEALTH, '2024-03-05', 'give-opinion', more));
    expect(give({})).toMatchObject({ code: 'FIELD_REQUIRED', details: ['opinion'] });
    expect(give({ with: ['fields/opinion'] })).toMatchObject({
      code: 'PAPERS_MISSING',
      details: ['expert-opinion'],
    });
    expect(give({ with: ['fields/opinion'], body: { papers: papers('expert-opinion') } })).toMatchObject({
      code: 'RECORDS_INCOMPLETE',
      words: { zh: '病历尚未送齐', en: 'The records are not complete' },
    });
  });

  it('name the notice, and say who is told', () => {
    expect(told(asked(), countyRegister(), law)).toEqual([
      `all ${HEALTH} expert-review.experts-asked`,
      `all ${BUREAU} expert-review.experts-asked`,
      `open ${OFFICE} expert-review.experts-asked`,
    ]);
  });

  it('arm the docket, and are reminded of and found late by it', () => {
    const c = asked();
    expect(nextMomentsOf(c.state)).toMatchObject([
      { clock: 'p1/agr-consultation-reply/1', moment: 'remind-1', obliged: HEALTH },
    ]);
    const reached = reachAll(c, '2024-06-01T00:00:00+08:00').map(({ type }) => type);
    expect(reached).toContain('limit-overdue');
    expect(told(c, countyRegister(), law)[0]).toContain('expert-review.limit-escalated');
  });

  it('stand in the due list', () => {
    const [line] = dueLines(asked(), '2024-03-05T00:00:00+08:00', law);
    expect(line).toMatch(new RegExp(`^running ${HEALTH} agr-consultation-reply until 2024-03-`));
  });

  it('are told in words', () => {
    expect(courseOf(answered(), law).map((line) => line.replace(/ \[.*$/, ''))).toEqual([
      '2024-03-04 10:00 阿合奇县医疗保障局 委托专家评审',
      '2024-03-05 10:00 阿合奇县医疗保障局 补送病历',
      '2024-03-08 10:00 阿合奇县卫生健康委 出具评审意见',
    ]);
    expect(words.stateTitle('expert-review', 1, 'given').zh).toBe('已出具意见');
    expect(words.roleTitle('expert')).toBe('评审专家单位');
  });

  it('are counted in the progress report, as they ask to be', () => {
    const reported = (c: CaseDriver, asOf: string) => {
      const messages = ledgerMessages({ [BUREAU]: '医保局', [HEALTH]: '卫健委' }, c.entries, 'real');
      const period = { region: '653023', from: '2024-03-01', to: '2024-03-31', asOf };
      const source = { sequence: messages.length, checkpoint: null, rehearsal: false };
      const report = progressReport(progressRows(messages, law), period, source, words);
      return { report, text: progressOutput(report, 'md', words) };
    };
    const { report, text } = reported(answered(), '2024-03-31T00:00:00+08:00');
    expect(report.main).toContainEqual(expect.objectContaining({ id: 'expert-reviews', count: 1 }));
    expect(report.durations).toMatchObject([{ id: 'reviewing', count: 1, medianMillis: 4 * 86_400_000 }]);
    for (const said of ['委托专家评审', '委托至出具评审意见', '专家评审', '出具评审意见'])
      expect(text).toContain(said);
    const open = reported(asked(), '2024-03-06T00:00:00+08:00');
    expect(open.report.attention).toContainEqual(
      expect.objectContaining({ kind: 'still-reviewing', departments: [HEALTH] }),
    );
    expect(open.text).toContain('尚在评审');
  });

  it('are played by the clerk of the tests in every row, without a word about it', () => {
    const { taken } = explore(newcomer, generousRegister(), law);
    expect(
      rowsOf(newcomer)
        .map(({ state, name }) => `${state} ${name}`)
        .filter((row) => !taken.has(row)),
    ).toEqual([]);
  });

  it('are all that changes in what is generated: both documents, the tables, the hashes', async () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const made = await madeFiles(law, lawItemsOf(data), families, async (file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    const [openapi, asyncapi] = ['schemas/openapi.json', 'schemas/asyncapi.json'].map((file) =>
      JSON.parse(made[file] ?? ''),
    );
    for (const document of [openapi, asyncapi]) {
      const own = document['x-procedures'].find(
        (one: { procedure: string }) => one.procedure === 'expert-review',
      );
      expect(own).toMatchObject({
        roles: { asker: { zh: '委托部门' } },
        commands: {
          'ask-experts': {
            title: { zh: '委托专家评审' },
            by: ['asker'],
            opens: true,
            body: { $ref: '#/components/schemas/Body.expert-review.ask-experts' },
          },
        },
      });
      expect(document.components.schemas['Body.expert-review.ask-experts']).toMatchObject({
        required: ['to', 'fields'],
        properties: {
          fields: {
            required: ['wantedOn'],
            properties: {
              isPressing: { const: true, title: '加急办理 / it is pressing', 'x-kind': 'flag' },
              wantedOn: { type: 'string', 'x-kind': 'date', 'x-class': 'open' },
              wards: { type: 'array', items: { enum: ['oncology', 'surgery'] }, maxItems: 200 },
            },
            additionalProperties: false,
          },
        },
      });
      expect(document.components.schemas['Party.expert-review.give-opinion']).toMatchObject({
        required: ['fields'],
        properties: { fields: { required: ['opinion'] } },
      });
    }
    expect(asyncapi.channels.inbox.messages).toHaveProperty(['xianjie.expert-review.opinion-given.v1']);
    const tables = made['law/procedures/README.md'] ?? '';
    expect(tables).toContain('#### 专家评审 Expert review · `expert-review` v1');
    expect(tables).toContain('| `experts-asked` | 委托专家评审 | `expert-review` | `ask-experts` | asker |');
    expect(made['law/published.json']).toContain('procedure expert-review@1');
  });
});
