// What each fact tells the bus (rules 5, 7, 8, 9), in the order the facts are played, knowing what is open on the file by then.
import type { Law } from '../../law/law.ts';
import { bodyOf, type DepartmentId, departmentId, regionOf } from '../../schemas/ids.ts';
import { followsTransfer, type Step } from './implied-transfer.ts';
import type { Does } from './planned-fact.ts';
import { isCopyOfTransfer, maySendTransfer, topicFor, wordingOf } from './transfer-wording.ts';

export type Decided = { does: Does; why: string; presumesFilingOf?: string };

type OpenClue = { published: string; holder: DepartmentId; isAccepted: boolean };
/** What is open on one file. */
type File = { transfer?: string; clues: OpenClue[] };

const kebab = (action: string): string => action.replaceAll('_', '-');
export const publishedAs = (step: Step): string => `${step.case}#${step.position}`;

const asFact = (step: Step, why: string): Decided => ({
  does: { kind: 'fact', fact: kebab(step.action), told: [...step.receivers, ...step.partners] },
  why,
});

const asClue = (step: Step, to: DepartmentId[], file: File, why: string): Decided => {
  for (const holder of to) file.clues.push({ published: publishedAs(step), holder, isAccepted: false });
  return { does: { kind: 'clue', to, topic: topicFor(to[0] ?? '') }, why };
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
const clueStep = (step: Step, file: File): Decided | null => {
  const clue = file.clues.find(({ holder }) => holder === step.actor);
  if (clue === undefined) return null;
  if (step.action === 'investigation_finding' && /核查/.test(step.text) && !clue.isAccepted) {
    clue.isAccepted = true;
    return {
      does: { kind: 'clue-step', command: 'accept-clue', clue: clue.published },
      why: '规则5：收到线索的部门开始核查 (the receiver verifies)',
    };
  }
  if (step.action === 'admin_filing') {
    file.clues = file.clues.filter((open) => open !== clue);
    return {
      does: { kind: 'clue-step', command: 'file-admin', clue: clue.published },
      why: '规则5：收到线索的部门行政立案 (the receiver files an administrative case)',
    };
  }
  return null;
};

const decideOne = (step: Step, file: File, law: Law): Decided => {
  const { actor, action, receivers } = step;
  if (actor === 'publisher') return asFact(step, '规则7：未写明由谁作出，由公开发布方记录 (nobody named)');
  if (step.isInternal) return asFact(step, '规则9：同类部门内部步骤 (a step within one body)');
  const police = receivers.find((receiver) => bodyOf(receiver) === 'public-security');
  if (action === 'transfer_to_police' && police !== undefined)
    return toPolice(step, actor, police, file, law);
  if (isCopyOfTransfer(step.text)) return asFact(step, '规则5：移送书抄送，记为事实 (the copy itself)');
  if (action === 'clue_transferred' && receivers.length > 0) {
    return asClue(step, receivers, file, '规则5：移交线索，作线索通报 (a clue is passed on)');
  }
  if (action === 'supervise_filing' && bodyOf(actor) === 'procuratorate' && police !== undefined) {
    return {
      does: { kind: 'supervise', of: police },
      why: '规则9：未见移送的立案监督，单独开启 (supervision on its own)',
    };
  }
  if (action === 'police_filing' && bodyOf(actor) === 'public-security' && file.transfer !== undefined) {
    const transfer = file.transfer;
    delete file.transfer;
    return {
      does: { kind: 'file', transfer },
      why: '规则10：本案移送在办，公安立案 (files the open transfer)',
    };
  }
  const asStep = clueStep(step, file);
  if (asStep !== null) return asStep;
  const recorded = asFact(step, '规则1、2：记为本案事实 (recorded on the case)');
  if (!followsTransfer(step) || file.transfer === undefined) return recorded;
  const presumesFilingOf = file.transfer;
  delete file.transfer;
  return { ...recorded, presumesFilingOf };
};

/** Decides step after step; files are kept apart, so a linked case never files the main case's transfer. */
export const decideDoes = (steps: readonly Step[], law: Law): Decided[] => {
  const files = new Map<string, File>();
  return steps.map((step) => {
    const file = files.get(step.filedUnder) ?? { clues: [] };
    files.set(step.filedUnder, file);
    const decided = decideOne(step, file, law);
    const corrected = step.corrections.map(({ field }) => field);
    return corrected.length === 0
      ? decided
      : { ...decided, why: `${decided.why}；规则8：已更正 ${corrected.join('、')} (corrected)` };
  });
};
