// Rule 5: whether a text speaks of a transfer or of a clue, and whether it knows of a transfer only from its copy.
import type { Law } from '../../law/law.ts';
import { type Body, bodyOf, type DepartmentId } from '../../schemas/ids.ts';

/** 协查 asks the police to look into something; no case is handed over yet. */
const CLUE = /线索|协查/;
/** Whoever penalises hands a suspected crime to 司法机关, says the law itself (行政处罚法 27(1)): the police are the first of them. */
const TRANSFER =
  /移送公安|移送书|移送案件|案件移(送|交)|移交公安|移送.{0,8}(公安|分局)|移(送|交).{0,6}司法机关|移送(衔接)?机制/;
const COPY = /移送书.{0,4}抄送|抄送.{0,12}移送书/;

/** What the wording makes of it; a text with neither word is taken as a clue, the weaker claim. */
export const wordingOf = (text: string): 'transfer' | 'clue' =>
  !CLUE.test(text) && TRANSFER.test(text) ? 'transfer' : 'clue';

/** The text is about the copy of a transfer letter sent to somebody else. */
export const isCopyOfTransfer = (text: string): boolean => COPY.test(text);

/** Bodies that may send a transfer under the procedure; others (discipline, an agency) can only send a clue. */
export const maySendTransfer = (law: Law, department: DepartmentId): boolean => {
  const transfer = law.newestProcedure('criminal-transfer');
  return transfer?.roles['sender']?.bodies?.includes(bodyOf(department)) ?? false;
};

const TOPICS: Partial<Record<Body, string>> = {
  'public-security': 'suspected-crime',
  'medical-insurance': 'fund-use',
  'insurance-agency': 'fund-use',
  'civil-affairs': 'fund-use',
  'human-resources': 'fund-use',
  health: 'medical-practice',
  'market-regulation': 'market-conduct',
  'drug-regulation': 'drug-sales',
  'discipline-inspection': 'official-conduct',
};

/** Topic of a clue, by what its receiver is competent for. */
export const topicFor = (receiver: DepartmentId): string => TOPICS[bodyOf(receiver)] ?? 'for-handling';
