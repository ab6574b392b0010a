// A refusal in words: what was wrong with it by name, where the registry of codes only says which kind of thing was.
import type { Law } from '../../law/law.ts';
import type { titlesOf } from '../../law/titles.ts';
import type { Refusal } from '../../schemas/entry.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { departmentTitle } from './departments.ts';
import { whenText } from './instants.ts';
import { rankTitle, type roleWords } from './roles.ts';

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** How those who fill them in know the fields of a command. */
type FieldTitle = (field: string) => string;

type Words = { readonly law: Law } & Pick<ReturnType<typeof titlesOf>, 'paperTitle'> &
  ReturnType<typeof roleWords>;

/** A state of whichever procedure has it. */
const stateOf = (id: string, { law }: Words): Bilingual =>
  law.procedures.find((p) => Object.hasOwn(p.states, id))?.states[id]?.title ?? same(id);

type Said = (detail: string, fieldTitle: FieldTitle, words: Words) => Bilingual;

/** What a detail means, by the code it comes with. */
const DETAIL: Readonly<Record<string, Said>> = {
  RANK_TOO_LOW: (rank) => ({ zh: `须由${rankTitle(rank)}办理`, en: `a ${rank} must do it` }),
  PAPERS_MISSING: (code, _, { paperTitle }) => ({ zh: `${code}(${paperTitle(code).zh})`, en: code }),
  REASON_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  FIELD_REFUSED: (field, fieldTitle) => same(fieldTitle(field)),
  FIELD_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  DATE_PASSED: (field, fieldTitle) => same(fieldTitle(field)),
  RECEIVER_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  TEAM_TOO_SMALL: (count) => ({ zh: `至少 ${count} 名`, en: `at least ${count}` }),
  NOT_ALLOWED_IN_STATE: (id, _, words) => stateOf(id, words),
  NOT_YOUR_ROLE: (role, _, { roleTitle }) => ({ zh: `由${roleTitle(role)}办理`, en: `the ${role} may` }),
  UNKNOWN_DEPARTMENT: (id) => ({ zh: `${departmentTitle(id)} ${id}`, en: id }),
  OCCURRED_BEFORE_PREVIOUS: (at) => ({
    zh: `上一步 ${whenText(at)}`,
    en: `the previous step: ${whenText(at)}`,
  }),
};

/** A condition that does not hold, whatever its code. */
const conditionText = (id: string, { law }: Words): Bilingual | undefined => {
  const title = law.procedures.find((p) => Object.hasOwn(p.conditions, id))?.conditions[id]?.title;
  return title && { zh: `须在${title.zh}`, en: `only ${title.en}` };
};

/** The message with its details by name, instead of a pointer to them. */
export const refusalText = (
  { code, message, details }: Pick<Refusal, 'code' | 'message' | 'details'>,
  fieldTitle: FieldTitle,
  words: Words,
): Bilingual => {
  // A state's refusal names the proceeding first.
  const meant = details.map((detail) =>
    /^p\d+$/.test(detail)
      ? same(detail)
      : (DETAIL[code]?.(detail, fieldTitle, words) ?? conditionText(detail, words) ?? same(detail)),
  );
  const bare = {
    zh: message.zh.replace(/[，,]见 details.*$/, ''),
    en: message.en.replace(/, see details.*$/, ''),
  };
  if (meant.length === 0) return bare;
  return {
    zh: `${bare.zh}：${meant.map(({ zh }) => zh).join('，')}`,
    en: `${bare.en}: ${meant.map(({ en }) => en).join(', ')}`,
  };
};
