// The answer about a case, made of what its reader is shown.
import type * as z from 'zod';
import { nextObligations, stillOpen } from '../../../case/closing/still-open.ts';
import { type CaseState, joinedInto, type Proceeding } from '../../../case/state.ts';
import type { Law } from '../../../law/law.ts';
import type { BandRule } from '../../../schemas/band-rule.ts';
import type { Disclosure } from '../../../schemas/command.ts';
import type { FieldValues } from '../../../schemas/field.ts';
import type { CaseId, ProceedingId } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { standingOf } from '../../bus/reading-room/queries/clock-status.ts';
import type { Words } from '../../words/words.ts';
import { statusLine } from './answer-parts.ts';
import { balancesIn, paymentsIn } from './balances.ts';
import { bandDoubtsIn } from './band-doubts.ts';
import type { CaseAnswer, Fields, Standing } from './case-answer.ts';
import { type CaseFile, caseFile, type OpenedEntry } from './case-file.ts';
import type { ShownCase } from './case-shown.ts';
import { withCorrections } from './corrected-values.ts';

const fieldsOf = (fields: FieldValues, { fieldTitle }: Words): z.infer<typeof Fields> =>
  Object.entries(fields).map(([name, value]) => ({ name, title: fieldTitle(name), value }));

const standingIn = (
  { proceeding, procedure, version, state, subject }: Proceeding,
  words: Words,
): z.infer<typeof Standing> => ({
  proceeding,
  ...(subject ? { subject } : {}),
  procedure,
  title: words.procedureTitle(procedure),
  state,
  stateTitle: words.stateTitle(procedure, version, state),
});

const proceedingsOf = (
  { state, since }: ShownCase,
  steps: ReturnType<typeof caseFile>['steps'],
  words: Words,
): CaseAnswer['proceedings'] =>
  Object.values(state.proceedings).map((p) => ({
    ...standingIn(p, words),
    version: p.version,
    roles: Object.fromEntries(Object.entries(p.roles).map(([role, all]) => [role, [...all]])),
    ...(p.parent ? { parent: p.parent } : {}),
    ...(p.breach ? { breach: p.breach } : {}),
    openedAt: p.openedAt,
    waivedAt: p.waived?.at ?? null,
    movedTo: p.moved?.to ?? null,
    cameFrom: p.arrived?.from.case ?? null,
    since: since[p.proceeding]?.at ?? null,
    lastBy: since[p.proceeding]?.by ?? null,
    // Out of the steps shown, for the fold may know of later ones.
    fields: fieldsOf(
      Object.fromEntries(
        steps.flatMap((s) => (s.proceeding === p.proceeding ? Object.entries(s.fields) : [])),
      ),
      words,
    ),
  }));

const clocksOf = ({ state }: ShownCase, asOf: Instant): CaseAnswer['clocks'] =>
  Object.values(state.clocks).map((c) => ({
    clock: c.clock,
    proceeding: c.proceeding,
    limit: c.limit,
    obliged: c.obliged,
    status: c.status,
    standing: standingOf(state, c, asOf),
    startedAt: c.startedAt,
    startedAtLatest: c.startedAtLatest ?? null,
    strictDueAt: c.times.strictDueAt,
    latestDueAt: c.times.latestDueAt,
    ends: c.times.ends,
    provisional: c.times.provisional,
    kind: c.limitKind,
    source: c.limitSource,
    basis: [...c.basis],
    undetermined: c.undetermined ?? null,
    window: c.window ?? false,
    stoppedAt: c.stoppedAt ?? null,
    outcome: c.outcome ?? null,
  }));

const closingOf = (
  { state }: ShownCase,
  law: Law,
): Pick<CaseAnswer, 'closed' | 'major' | 'blocks' | 'next'> => ({
  closed: state.closed ? { by: state.closed.department, at: state.closed.at } : null,
  major: state.major !== undefined,
  blocks: stillOpen(state, law).flatMap((one) =>
    one.what === 'joined'
      ? []
      : [
          {
            what: one.what,
            proceeding: one.proceeding,
            clock: one.what === 'clock' ? one.clock : null,
          },
        ],
  ),
  next: nextOf(state),
});

const nextOf = (state: CaseState): CaseAnswer['next'] =>
  nextObligations(state).map(({ obliged, clock, limit, proceeding, times, limitKind, limitSource }) => ({
    department: obliged,
    clock,
    limit,
    proceeding,
    strictDueAt: times.strictDueAt,
    latestDueAt: times.latestDueAt,
    kind: limitKind,
    source: limitSource,
  }));

const plain = (value: Disclosure | null) => value && { path: value.path, value: value.value };

/** What was entered, in words where the law has them; nothing of proceedings that the reader does not see any more. */
const fileAnswer = (
  { state }: ShownCase,
  { subjects, values, steps, papers, facts, links }: CaseFile,
  words: Words,
): Pick<CaseAnswer, 'subjects' | 'values' | 'steps' | 'papers' | 'facts' | 'links'> => ({
  subjects: subjects.map(({ reason, ...subject }) => ({ ...subject, reason: plain(reason) })),
  values: values.map(({ fields, reason, ...value }) => ({
    ...value,
    fields: fieldsOf(fields, words),
    reason: plain(reason),
  })),
  steps: steps.flatMap(({ event, fields, reason, ...step }) => {
    const p = state.proceedings[step.proceeding];
    if (!p) return [];
    const title = words.eventTitle(event, p.procedure);
    const stateTitle = words.stateTitle(p.procedure, p.version, step.state);
    return [{ ...step, title, stateTitle, fields: fieldsOf(fields, words), reason: plain(reason) }];
  }),
  papers: papers.flatMap(({ title, ...paper }) =>
    Object.hasOwn(state.proceedings, paper.proceeding)
      ? [{ ...paper, codeTitle: words.paperTitle(paper.code), title: plain(title) }]
      : [],
  ),
  facts: facts.map(({ reason, ...fact }) => ({ ...fact, reason: plain(reason) })),
  links: [...links],
});

/** Cases joined to one, as far as its reader is shown each: `null` where it is shown nothing of it. */
export type JoinedCases = Readonly<Record<CaseId, ShownCase | null>>;

const joinedOf = (
  { state }: ShownCase,
  joined: JoinedCases,
  words: Words,
): Pick<CaseAnswer, 'joinedTo' | 'joined'> => ({
  joinedTo: joinedInto(state)?.case ?? null,
  joined: Object.entries(state.joinedCases).map(([id, open]) => {
    const other = joined[id]?.state;
    return {
      case: id,
      closed: !open,
      proceedings: Object.values(other?.proceedings ?? {}).map((p) => standingIn(p, words)),
      next: other ? nextOf(other) : [],
    };
  }),
});

export const caseAnswer = (
  shown: ShownCase,
  entries: readonly OpenedEntry[],
  asOf: Instant,
  words: Words,
  bandsAt: (at: Instant) => readonly BandRule[],
  joined: JoinedCases = {},
): CaseAnswer => {
  const { state, knowsOpening } = shown;
  const open = entries.filter(({ sees }) => sees !== 'status');
  const ruleOf = (id: ProceedingId) => {
    const p = state.proceedings[id];
    return p && words.law.procedure(p.procedure, p.version)?.balance;
  };
  const file = caseFile(entries, paymentsIn(open, ruleOf));
  const corrected = withCorrections(open);
  return {
    case: state.id,
    region: state.region,
    openedBy: knowsOpening ? state.openedBy : null,
    openedAt: knowsOpening ? shown.openedAt : null,
    voided: state.voided !== undefined,
    ...closingOf(shown, words.law),
    ...joinedOf(shown, joined, words),
    sequence: state.sequence,
    ledgerSequence: shown.ledgerSequence,
    asOf,
    parties: [...state.parties],
    proceedings: proceedingsOf(shown, file.steps, words),
    statuses: shown.statuses.map((status) => statusLine(status, words)),
    clocks: clocksOf(shown, asOf),
    handOffs: Object.values(state.handOffs).map((h) => ({
      proceeding: h.proceeding,
      hop: h.hop,
      from: h.from,
      to: h.to,
      startedAt: h.startedAt,
      closedAt: h.closedAt ?? null,
      outcome: h.outcome ?? null,
    })),
    reached: [...shown.reached],
    ...fileAnswer(shown, file, words),
    bandDoubts: bandDoubtsIn(corrected, bandsAt),
    balances: balancesIn(corrected, ruleOf),
  };
};
