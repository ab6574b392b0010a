// What a penalty is about (案由): each organ names its own matters, each with the laws and articles by which liability follows and,
// where the article was read, the kinds of penalty it may bring. A matter of another organ is none of its options; what a law did not
// know yet is not punished (CF 37), nor by a penalty that the article does not give (CF 4, 16). What is not among them is `other`.
import type { Test } from '../../schemas/condition.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { ConditionLiteral, FieldLiteral } from '../define-procedure.ts';
import {
  knownFrom,
  LIABILITY_SAID,
  liabilityFields,
  liableByTheConduct,
  NOT_YET_KNOWN,
} from '../liability.ts';
import { KINDS, type PenaltyKind } from '../penalty/hearing-scope.ts';
import { fromOf, isFromMemory, LAWS, type LawCode, titleOf } from './laws.ts';

export type Matter = {
  readonly title: readonly [zh: string, en: string];
  /** The laws that know it, in the order of time, each with the articles that the texts give; none: 来源待核. */
  readonly under: { readonly [law in LawCode]?: readonly string[] };
  /** Kinds of penalty that the articles give; where they were not read nothing is refused by them. */
  readonly kinds?: readonly PenaltyKind[];
  /** Of these, what an earlier law did not know yet. */
  readonly notUnder?: { readonly [law in LawCode]?: readonly PenaltyKind[] };
};

const MATTERS = 'penaltyMatters';
const lawsOf = ({ under }: Matter): readonly LawCode[] => Object.keys(under) as LawCode[];
const articlesOf = ({ under }: Matter): readonly LegalBasis[] =>
  Object.entries(under).flatMap(([law, articles]) =>
    articles.map((article) => ({ act: LAWS[law as LawCode], article })),
  );

/** 药品购进渠道违法（药品管理法第129条）; without an article it says that it is to be checked. */
const titled = (matter: Matter): FieldLiteral['title'] => {
  const [zh, en] = matter.title;
  const byLaw = lawsOf(matter).flatMap((law) => {
    const of = matter.under[law] ?? [];
    return of.length > 0 ? [[law, of] as const] : [];
  });
  if (byLaw.length === 0) return [`${zh}（条款来源待核）`, `${en} (article to be checked)`];
  return [
    `${zh}（${byLaw.map(([law, of]) => `${titleOf(law).zh}第${of.join('、')}条`).join('；')}）`,
    `${en} (${byLaw.map(([law, of]) => `${LAWS[law]} ${of.join(', ')}`).join('; ')})`,
  ];
};

const OTHER = { other: ['其他违法行为', 'another matter'] } as const;

/** What an organ says of the matter, and heeds, where it files, tells and decides. */
export type MattersOf = {
  fields: Readonly<Record<string, FieldLiteral>>;
  conditions: Readonly<Record<string, ConditionLiteral>>;
  /** For `takes` of what files and tells, and of what decides. */
  told: readonly string[];
  decided: readonly string[];
  whenTold: readonly string[];
  whenDecided: readonly string[];
  whenFined: readonly string[];
};

/** @param organ begins the names of its conditions: what they say is its own */
export const mattersOf = (organ: string, matters: Readonly<Record<string, Matter>>): MattersOf => {
  const [liable, known, kinds, fine] = ['liability', 'matter-known', 'matter-kinds', 'matter-fine'].map(
    (name) => `${organ}-${name}`,
  ) as [string, string, string, string];
  const names = [...Object.keys(matters), 'other'];
  const laws = [...new Set(Object.values(matters).flatMap(lawsOf))];
  const said = (has: string): Test => ({ field: { name: MATTERS, has } });
  const unsaid: Test = { field: { name: MATTERS, absent: true } };
  const anyOf = (has: readonly string[]): Test => ({ anyOf: [unsaid, ...has.map(said), said('other')] });
  const unless = (name: string, test: Test): Test => ({
    anyOf: [unsaid, { field: { name: MATTERS, only: names.filter((one) => one !== name) } }, test],
  });
  /** What an older law gave, of which no article was read, is not refused by the articles of the new one. */
  const unread = laws
    .filter(isFromMemory)
    .map((law): Test => ({ field: { name: LIABILITY_SAID[0], is: law } }));
  const isUnknownTo = (law: LawCode, kind: PenaltyKind, { notUnder }: Matter): boolean =>
    notUnder?.[law]?.includes(kind) ?? false;
  const bringing = (kind: PenaltyKind): Test => {
    const given = Object.entries(matters).filter(([, matter]) => matter.kinds?.includes(kind) ?? true);
    const byAll = given.filter(([, matter]) => !laws.some((law) => isUnknownTo(law, kind, matter)));
    const [law] = LIABILITY_SAID;
    const later = laws.filter((one) => !given.some(([, matter]) => isUnknownTo(one, kind, matter)));
    const byLater: Test = {
      allOf: [
        anyOf(given.map(([name]) => name)),
        {
          anyOf: [
            { field: { name: law, absent: true } },
            ...later.map((is): Test => ({ field: { name: law, is } })),
          ],
        },
      ],
    };
    return {
      anyOf: [
        anyOf(byAll.map(([name]) => name)),
        ...(byAll.length < given.length ? [byLater] : []),
        ...unread,
      ],
    };
  };
  // A day that is from memory refuses nothing.
  const young = Object.entries(matters).flatMap(([name, matter]) => {
    const [first] = lawsOf(matter);
    return first && !isFromMemory(first) ? [unless(name, knownFrom(fromOf(first)))] : [];
  });
  const NAMED = (Object.keys(KINDS) as PenaltyKind[]).filter((kind) => !kind.startsWith('other-'));
  const isOfTheMatter = {
    title: ['处罚种类为该案由的条款所规定时', 'where the article of the matter gives this kind of penalty'],
    code: 'KIND_NOT_OF_THE_MATTER',
    refusal: [
      '所载案由的法律责任条款没有规定这一处罚种类；请核对案由和处罚种类',
      'The article of the matter gives no penalty of this kind; check the matter and the kind',
    ],
    basis: Object.values(matters).flatMap(articlesOf),
  } as const satisfies Omit<ConditionLiteral, 'if'>;
  return {
    fields: {
      [MATTERS]: {
        kind: 'code',
        list: true,
        title: ['案由', 'matter of the penalty'],
        options: {
          ...Object.fromEntries(Object.entries(matters).map(([name, matter]) => [name, titled(matter)])),
          ...OTHER,
        },
      },
      ...liabilityFields(laws),
    },
    conditions: {
      [liable]: liableByTheConduct(laws, (law) =>
        anyOf(Object.keys(matters).filter((name) => matters[name] && lawsOf(matters[name]).includes(law))),
      ),
      ...(young.length > 0
        ? {
            [known]: {
              if: { allOf: young },
              title: ['规定该案由的法律已经施行时', 'where the law that knows the matter was in force'],
              ...NOT_YET_KNOWN,
              basis: [{ act: 'CF', article: '37' }],
            },
          }
        : {}),
      [kinds]: {
        if: {
          allOf: NAMED.map((kind) => ({
            anyOf: [
              { field: { name: 'penaltyKinds', absent: true } },
              { field: { name: 'penaltyKinds', only: Object.keys(KINDS).filter((one) => one !== kind) } },
              bringing(kind),
            ],
          })),
        },
        ...isOfTheMatter,
      },
      [fine]: {
        ...isOfTheMatter,
        if: bringing('fine'),
        title: ['该案由的条款规定罚款时', 'where the article of the matter gives a fine'],
      },
    },
    told: [MATTERS],
    decided: [MATTERS, ...LIABILITY_SAID],
    whenTold: [kinds],
    whenDecided: [liable, ...(young.length > 0 ? [known] : []), kinds],
    whenFined: [fine],
  };
};
