// Three published cases on a running platform, each department with the client, time stepped by their days: one is split, two are joined,
// one crosses regions. What `case show` then says of each is what the text says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentId, type Region } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { readCredentials } from '../../services/client/credentials.ts';
import { connectDepartment, type DepartmentClient } from '../../services/client/department-client.ts';
import { steppedClock } from '../../services/clock.ts';
import type { CaseAnswer } from '../../services/doors/http/case-answer.ts';
import { credentialsFile } from '../../services/host/platform/provisioning.ts';
import { cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestPlatform } from '../support/test-platform.ts';
import { HANDED_DOWN, SERIES, SURGEON } from '../support/told-by-the-text.ts';
import { type Act, fullName, lineOf, nameOf, shortName, toldOfAct } from '../support/told-of-act.ts';

const clock = steppedClock('2022-05-16T08:00:00+08:00');
const clients = new Map<string, DepartmentClient>();
let test: TestPlatform;
let xianjie: ReturnType<typeof cliFor>;

const stepTo = async (end: Instant): Promise<void> => {
  const { enforcing } = test.platform;
  for (let next = enforcing.nearest(); next !== null && next <= end; next = enforcing.nearest()) {
    clock.step(next);
    await enforcing.step(next);
  }
  clock.step(end);
};

/** Acts of one day follow each other at ten minutes, whatever case they are of. */
const instantOn = (day: string): Instant => {
  const morning = `${day}T09:00:00+08:00`;
  const next = plusMillis(clock.now(), 600_000);
  return next > morning ? next : morning;
};
const caseState = async (id: string | undefined) =>
  id === undefined ? null : ((await test.platform.bus.registrar.caseHead(id))?.state ?? null);
const valuesOf = (names: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(names.filter((name) => !name.includes('/')).map((name) => [name, '见公开报道']));

/** A case of a region as its departments tell it: nothing is in it yet, or it is one that another was split into. */
const casePlayed = (region: Region, opened?: string) => {
  let id = opened;
  const send = async (act: Act): Promise<void> => {
    const [day, , step] = act;
    const at = instantOn(day);
    await stepTo(at);
    const { told } = toldOfAct(act, await caseState(id), region, at);
    const [department, officer = ''] = [told.as.split('/').slice(0, 2).join('/'), told.as.split('/')[2]];
    const { command, body = {}, proceeding, procedure } = told;
    const answer = await clients.get(department)?.submit(
      {
        command,
        body,
        ...(id === undefined ? {} : { case: id }),
        ...(proceeding === undefined ? {} : { proceeding }),
        ...(procedure === undefined ? {} : { procedure }),
      },
      { officer, party: { summary: '见公开报道', ...valuesOf(told.with) } },
    );
    if (!answer?.ok) throw new Error(`${step}: ${answer?.code} ${answer?.details.join(', ')}`);
    id = answer.case;
    await test.platform.bus.followUpsTaken();
  };
  return {
    get id(): string {
      return id ?? '';
    },
    play: async (acts: readonly Act[]): Promise<void> => {
      for (const act of acts) await send(act);
    },
    split: async (day: string, who: string, subject: string) => {
      await send([day, who, 'case split-case', 'known', { subjects: [subject] }]);
      const proceedings = Object.values((await caseState(id))?.proceedings ?? {});
      return casePlayed(region, proceedings.find((p) => p.subject === subject)?.moved?.to);
    },
    /** The timeline and what stands, as a department reads it at the terminal. */
    shown: async (as: string) => {
      await test.platform.room.idle(await lastSequence(test.platform.bus.connections.relay));
      const { code, out, err } = await xianjie('case', 'show', id ?? '', '--as', as, '--json');
      if (code !== 0) throw new Error(err);
      const answer = JSON.parse(out) as CaseAnswer;
      const names = new Map(answer.proceedings.map((p) => [p.proceeding, nameOf(p)]));
      const steps = answer.steps.map(({ at, by, proceeding, command, state }) =>
        lineOf(at.slice(0, 10), shortName(region, by), `${names.get(proceeding)} ${command}`, state),
      );
      return { answer, steps };
    },
  };
};
/** What the text says of a case. */
const timeline = (...acts: readonly Act[]): string[] =>
  acts.map(([day, who, step, state]) => lineOf(day, who, step, state));

beforeAll(async () => {
  test = await startTestPlatform({ clock });
  xianjie = cliFor(test.options);
  const ids = [
    ...(['public-security', 'procuratorate', 'court'] as const).map((body) => departmentId('330602', body)),
    fullName('330600', 'court'),
    ...(['medical-insurance', 'public-security', 'procuratorate'] as const).map((body) =>
      departmentId('440300', body),
    ),
    ...HANDED_DOWN.regions.map((region) => departmentId(region, 'medical-insurance')),
  ];
  for (const id of ids) {
    await test.department(id);
    const credentials = await readCredentials(credentialsFile(test.options.keysDir, id));
    clients.set(id, await connectDepartment({ credentials, clock }));
  }
  await test.platform.enforcing.ready;
});
afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.close()));
  await test?.stop();
});

describe('分案', () => {
  it('RC-079 绍兴袍江医院: three accused of one case end in three, each with its own course', async () => {
    const police = '330602/public-security/head';
    const w = casePlayed('330602');
    await w.play(SURGEON.begun);
    const organiser = await w.split(SURGEON.organiserLeaves, 'public-security', 's2');
    const apart = await w.split(SURGEON.otherLeaves, 'public-security', 's3');
    const whole = [
      ...SURGEON.tried.map((act) => [w, act] as const),
      ...SURGEON.apart.map((act) => [apart, act] as const),
    ].sort(([, [a]], [, [b]]) => a.localeCompare(b));
    for (const [one, act] of whole) await one.play([act]);

    const surgeon = await w.shown(police);
    expect(surgeon.steps).toEqual(timeline(...SURGEON.begun, ...SURGEON.tried));
    // What was done about the third before the split is shown as the past of the case.
    const before = SURGEON.begun.filter(([, , step]) => step.startsWith('criminal-process:s3 '));
    expect((await apart.shown(police)).steps).toEqual(timeline(...before, ...SURGEON.apart));
    expect((await organiser.shown(police)).answer.proceedings).toMatchObject([
      { procedure: 'criminal-process', subject: 's2', state: 'investigating' },
    ]);
    // The trial that was not prolonged is late, in the case where it is.
    const trial = surgeon.answer.clocks.filter(({ limit }) => limit === 'pro-trial');
    expect(trial).toMatchObject([{ obliged: '330602/court', outcome: 'breached' }]);
  });
});

describe('并案', () => {
  it('RC-039 深圳李某系列: two cases of one series are shown beside each other', async () => {
    const bureau = '440300/medical-insurance/head';
    const [first, later] = [casePlayed('440300'), casePlayed('440300')];
    await first.play(SERIES.first);
    await later.play(SERIES.later);
    await later.play([[SERIES.joined, 'medical-insurance', 'case merge-case', 'known', { into: first.id }]]);
    const [one, other] = [await first.shown(bureau), await later.shown(bureau)];
    expect(one.steps).toEqual(timeline(...SERIES.first));
    expect(other.steps).toEqual(timeline(...SERIES.later));
    expect(one.answer.joined.map(({ case: id, closed }) => [id, closed])).toEqual([[later.id, false]]);
    expect(other.answer.joinedTo).toBe(first.id);
    for (const { answer } of [one, other])
      expect(answer.clocks.filter(({ limit }) => limit === 'fwd-filing-review')).toMatchObject([
        { outcome: 'met' },
      ]);
  });
});

describe('跨区域', () => {
  it('RC-094 南县光明卫生院: both bureaus read the clue; the county alone what it did about it', async () => {
    const w = casePlayed('430921');
    const { received, filed, penalised } = HANDED_DOWN;
    await w.play([...received, ...penalised]);
    const county = await w.shown('430921/medical-insurance/head');
    expect(county.steps).toEqual(timeline(...received, filed, ...penalised));
    const ended = (limit: string) =>
      county.answer.clocks.filter((one) => one.limit === limit).map(({ outcome }) => outcome);
    expect([ended('clue-verify'), ended('pen-decision')]).toEqual([['met'], ['met']]);
  });
});
