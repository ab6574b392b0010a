// The law as items, as they are published: what this build has in its literals, and what folded items say again.
import type { AmountScale } from '../schemas/amount-scale.ts';
import type { Bilingual, Body } from '../schemas/ids.ts';
import {
  type Act,
  type Divisions,
  type FormerBody,
  LAW_MODELS,
  type LadderStep,
  type LaterBody,
  type LawItem,
  type LawKind,
} from '../schemas/law.ts';
import type { Procedure } from '../schemas/procedure.ts';
import type { LocalRegime, TimeLimit } from '../schemas/time-limit.ts';
import { LawFault } from './law-fault.ts';
import type { LawData } from './law-of.ts';

/** Versions of what has no place for one, by `kind id`; whatever is not named is in its first. */
export type Revisions = Readonly<Record<string, number>>;

/** Local days off are one item: which places have a regime is known of the whole country or not at all. */
const REGIMES = 'local';
/** So are the divisions. */
const DIVISIONS = 'gbt-2260';

const orderOf = (p: Procedure) => ({
  roles: Object.keys(p.roles),
  fields: Object.keys(p.fields),
  commands: Object.keys(p.commands),
  states: Object.keys(p.states),
  clocks: Object.keys(p.clocks),
});

/**
 * The law item by item, in one order: acts, scales of amounts, calendars, divisions, former and later bodies, ladders, papers, then limits
 * and procedures, each as its author wrote them one after the other.
 */
export const lawItemsOf = (data: LawData, revisions: Revisions = {}): LawItem[] => {
  const item = (kind: LawKind, id: string, version: number, value: object): LawItem => ({
    kind,
    id,
    version,
    model: 1,
    data: value as LawItem['data'],
  });
  const once = (kind: LawKind, id: string, value: object): LawItem =>
    item(kind, id, revisions[`${kind} ${id}`] ?? 1, value);
  return [
    ...Object.entries(data.acts).map(([id, act]) => once('act', id, act)),
    ...Object.entries(data.amountScales ?? {}).map(([id, scale]) => once('amount-scale', id, scale)),
    once('calendar-regimes', REGIMES, { regimes: data.regimes }),
    ...(data.divisions ? [once('divisions', DIVISIONS, data.divisions)] : []),
    ...Object.entries(data.formerBodies ?? {}).map(([id, body]) => once('former-body', id, body)),
    ...Object.entries(data.laterBodies ?? {}).map(([id, body]) => once('later-body', id, body)),
    ...Object.entries(data.ladders).map(([id, steps]) => once('ladder', id, { steps })),
    ...Object.entries(data.papers).map(([id, title]) => once('paper', id, { title })),
    ...data.timeLimits.map((limit) => item('limit', limit.id, limit.version, limit)),
    ...data.procedures.map((p) => item('procedure', p.procedure, p.version, { ...p, order: orderOf(p) })),
  ];
};

type Reader = <K extends LawKind>(kind: K, item: LawItem) => ReturnType<(typeof LAW_MODELS)[K][1]['parse']>;

/** What an item says, by the model it names. @throws LawFault LAW_ITEM_UNKNOWN, LAW_ITEM_REFUSED */
const checked: Reader = <K extends LawKind>(kind: K, item: LawItem) => {
  const models: Readonly<Record<number, (typeof LAW_MODELS)[K][1] | undefined>> = LAW_MODELS[kind];
  const model = models[item.model];
  const name = `${item.kind} ${item.id}@${item.version}`;
  if (!model) throw new LawFault('LAW_ITEM_UNKNOWN', [`${name}: model ${item.model}`]);
  const parsed = model.safeParse(inNames(item.data));
  if (parsed.success) return parsed.data as ReturnType<(typeof LAW_MODELS)[K][1]['parse']>;
  const [issue] = parsed.error.issues;
  throw new LawFault('LAW_ITEM_REFUSED', [`${name}: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`]);
};

/** Every object's names in the order of canonical JSON: what an item says does not depend on where it was read. */
const inNames = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, inNames(field)]),
  );
};

/** What this build itself wrote; that it fits its model is a test's to say, not every start's. */
const asWritten: Reader = <K extends LawKind>(_: K, { data }: LawItem) =>
  inNames(data) as ReturnType<(typeof LAW_MODELS)[K][1]['parse']>;

/** Names that stand in the order first, as they stand there; then all others. */
const ordered = <T>(record: Readonly<Record<string, T>>, order: readonly string[]): Record<string, T> =>
  Object.fromEntries(
    [...new Set([...order, ...Object.keys(record)])].flatMap((name) =>
      Object.hasOwn(record, name) ? [[name, record[name] as T]] : [],
    ),
  );

const procedureIn = (item: LawItem, read: Reader): Procedure => {
  const { order, always, ...p } = read('procedure', item);
  const byCommand = <T>(record: Readonly<Record<string, T>>) => ordered(record, order.commands);
  const states = Object.entries(ordered(p.states, order.states)).map(([name, state]) => [
    name,
    state.on ? { ...state, on: byCommand(state.on) } : state,
  ]);
  return {
    ...p,
    roles: ordered(p.roles, order.roles),
    fields: ordered(p.fields, order.fields),
    commands: byCommand(p.commands),
    opensOn: byCommand(p.opensOn),
    states: Object.fromEntries(states),
    ...(always ? { always: byCommand(always) } : {}),
    clocks: ordered(p.clocks, order.clocks),
  };
};

const dataOf = (items: readonly LawItem[], read: Reader): LawData => {
  const acts: Record<string, Act> = {};
  const amountScales: Record<string, AmountScale> = {};
  const ladders: Record<string, LadderStep[]> = {};
  const papers: Record<string, Bilingual> = {};
  const formerBodies: Partial<Record<Body, FormerBody>> = {};
  const laterBodies: Partial<Record<Body, LaterBody>> = {};
  const regimes: Record<string, LocalRegime[]> = {};
  const timeLimits: TimeLimit[] = [];
  const procedures: Procedure[] = [];
  let divisions: Divisions | undefined;
  // Versions of one id come in their order (law/fold-law.ts), so the last that is written is the newest.
  const takes: Readonly<Record<LawKind, (item: LawItem) => void>> = {
    act: (item) => {
      acts[item.id] = read('act', item);
    },
    'amount-scale': (item) => {
      amountScales[item.id] = read('amount-scale', item);
    },
    'calendar-regimes': (item) => {
      regimes[item.id] = read('calendar-regimes', item).regimes;
    },
    divisions: (item) => {
      divisions = read('divisions', item);
    },
    'former-body': (item) => {
      formerBodies[item.id as Body] = read('former-body', item);
    },
    'later-body': (item) => {
      laterBodies[item.id as Body] = read('later-body', item);
    },
    ladder: (item) => {
      ladders[item.id] = read('ladder', item).steps;
    },
    paper: (item) => {
      papers[item.id] = read('paper', item).title;
    },
    limit: (item) => void timeLimits.push(read('limit', item)),
    procedure: (item) => void procedures.push(procedureIn(item, read)),
  };
  for (const item of items) {
    if (!Object.hasOwn(takes, item.kind))
      throw new LawFault('LAW_ITEM_UNKNOWN', [`${item.kind} ${item.id}@${item.version}`]);
    takes[item.kind as LawKind](item);
  }
  return {
    acts,
    procedures,
    timeLimits,
    ladders,
    papers,
    regimes: Object.values(regimes).flat(),
    ...(divisions ? { divisions } : {}),
    ...(Object.keys(formerBodies).length > 0 ? { formerBodies } : {}),
    ...(Object.keys(laterBodies).length > 0 ? { laterBodies } : {}),
    ...(Object.keys(amountScales).length > 0 ? { amountScales } : {}),
  };
};

/** The same data from its items: of what has no versions side by side, the newest. @throws LawFault */
export const lawDataOf = (items: readonly LawItem[]): LawData => dataOf(items, checked);

/** The data of this build's literals as they read once they are published, without asking of each whether it fits its model. */
export const writtenDataOf = (data: LawData): LawData => dataOf(lawItemsOf(data), asWritten);
