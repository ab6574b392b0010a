// A refusal in words: what was wrong with it by name, where the registry of codes only says which kind of thing was.
import { paperTitle } from '../../law/paper-titles.ts';
import { procedures } from '../../law/procedures/registry.ts';
import { stateTitle } from '../../law/titles.ts';
import type { Refusal } from '../../schemas/entry.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { conditionTitle } from './conditions.ts';
import { departmentTitle } from './departments.ts';
import { whenText } from './instants.ts';
import { rankTitle, roleTitle } from './roles.ts';

const same = (text: string): Bilingual => ({ zh: text, en: text });

const stateOf = (id: string): Bilingual => {
  const known = procedures.find((p) => p.states[id]);
  return known ? stateTitle(known.procedure, known.version, id) : same(id);
};

/** How those who fill them in know the fields of a command. */
type FieldTitle = (field: string) => string;

/** What a detail means, by the code it comes with. */
const DETAIL: Readonly<Record<string, (detail: string, fieldTitle: FieldTitle) => Bilingual>> = {
  RANK_TOO_LOW: (rank) => ({ zh: `须由${rankTitle(rank)}办理`, en: `a ${rank} must do it` }),
  PAPERS_MISSING: (code) => ({ zh: `${code}(${paperTitle(code).zh})`, en: code }),
  REASON_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  FIELD_REFUSED: (field, fieldTitle) => same(fieldTitle(field)),
  FIELD_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  RECEIVER_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  TEAM_TOO_SMALL: (count) => ({ zh: `至少 ${count} 名`, en: `at least ${count}` }),
  NOT_ALLOWED_IN_STATE: stateOf,
  NOT_YOUR_ROLE: (role) => ({ zh: `由${roleTitle(role)}办理`, en: `the ${role} may` }),
  UNKNOWN_DEPARTMENT: (id) => ({ zh: `${departmentTitle(id)} ${id}`, en: id }),
  OCCURRED_BEFORE_PREVIOUS: (at) => ({
    zh: `上一步 ${whenText(at)}`,
    en: `the previous step: ${whenText(at)}`,
  }),
};

/** A condition that does not hold, whatever its code. */
const conditionText = (id: string): Bilingual | undefined => {
  const title = conditionTitle(id);
  return title && { zh: `须在${title.zh}`, en: `only ${title.en}` };
};

/** The message with its details by name, instead of a pointer to them. */
export const refusalText = (
  { code, message, details }: Pick<Refusal, 'code' | 'message' | 'details'>,
  fieldTitle: FieldTitle,
): Bilingual => {
  // A state's refusal names the proceeding first.
  const meant = details.map((detail) =>
    /^p\d+$/.test(detail)
      ? same(detail)
      : (DETAIL[code]?.(detail, fieldTitle) ?? conditionText(detail) ?? same(detail)),
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
