// A whole rehearsal: a platform on a clock that is stepped, simulated departments, the plan played through the front door, the
// inboxes read, the record verified. Leaves the platform running; the caller stops it.
import type { Law } from '../../law/law.ts';
import { type DepartmentId, departmentId } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import { lastSequence } from '../bus/ledger/read.ts';
import type { Wrong } from '../bus/verify/fault.ts';
import type { Verified } from '../bus/verify/verify-export.ts';
import { steppedClock } from '../clock.ts';
import { type Platform, startPlatform } from '../host/platform/start.ts';
import type { OnProgress } from '../host/stack/progress.ts';
import type { Log } from '../log.ts';
import { conceal } from '../proof/commitment.ts';
import { byPath } from '../proof/sign-command.ts';
import { untilReady, untilSettled } from './at-rest.ts';
import { caseFiles } from './case-files.ts';
import type { RecordedCase } from './collect.ts';
import { unmetExpectations } from './expectations.ts';
import { inventedCase } from './invented-case.ts';
import { outputOf } from './output-of.ts';
import { planCases } from './plan.ts';
import type { Plan } from './planned-fact.ts';
import { type Played, play, type RehearsalTime } from './play.ts';
import type { Bus } from './play-fact.ts';
import type { PublishedCase } from './published-case.ts';
import { recordedCases, verifyRecord } from './record-of.ts';
import type { RehearsalFolder } from './rehearsal-folder.ts';
import type { RehearsalOutput } from './rehearsal-output.ts';
import { type ReadInboxes, registerDepartments } from './simulated-departments.ts';
import { untilAnswered } from './until-answered.ts';

/** Where the time went, in milliseconds. */
type Stage = 'start' | 'departments' | 'play' | 'inboxes' | 'verify';

export type Rehearsal = {
  readonly plan: Plan;
  readonly played: Played;
  /** What its ledger was decided under. */
  readonly law: Law;
  readonly cases: readonly RecordedCase[];
  readonly inboxes: ReadInboxes;
  readonly verified: Verified | Wrong;
  /** What the invented case should have shown and did not, in words. */
  readonly unmet: readonly string[];
  readonly output: RehearsalOutput;
  readonly took: Readonly<Partial<Record<Stage, number>>>;
  readonly platform: Platform;
  stop(): Promise<void>;
};

const DAY = 86_400_000;
/** A day before anything happens, so that departments and their keys are registered by then. */
const startOf = (plan: Plan): Instant => {
  const first = [...plan.facts.map(({ at }) => at), ...inventedCase.steps.map(({ at }) => at)].sort()[0];
  return plusMillis(first ?? '2024-01-02T00:00:00+08:00', -DAY);
};

const departmentsOf = (plan: Plan): DepartmentId[] =>
  [
    ...new Set([
      ...plan.departments,
      ...[...caseFiles(plan.facts, plan.cases).values()].map(({ keeper }) => keeper),
      ...inventedCase.departments.map(({ department }) => department),
      departmentId(inventedCase.regionCode, 'joint-meeting-office'),
    ]),
  ].sort();

/**
 * Plays the cases and the invented case. Nothing is left running where it throws.
 * @throws StackError, LedgerFault with one line that says what to do
 */
export const rehearse = async (options: {
  readonly cases: readonly PublishedCase[];
  readonly folder: RehearsalFolder;
  /** What the plan is made under, before there is a ledger with its law. */
  readonly planUnder: Law;
  readonly log: Log;
  /** One line a step, for people. */
  readonly onProgress: OnProgress;
  /** Ends it between two deeds; everything is stopped when the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}): Promise<Rehearsal> => {
  const { cases: published, folder, planUnder, log, onProgress, signal } = options;
  const took: Partial<Record<Stage, number>> = {};
  const timed = async <T>(stage: Stage, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    took[stage] = (took[stage] ?? 0) + Math.round(performance.now() - from);
    return done;
  };
  const plan = planCases(published, planUnder);
  const clock = steppedClock(startOf(plan));
  const platform = await timed('start', () =>
    startPlatform({
      dataDir: folder.dataDir,
      keysDir: folder.keysDir,
      ports: { nats: 0, http: 0, temporal: 0, temporalUi: 0 },
      temporalAddress: undefined,
      databaseUrl: undefined,
      // Hundreds of departments with a few notices each; JetStream sets aside what an inbox may hold.
      inboxBytes: 4 * 1_048_576,
      clock,
      log,
      onProgress,
    }),
  );
  const stops = [platform.stop];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0)) await end();
  };
  try {
    const departments = departmentsOf(plan);
    onProgress(
      `正在登记 ${departments.length} 个模拟部门 / registering ${departments.length} simulated departments …`,
    );
    const simulated = await timed('departments', () => registerDepartments(platform, clock, departments));
    stops.unshift(simulated.close);
    await timed('start', () => untilReady(platform));

    const { bus, enforcing } = platform;
    const { law } = bus.laws.current();
    const front: Bus = {
      submit: simulated.submit,
      publish: ({
        commandId,
        command,
        occurredAt = clock.now(),
        precision,
        case: caseId,
        body,
        party = {},
      }) => {
        // Once: other salts would make it another command under the same id.
        const { commitments, disclosures } = conceal(byPath(party));
        const open = { commandId, command, occurredAt, body, commitments };
        const asked = {
          ...open,
          ...(precision ? { precision } : {}),
          ...(caseId ? { case: caseId } : {}),
        };
        return untilAnswered(
          () => bus.registrar.submitAsService('publisher', asked, disclosures),
          (answer) => (answer.ok ? undefined : answer.code),
        );
      },
      caseState: async (caseId) => (await untilAnswered(() => bus.registrar.caseHead(caseId)))?.state ?? null,
    };
    const time: RehearsalTime = {
      moveTo: clock.step,
      nearestMoment: enforcing.nearest,
      settle: (at) => untilSettled(platform, at),
    };
    let told = 0;
    const played = await timed('play', () =>
      play({
        plan,
        invented: inventedCase,
        bus: front,
        time,
        law,
        ...(signal ? { signal } : {}),
        onPlayed: (done, of, at) => {
          if (done < of ? done - told < 50 : told === of) return;
          told = done;
          (onProgress.instead ?? onProgress)(
            `已演练 ${done}/${of}，演练时间 ${at.slice(0, 10)} / played ${done} of ${of}`,
          );
        },
      }),
    );
    onProgress('正在收取并核验各部门收件箱 / reading and checking the inboxes …');
    const inboxes = await timed('inboxes', simulated.readInboxes);
    onProgress('正在导出并核验账本 / exporting and verifying the ledger …');
    const nc = bus.connections.registrar;
    const [cases, entries, verified] = await timed(
      'verify',
      async () =>
        [
          await recordedCases(nc),
          await lastSequence(nc),
          await verifyRecord(nc, {
            ledger: platform.keys.services.ledger,
            rootKey: platform.keys.root.publicKey,
          }),
        ] as const,
    );
    return {
      plan,
      played,
      law,
      cases,
      inboxes,
      verified,
      unmet: unmetExpectations(inventedCase, played, cases),
      output: outputOf(plan, played, cases, inboxes, verified, entries),
      took,
      platform,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
