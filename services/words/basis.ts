// How the law is cited: the act by its title, with article and paragraph, or with the item of a notice.
import type { Law } from '../../law/law.ts';
import type { Act } from '../../schemas/law.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';

/** `5(2)` of an act with articles is 第5条第2款; of a notice with items, part and item: 第3(1)项. */
const articleText = (article: string, act: Act | undefined): string => {
  const [, number, paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? [];
  if (act?.cites === 'item' || number === undefined) return `第${article}项`;
  return paragraph === undefined ? `第${number}条` : `第${number}条第${paragraph}款`;
};

/** What was only agreed is not cited like an act. */
const titleOf = (key: string, act: Act | undefined): string => {
  if (act === undefined) return key;
  return act.source === 'agreed' ? act.title.zh : `《${act.title.zh}》`;
};

/** How a law cites its acts. */
export const basisWords = ({ act: actOf }: Law) => {
  const basisText = ({ act: key, article }: LegalBasis): string => {
    const act = actOf(key);
    return `${titleOf(key, act)}${article === undefined ? '' : articleText(article, act)}`;
  };
  return {
    /** `《行政执法机关移送涉嫌犯罪案件的规定》第5条第2款`. */
    basisText,
    /** With the number it was published under: `《…》国务院令第310号（2020年第730号修订） 第5条第2款`. */
    basisInFull: ({ act: key, article }: LegalBasis): string => {
      const act = actOf(key);
      return `${titleOf(key, act)}${act?.number ?? ''}${article === undefined ? '' : ` ${articleText(article, act)}`}`;
    },
    /** Articles of one act behind its title once: `《人民检察院刑事诉讼规则》第563条、第564条、《…》第182条第2款`. */
    basisTexts: (basis: readonly LegalBasis[]): string =>
      basis
        .map((one, n) =>
          one.article !== undefined && basis[n - 1]?.act === one.act
            ? articleText(one.article, actOf(one.act))
            : basisText(one),
        )
        .join('、'),
  };
};
