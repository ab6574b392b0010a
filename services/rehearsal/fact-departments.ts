// Rules 1, 2 and 7 for one fact: the department that acts, those it acts together with, and those it is addressed to.
import type { Law } from '../../law/law.ts';
import { provinceOf } from '../../law/regions.ts';
import { type Body, bodyOf, type DepartmentId, departmentId, type Region } from '../../schemas/ids.ts';
import type { CivilDate } from '../../schemas/instant.ts';
import { FORMER_ORGANS } from './organ-words.ts';
import { actorInText, courtAbove, listedWith, mentionsOf, type OrganMention } from './organs.ts';

/** Where the case is at home, and which bodies the city handles it by: those that were named at the city's level last. */
export type Setting = {
  readonly home: Region;
  readonly seats: ReadonlyMap<Body, Region>;
  /** The day by which it happened, where that is known; and the law that says which organs there were. */
  readonly by?: CivilDate | undefined;
  readonly law: Law;
};

/** A department of a fact, and how the text names it; without a region there it is not said which of its body is meant. */
export type FactOrgan = { readonly department: DepartmentId; readonly mention?: OrganMention };

const APPEAL = /二审|终审|驳回上诉/;

/** The bureau and its agency are two bodies (行政与经办); the published word `insurance` stands for both. */
const bodyInText = (body: Body, text: string, home: Region): Body => {
  if (body !== 'medical-insurance') return body;
  const agency = mentionsOf(text, 'insurance-agency', home).find((mention) => !mention.isObject);
  const bureau = mentionsOf(text, body, home).find((mention) => !mention.isObject);
  return agency !== undefined && (bureau === undefined || agency.at < bureau.at) ? 'insurance-agency' : body;
};

const seatOf = (body: Body, { home, seats }: Setting): Region => seats.get(body) ?? home;

const regionUnnamed = (body: Body, text: string, setting: Setting): Region => {
  if (body === 'court' && APPEAL.test(text)) return courtAbove(setting.home);
  return text.startsWith('全省') ? provinceOf(setting.home) : seatOf(body, setting);
};

/** The organ of its day where the text calls it by the name it had then: 卫计部门 in 2017. */
const ofItsDay = (
  body: Body,
  mention: OrganMention | undefined,
  text: string,
  { by, law }: Setting,
): Body => {
  const called = mention ? text.slice(mention.at, mention.end) : '';
  const former = (Object.keys(FORMER_ORGANS) as Body[]).find((one) => FORMER_ORGANS[one]?.test(called));
  const ended = former && law.formerBody(former);
  return former && ended?.successor === body && by !== undefined && by < ended.until ? former : body;
};

const organ = (
  region: Region,
  body: Body,
  mention: OrganMention | undefined,
  text: string,
  setting: Setting,
): FactOrgan => ({
  department: departmentId(region, ofItsDay(body, mention, text, setting)),
  ...(mention ? { mention } : {}),
});

/** Who acts: the sender at the level the text names, else whom the text shows acting, else nobody: the publisher. */
const actorOf = (from: Body | null, text: string, setting: Setting): FactOrgan | 'publisher' => {
  const { home } = setting;
  if (from === null) {
    const acting = actorInText(text, home);
    if (acting === undefined) return 'publisher';
    return organ(acting.region ?? seatOf(acting.body, setting), acting.body, acting, text, setting);
  }
  const body = bodyInText(from, text, home);
  const mention = mentionsOf(text, body, home).find(({ isObject }) => !isObject);
  return organ(mention?.region ?? regionUnnamed(body, text, setting), body, mention, text, setting);
};

/** Whom it is addressed to. Within one body (rule 9) the receiver is the organ acted upon, of the actor's own kind. */
const receiverOf = (to: Body, actor: FactOrgan | 'publisher', text: string, setting: Setting): FactOrgan => {
  const { home } = setting;
  const isInternal = actor !== 'publisher' && bodyInText(to, text, home) === bodyOf(actor.department);
  const body = isInternal ? bodyOf(actor.department) : to;
  const mentions = mentionsOf(text, body, home);
  const mention = mentions.find(({ isObject }) => isObject) ?? (isInternal ? undefined : mentions[0]);
  // Within one body the city hands on to its county.
  const region = mention?.region ?? (isInternal ? home : seatOf(body, setting));
  return organ(region, body, mention, text, setting);
};

/** Those the text names beside an organ: at a second level (省市卫健), or in one list with it (市场监管、药监). */
const namedBeside = ({ mention }: FactOrgan, text: string, setting: Setting): DepartmentId[] => {
  if (mention === undefined) return [];
  const listed = listedWith(text, mention, setting.home);
  return [
    ...(mention.also === undefined ? [] : [departmentId(mention.also, mention.body)]),
    ...listed.flatMap(({ body, region, also }) => [
      departmentId(region ?? seatOf(body, setting), body),
      ...(also === undefined ? [] : [departmentId(also, body)]),
    ]),
  ];
};

/** Every department of a fact, by the part it has in it. */
export type FactDepartments = {
  actor: DepartmentId | 'publisher';
  /** Without the actor itself. */
  receivers: DepartmentId[];
  /** Those named beside the actor, acting with it. */
  partners: DepartmentId[];
  /** Sender and receiver are of one body: a step within it. */
  isInternal: boolean;
  /** Actor and receivers as the text names them, without those it names beside them. */
  organs: readonly FactOrgan[];
};

/** Reads the departments of a fact out of its fields and its text. */
export const departmentsIn = (
  from: Body | null,
  to: readonly Body[],
  text: string,
  setting: Setting,
): FactDepartments => {
  const acting = actorOf(from, text, setting);
  const receives = (body: Body): FactOrgan =>
    // 市医保局收到举报: the organ the text shows acting is itself the one that received.
    from === null && acting !== 'publisher' && bodyOf(acting.department) === body
      ? acting
      : receiverOf(body, acting, text, setting);
  const addressed = to.map(receives);
  const organs = acting === 'publisher' ? addressed : [acting, ...addressed];

  const bodies = new Set(organs.map(({ department }) => bodyOf(department)));
  /** Of another body that has a part of its own, the list says nothing new. */
  const beside = (one: FactOrgan): DepartmentId[] =>
    namedBeside(one, text, setting).filter(
      (other) => bodyOf(other) === bodyOf(one.department) || !bodies.has(bodyOf(other)),
    );
  const actor = acting === 'publisher' ? acting : acting.department;
  const others = (departments: readonly DepartmentId[]): DepartmentId[] =>
    [...new Set(departments)].filter((department) => department !== actor);
  const receivers = others(addressed.flatMap((one) => [one.department, ...beside(one)]));
  const partners = acting === 'publisher' ? [] : others(beside(acting));
  return {
    actor,
    receivers,
    partners: partners.filter((department) => !receivers.includes(department)),
    isInternal: from !== null && to.includes(from),
    organs,
  };
};
