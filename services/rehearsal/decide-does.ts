// What each fact tells the bus (rules 5, 7, 8, 9), in the order the facts are played, knowing what is open on the file by then.
import type { Law } from '../../law/law.ts';
import { bodyOf, type DepartmentId, departmentId, type Region, regionOf } from '../../schemas/ids.ts';
import { followsTransfer, type Step } from './implied-transfer.ts';
import { AFTER_RECEIVER, STARTS_UPON_IT } from './organ-words.ts';
import { mentionsOf } from './organs.ts';
import type { Act, Does } from './planned-fact.ts';
import { type Around, type ReadAct, readAct } from './read-act.ts';
import { isCopyOfTransfer, maySendTransfer, topicFor, wordingOf } from './transfer-wording.ts';
import { wayIn } from './way-in.ts';

export type Decided = {
  does: Does;
  /** Whose fact it is, which the table may read otherwise than the fields say. */
  actor: DepartmentId | 'publisher';
  why: string;
  presumesFilingOf?: string;
};

type OpenClue = { published: string; holder: DepartmentId; isAccepted: boolean };
/** What is open on one file. */
type File = { transfer?: string; clues: OpenClue[] };

export const publishedAs = (step: Step): string => `${step.case}#${step.position}`;

const asClue = (step: Step, to: DepartmentId[], file: File, why: string): Decided => {
  for (const holder of to) file.clues.push({ published: publishedAs(step), holder, isAccepted: false });
  return { does: { kind: 'clue', to, topic: topicFor(to[0] ?? '') }, actor: step.actor, why };
};

/** Whoever the text tells received what was sent: 市卫健委收到…. */
const receiverIn = ({ text, receivers }: Step, home: Region): DepartmentId | undefined =>
  receivers.find((receiver) =>
    mentionsOf(text, bodyOf(receiver), home).some(({ end }) => AFTER_RECEIVER.test(text.slice(end))),
  );

/** What it starts is a case like the one of its next act: it opens one of its own motion. */
const begunBy = (receiver: DepartmentId, around: Around): Act | undefined => {
  const { file, at, home, law } = around;
  const next = file
    .map((step, place) => (place > at ? readAct(step, { ...around, at: place }) : undefined))
    .find((act) => act?.actor === receiver && act.does.kind === 'act');
  const last = next?.does.kind === 'act' ? next.does.ways.at(-1) : undefined;
  const procedure = last && law.newestProcedure(last.procedure);
  const seeking = { command: last?.command ?? '', actor: receiver, others: [], home, law };
  const way = procedure && wayIn(procedure, seeking);
  return procedure && way?.by === receiver
    ? { kind: 'act', ways: [{ procedure: procedure.procedure, command: way.opening }], to: [], each: [{}] }
    : undefined;
};

/** The receipt is what was published, and the receiver's; of the sending only that it came before. */
const asReceipt = (
  step: Step,
  from: DepartmentId,
  receiver: DepartmentId,
  file: File,
  around: Around,
): Decided => {
  const begins = STARTS_UPON_IT.test(step.text) ? begunBy(receiver, around) : undefined;
  for (const holder of step.receivers)
    file.clues.push({ published: publishedAs(step), holder, isAccepted: begins !== undefined });
  return {
    does: {
      kind: 'receipt',
      from,
      to: step.receivers,
      topic: topicFor(receiver),
      ...(begins ? { begins } : {}),
    },
    actor: receiver,
    why: '规则5：正文写明收到，作接收部门的签收 (the receipt is told)',
  };
};

const asTransfer = (step: Step, to: DepartmentId, file: File, why: string): Decided => {
  const grewFrom = file.clues.find(({ holder }) => holder === step.actor);
  file.clues = file.clues.filter((clue) => clue !== grewFrom);
  file.transfer = publishedAs(step);
  return {
    does: {
      kind: 'transfer',
      to,
      supervisor: departmentId(regionOf(to), 'procuratorate'),
      ...(grewFrom === undefined ? {} : { upgrades: grewFrom.published }),
    },
    actor: step.actor,
    why,
  };
};

/** transfer_to_police: rule 5 by its wording, within what the procedure lets the sender do. */
const toPolice = (step: Step, sender: DepartmentId, police: DepartmentId, file: File, law: Law): Decided => {
  const told = [police, ...step.receivers.filter((receiver) => receiver !== police)];
  if (step.implied) {
    return asTransfer(
      step,
      police,
      file,
      '规则5：只见抄送的移送，排在由其引出的最早事实之前 (known from its copy)',
    );
  }
  if (wordingOf(step.text) === 'clue') {
    return asClue(step, told, file, '规则5：正文说的是线索，作线索通报 (speaks of a clue)');
  }
  return maySendTransfer(law, sender)
    ? asTransfer(step, police, file, '规则5：正文写明移送，作涉嫌犯罪案件移送 (names a transfer)')
    : asClue(step, told, file, '规则5、9：该类部门不是移送主体，作线索通报 (no sender of transfers)');
};

/** A fact that is plainly a step of a clue the actor holds: it verifies the clue, or files an administrative case on it. */
const clueStep = (step: Step, file: File, act: ReadAct): Decided | null => {
  const clue = file.clues.find(({ holder }) => holder === step.actor);
  if (clue === undefined) return null;
  if (step.action === 'investigation_finding' && /核查/.test(step.text) && !clue.isAccepted) {
    clue.isAccepted = true;
    return {
      does: { kind: 'clue-step', command: 'accept-clue', clue: clue.published },
      actor: step.actor,
      why: '规则5：收到线索的部门开始核查 (the receiver verifies)',
    };
  }
  if (step.action === 'admin_filing' && act.does.kind !== 'act') {
    file.clues = file.clues.filter((open) => open !== clue);
    return {
      does: { kind: 'clue-step', command: 'file-admin', clue: clue.published },
      actor: step.actor,
      why: '规则5：收到线索的部门行政立案 (the receiver files an administrative case)',
    };
  }
  return null;
};

/** Clues and transfers: what rule 5 reads before the table is asked. */
const passedOn = (step: Step, file: File, around: Around, act: ReadAct): Decided | null => {
  const { actor, action, receivers } = step;
  const { law, home } = around;
  if (actor === 'publisher') return null;
  const police = receivers.find((receiver) => bodyOf(receiver) === 'public-security');
  if (action === 'transfer_to_police' && police !== undefined)
    return toPolice(step, actor, police, file, law);
  const isPassedOn = action === 'clue_transferred' || isCopyOfTransfer(step.text);
  const receiver = isPassedOn ? receiverIn(step, home) : undefined;
  if (receiver !== undefined) return asReceipt(step, actor, receiver, file, around);
  if (receivers.length > 0 && isCopyOfTransfer(step.text))
    return asClue(step, receivers, file, '规则5：移送书抄送，作线索通报 (the copy tells of it)');
  if (action === 'clue_transferred' && receivers.length > 0 && act.does.kind !== 'act') {
    return asClue(step, receivers, file, '规则5：移交线索，作线索通报 (a clue is passed on)');
  }
  if (action === 'supervise_filing' && bodyOf(actor) === 'procuratorate' && police !== undefined) {
    return {
      does: { kind: 'supervise', of: police },
      actor,
      why: '规则9：未见移送的立案监督，单独开启 (supervision on its own)',
    };
  }
  if (action === 'police_filing' && bodyOf(actor) === 'public-security' && file.transfer !== undefined) {
    const transfer = file.transfer;
    delete file.transfer;
    return {
      does: { kind: 'file', transfer },
      actor,
      why: '规则10：本案移送在办，公安立案 (files the open transfer)',
    };
  }
  return null;
};

const WHY: Readonly<Partial<Record<Does['kind'], string>>> = {
  act: '规则11：机关的行为，作程序命令 (an act of an organ)',
  conduct: '规则11：当事人的行为，记为其行为 (conduct of the subject)',
  fact: '规则11：不是本案程序的一步，记为事实 (no step of a proceeding)',
};

const byTable = (step: Step, file: File, act: ReadAct): Decided => {
  if (act.isClue && step.receivers.length > 0)
    return asClue(step, step.receivers, file, '规则5：联合研判发现，告知对方 (found together)');
  const decided: Decided = { does: act.does, actor: act.actor, why: WHY[act.does.kind] ?? '' };
  if (!followsTransfer(step) || file.transfer === undefined) return decided;
  const presumesFilingOf = file.transfer;
  delete file.transfer;
  return { ...decided, presumesFilingOf };
};

const decideOne = (step: Step, file: File, around: Around): Decided => {
  const act = readAct(step, around);
  return passedOn(step, file, around, act) ?? clueStep(step, file, act) ?? byTable(step, file, act);
};

/** A step and what is known of it beside its words. */
export type Placed = { readonly step: Step; readonly day: string; readonly hasAmount: boolean };

/** Decides step after step; files are kept apart, so a linked case never files the main case's transfer. */
export const decideDoes = (placed: readonly Placed[], home: Region, law: Law): Decided[] => {
  const files = new Map<string, File>();
  const stepsOf = Map.groupBy(placed, ({ step }) => step.filedUnder);
  return placed.map((one) => {
    const { step, day, hasAmount } = one;
    const file = files.get(step.filedUnder) ?? { clues: [] };
    files.set(step.filedUnder, file);
    const own = stepsOf.get(step.filedUnder) ?? [];
    const around = { home, file: own.map((other) => other.step), at: own.indexOf(one), day, hasAmount, law };
    const decided = decideOne(step, file, around);
    const corrected = step.corrections.map(({ field }) => field);
    return corrected.length === 0
      ? decided
      : { ...decided, why: `${decided.why}；规则8：已更正 ${corrected.join('、')} (corrected)` };
  });
};
