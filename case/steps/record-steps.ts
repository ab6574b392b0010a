// Several steps of one department recorded together, each decided on what the former left: a case that was already under way is
// entered whole, and no clock runs out between two of its steps. All are taken or none.
import type { CaseCommand } from '../../schemas/command.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { Rejection, rejectionOf, type UnderWay } from '../decision-under-way.ts';

type RecordedStep = NonNullable<CaseCommand['body']['steps']>[number];

/** The step as the command it would have been alone. Its values are committed to under its own place. */
const commandOf = ({ command }: UnderWay, step: RecordedStep, place: number): CaseCommand => {
  const prefix = `/steps/${place}/`;
  const own = Object.entries(command.commitments).flatMap(([path, digest]) =>
    path.startsWith(prefix) ? [[path.slice(prefix.length - 1), digest]] : [],
  );
  const { '/reason': reason } = command.commitments;
  const { proceeding: _named, ...rest } = command;
  const { officer, ...said } = step;
  return {
    ...rest,
    ...said,
    actor: { ...(command.actor as { department: string }), officer },
    commitments: { ...(reason ? { '/reason': reason } : {}), ...Object.fromEntries(own) },
  };
};

/** Only the last step may reach others: it names the notice they get. */
const reachesOthers = (events: readonly CaseEvent[], isFirst: boolean): boolean =>
  events.some(
    (event) =>
      event.type === 'hand-off-started' ||
      event.kind === 'follow-up' ||
      event.kind === 'admission' ||
      (event.kind === 'step' && event.copies.length + (event.joins ?? []).length > 0) ||
      (event.kind === 'proceeding' && !(isFirst && event.parent === undefined)),
  );

const named = (error: unknown, place: number): unknown => {
  const refused = rejectionOf(error);
  return refused ? new Rejection(refused.code, [`steps/${place}`, ...refused.details], refused.words) : error;
};

/**
 * `record-steps {steps}`.
 * @param take takes one command on what was left
 * @throws Rejection naming the step, e.g. `steps/2`
 */
export const recordSteps = (work: UnderWay, take: (work: UnderWay) => void): void => {
  const { body, commitments } = work.command;
  const { steps = [], ...more } = body;
  const astray = Object.keys(commitments).filter((path) => {
    const place = Number(/^\/steps\/(\d+)\//.exec(path)?.[1] ?? 0);
    return path !== '/reason' && (place < 1 || place > steps.length);
  });
  if (steps.length === 0) throw new Rejection('FIELD_REQUIRED', ['steps']);
  if (Object.keys(more).length > 0 || astray.length > 0)
    throw new Rejection('FIELD_REFUSED', [
      ...Object.keys(more),
      ...(astray.length > 0 ? ['commitments'] : []),
    ]);
  for (const [n, step] of steps.entries()) {
    const place = n + 1;
    const own: UnderWay = { ...work, command: commandOf(work, step, place), place };
    const before = work.events.length;
    try {
      take(own);
      if (place < steps.length && reachesOthers(work.events.slice(before), n === 0))
        throw new Rejection('STEP_NOT_LAST');
    } catch (error) {
      throw named(error, place);
    }
    work.state = own.state;
  }
};
