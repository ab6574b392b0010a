// Rules 1, 2 and 7 for one fact: the department that acts and those it is addressed to.
import { provinceOf } from '../../law/regions.ts';
import { type Body, bodyOf, type DepartmentId, departmentId, type Region } from '../../schemas/ids.ts';
import { actorInText, courtAbove, mentionsOf } from './organs.ts';

const APPEAL = /二审|终审|驳回上诉/;

/** The bureau and its agency are two bodies (行政与经办); the published word `insurance` stands for both. */
const bodyInText = (body: Body, text: string, home: Region): Body => {
  if (body !== 'medical-insurance') return body;
  const agency = mentionsOf(text, 'insurance-agency', home).find((mention) => !mention.isObject);
  const bureau = mentionsOf(text, body, home).find((mention) => !mention.isObject);
  return agency !== undefined && (bureau === undefined || agency.at < bureau.at) ? 'insurance-agency' : body;
};

const regionUnnamed = (body: Body, text: string, home: Region): Region => {
  if (body === 'court' && APPEAL.test(text)) return courtAbove(home);
  return text.startsWith('全省') ? provinceOf(home) : home;
};

/** Who acts: the sender at the level the text names, else whom the text shows acting, else nobody: the publisher. */
export const actorOf = (from: Body | null, text: string, home: Region): DepartmentId | 'publisher' => {
  if (from === null) {
    const acting = actorInText(text, home);
    return acting === null ? 'publisher' : departmentId(acting.region, acting.body);
  }
  const body = bodyInText(from, text, home);
  const mention = mentionsOf(text, body, home).find(({ isObject }) => !isObject);
  return departmentId(mention?.region ?? regionUnnamed(body, text, home), body);
};

/** Whom it is addressed to. Within one body (rule 9) the receiver is the organ acted upon, of the actor's own kind. */
export const receiverOf = (
  to: Body,
  actor: DepartmentId | 'publisher',
  text: string,
  home: Region,
): DepartmentId => {
  const isInternal = actor !== 'publisher' && bodyInText(to, text, home) === bodyOf(actor);
  const body = isInternal ? bodyOf(actor) : to;
  const mentions = mentionsOf(text, body, home);
  const mention = mentions.find(({ isObject }) => isObject) ?? (isInternal ? undefined : mentions[0]);
  return departmentId(mention?.region ?? home, body);
};
