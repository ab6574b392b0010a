// The bus as a rehearsal's player sees it, in memory: the rules and the register, without ledger or front door. Time goes by
// the clocks of the cases.
import { decide } from '../../case/decide.ts';
import { applyEntry } from '../../case/evolve.ts';
import { nextMomentsOf } from '../../case/next-moments.ts';
import type { CaseState } from '../../case/state.ts';
import { law } from '../../law/law.ts';
import type { AskedCommand } from '../../schemas/asked-command.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Answer, Entry } from '../../schemas/entry.ts';
import { refusal } from '../../schemas/errors.ts';
import type { Instant } from '../../schemas/instant.ts';
import { openedCaseId } from '../../services/proof/case-id.ts';
import { byPath } from '../../services/proof/sign-command.ts';
import type { RecordedCase } from '../../services/rehearsal/collect.ts';
import type { RehearsalTime } from '../../services/rehearsal/play.ts';
import type { Bus } from '../../services/rehearsal/play-fact.ts';
import { registerWith } from './case-driver.ts';
import { digest, unsignedEntry, unsignedReceipt } from './unsigned-record.ts';

export const memoryBus = (departments: readonly string[], start: Instant) => {
  const register = registerWith(departments, [], { simulated: true });
  const cases = new Map<string, { state: CaseState; entries: Entry[] }>();
  let now = start;
  let sequence = 0;

  const take = (actor: CaseCommand['actor'], asked: AskedCommand): Answer => {
    const { party = {}, sealed: _, occurredAt = now, precision = 'instant', ...open } = asked;
    const command: CaseCommand = {
      format: 'xianjie.command.v1',
      actor,
      ...(open as Omit<AskedCommand, 'party' | 'sealed'>),
      occurredAt,
      precision,
      commitments: Object.fromEntries(Object.keys(byPath(party)).map((name) => [`/${name}`, digest])),
    } as CaseCommand;
    const id = command.case ?? openedCaseId(command);
    const known = cases.get(id);
    const context = { at: now, caseId: id, register, law, clock: 'rehearsal' } as const;
    const decision = decide(known?.state ?? null, command, context);
    if (!decision.ok) return refusal(decision.code, decision.details);
    sequence += 1;
    const entry = unsignedEntry(
      { id, command, events: decision.events, registerAt: register.at, recordedAt: now },
      known?.state.sequence ?? 0,
    );
    const state = applyEntry(known?.state ?? null, entry);
    cases.set(id, { state, entries: [...(known?.entries ?? []), entry] });
    return unsignedReceipt(entry, sequence);
  };

  const nextMoments = () => [...cases.values()].flatMap(({ state }) => nextMomentsOf(state));
  /** As the relay does: what a step ordered in a closed proceeding, each in an entry of its own. */
  const takeFollowUps = (at: Instant): void => {
    for (const { state } of [...cases.values()]) {
      for (const { followUp } of state.followUps)
        take(
          { service: 'relay' },
          {
            commandId: `follow-up ${followUp}`,
            case: state.id,
            command: 'take-follow-up',
            occurredAt: at,
            body: { followUp },
          },
        );
    }
  };
  const bus: Bus = {
    submit: async (asked, department, officer) => take({ department, officer }, asked),
    publish: async (asked) => take({ service: 'publisher' }, asked),
    caseState: async (id) => cases.get(id)?.state ?? null,
  };
  const time: RehearsalTime = {
    moveTo: (at) => {
      now = at;
    },
    nearestMoment: () =>
      nextMoments()
        .map(({ at }) => at)
        .sort()[0] ?? null,
    settle: async (at) => {
      takeFollowUps(at);
      for (let due = nextMoments().filter((m) => m.at <= at); due.length > 0; ) {
        for (const { case: id, clock, moment, at: planned } of due) {
          take(
            { service: 'docket' },
            {
              commandId: `${clock} ${moment} ${planned}`,
              case: id,
              command: 'reach-moment',
              occurredAt: planned,
              body: { moments: [{ clock, moment }] },
            },
          );
        }
        due = nextMoments().filter((m) => m.at <= at);
      }
    },
  };
  return {
    bus,
    time,
    recorded: (): RecordedCase[] => [...cases].map(([id, { state, entries }]) => ({ id, state, entries })),
  };
};
