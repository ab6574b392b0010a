// A refusal in words: what was wrong with it by name, where the registry of codes only says which kind of thing was.
import type { Law } from '../../law/law.ts';
import type { titlesOf } from '../../law/titles.ts';
import type { Refusal } from '../../schemas/entry.ts';
import type { Field } from '../../schemas/field.ts';
import { type Bilingual, type Body, DepartmentId } from '../../schemas/ids.ts';
import { closeIds } from './close-ids.ts';
import { departmentTitle } from './departments.ts';
import { whenText } from './instants.ts';
import { rankOfAll, type roleWords } from './roles.ts';

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** How those who fill them in know the fields of a command. */
type FieldTitle = (field: string) => string;

type Words = {
  readonly law: Law;
  /** Kind of the department that was refused, where that is known. */
  readonly body?: Body | undefined;
} & Pick<ReturnType<typeof titlesOf>, 'paperTitle' | 'commandTitle'> &
  ReturnType<typeof roleWords>;

/** A state of whichever procedure has it. */
const stateOf = (id: string, { law }: Words): Bilingual =>
  law.procedures.find((p) => Object.hasOwn(p.states, id))?.states[id]?.title ?? same(id);

/** A limit by its title. */
const limitOf = (id: string, { law }: Words): Bilingual | undefined => law.versionsOf(id).at(-1)?.title;

/** Why a case cannot be voided. */
const IN_THE_WAY: Readonly<Record<string, Bilingual>> = {
  received: { zh: '移交已签收', en: 'a hand-over was acknowledged' },
  'handed-over': { zh: '移交待签收', en: 'a hand-over waits for its receipt' },
  parties: { zh: '其他部门已知悉案件', en: 'another department knows of the case' },
};

/** Why a case cannot be split so; the proceedings concerned follow. */
const NOT_SPLIT: Readonly<Record<string, Bilingual>> = {
  bound: {
    zh: '所列程序按规定互相牵连，须一并分出或者一并留下',
    en: 'rules tie these to those chosen, so they must go with them or all stay',
  },
  'under-way': {
    zh: '所列程序有未签收的移送或者未办的后续事项，先予办结',
    en: 'of these a hand-over waits for its receipt or an order is not taken yet',
  },
  all: { zh: '须分出一部分、留下一部分', en: 'something must go and something must stay' },
};

/** A name of a field, and what else stands beside one: a department, a kind, a pseudonym. */
const fieldOr = (detail: string, fieldTitle: FieldTitle): Bilingual => {
  const subject = /^(?:\/subjects\/)?(s[1-9]\d{0,3})$/.exec(detail)?.[1];
  if (subject !== undefined) return same(subject);
  return same(/^[a-z][a-zA-Z]*$/.test(detail) ? fieldTitle(detail) : detail);
};

/** More codes than these are looked up, not read in a refusal. */
const MOST_SHOWN = 16;

/** What a declared field takes, where a range or codes say it: of every procedure that declares it. */
const takenText = (name: string, { law }: Words): Bilingual => {
  const all = law.newest.flatMap(({ fields }): Field[] => {
    const own = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return own ? [own] : [];
  });
  const [{ least, most } = {}] = all;
  if (most !== undefined) return { zh: `（${least ?? 0} 至 ${most}）`, en: ` (${least ?? 0} to ${most})` };
  const codes = Object.entries(
    Object.assign({}, ...all.map(({ options }) => options)) as Record<string, Bilingual>,
  );
  if (codes.length === 0 || codes.length > MOST_SHOWN) return same('');
  return {
    zh: `（${codes.map(([code, { zh }]) => `${code} ${zh}`).join('、')}）`,
    en: ` (${codes.map(([code, { en }]) => `${code}: ${en}`).join(', ')})`,
  };
};

/** A field that is missing or wrong, with what it takes. */
const fieldAsked: Said = (detail, fieldTitle, words) => {
  const [title, taken] = [fieldOr(detail, fieldTitle), takenText(detail, words)];
  return { zh: `${title.zh}${taken.zh}`, en: `${title.en}${taken.en}` };
};

/** One that does not exist, with those nearest to it; nothing for the list of all. */
const nearText: Said = (id, _, { law }, details) => {
  if (KNOWN.test(id)) return same('');
  const known = details.flatMap((one) => KNOWN.exec(one)?.[1]?.split(', ') ?? []);
  const near = closeIds(id, known.length > 0 ? known : law.newest.map(({ procedure }) => procedure));
  return near.length === 0
    ? same(id)
    : { zh: `${id}，相近的有 ${near.join('、')}`, en: `${id}, try one of ${near.join(', ')}` };
};

/** `details`: all that the refusal has. */
type Said = (detail: string, fieldTitle: FieldTitle, words: Words, details: readonly string[]) => Bilingual;

/** Who may, where no procedure has a role for it. */
const ROLES: Readonly<Record<string, Bilingual>> = {
  openedBy: { zh: '由立卷部门办理', en: 'the department that opened the case may' },
  participants: {
    zh: '由立卷部门，或者参与本案公开程序的部门办理',
    en: 'who opened the case, or takes part in a proceeding of it that is closed to nobody, may',
  },
  into: {
    zh: '由可以将所指案件办结的立卷部门或者联席会议办公室办理',
    en: 'who may close that case may: who opened it, or the joint-meeting office',
  },
  'own-claim': { zh: '本部门自己的补录由其他部门确认', en: 'one’s own claim is for another to confirm' },
};
const roleText = (role: string, { roleTitle }: Words): Bilingual => ({
  zh: `由${roleTitle(role)}办理`,
  en: `the ${role} may`,
});
/** Who alone may, whatever the state. */
const onlyByText = (detail: string, words: Words): Bilingual | undefined => {
  const role = /^by: (.+)$/.exec(detail)?.[1];
  return role === undefined
    ? undefined
    : { zh: `且须${roleText(role, words).zh}`, en: `and only ${roleText(role, words).en}` };
};
/** From whom a case is to be kept is for those above it to say. */
const aboveText = (id: string): Bilingual | undefined =>
  DepartmentId.safeParse(id).success
    ? {
        zh: `由${departmentTitle(id)}的同级或者上级纪检监察机关，或者其最近的上级部门办理`,
        en: `discipline inspection of the level of ${id} or above, or its nearest superior, may`,
      }
    : undefined;

/** What is still open: a proceeding, a limit in it, or a hand-over of it. */
const openText = (open: string, words: Words): Bilingual => {
  const [proceeding, what, nth] = open.split('/');
  if (what === undefined) return same(open);
  if (nth === undefined) return { zh: `${proceeding} 的移送待签收`, en: `a hand-over of ${proceeding}` };
  const title = limitOf(what, words) ?? same(what);
  return { zh: `${proceeding} 的期限${title.zh}`, en: `${proceeding}: ${title.en}` };
};

const KNOWN = /^known: (.+)$/;

/** A command that opens what another only goes on in. */
const firstText = (detail: string, { commandTitle }: Words): Bilingual | undefined => {
  const command = /^first: (.+)$/.exec(detail)?.[1];
  return command === undefined
    ? undefined
    : {
        zh: `先以 ${command}（${commandTitle(command).zh}）启动程序`,
        en: `a proceeding is opened first, with ${command}`,
      };
};

const mustBe = ({ zh, en }: Bilingual): Bilingual => ({ zh: `须由${zh}办理`, en: `${en} must do it` });

/** What a detail means, by the code it comes with. */
const DETAIL: Readonly<Record<string, Said>> = {
  RANK_TOO_LOW: (rank, _, { body }) =>
    rank === 'occurredAt'
      ? {
          zh: '因所报时间早于该人员登记之日',
          en: 'for it is dated before the officer was registered',
        }
      : mustBe(rankOfAll(rank, body && [body])),
  PAPERS_MISSING: (code, _, { paperTitle }) => ({ zh: `${code}（${paperTitle(code).zh}）`, en: code }),
  REASON_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  DATED_BACK: (field, fieldTitle) => same(fieldTitle(field)),
  FIELD_REFUSED: (field, fieldTitle, words, details) =>
    field === 'corrects'
      ? { zh: '本案该条记录不是本部门的步骤', en: 'that entry holds no step of this department' }
      : fieldAsked(field, fieldTitle, words, details),
  FIELD_REQUIRED: fieldAsked,
  DATE_PASSED: (field, fieldTitle) => same(fieldTitle(field)),
  DATE_TOO_NEAR: (field, fieldTitle) => same(fieldTitle(field)),
  RECEIVER_REQUIRED: (field, fieldTitle) => same(fieldTitle(field)),
  TEAM_TOO_SMALL: (count) => ({ zh: `至少 ${count} 名`, en: `at least ${count}` }),
  NOT_ALLOWED_IN_STATE: (id, _, words) => onlyByText(id, words) ?? firstText(id, words) ?? stateOf(id, words),
  CASE_NOT_FOUND: (id, _, words) => firstText(id, words) ?? same(id),
  NOT_YOUR_ROLE: (role, _, words) =>
    ROLES[role] ?? aboveText(role) ?? limitOf(role, words) ?? roleText(role, words),
  CASE_NOT_SETTLED: (open, _, words) => openText(open, words),
  UNKNOWN_PROCEDURE: nearText,
  UNKNOWN_LIMIT: (limit, _, words) => limitOf(limit, words) ?? same(limit),
  LIMIT_NOT_AGREED: (limit, _, words) => limitOf(limit, words) ?? same(limit),
  STILL_OWED: (id, _, words) => stateOf(id, words),
  PROCEEDING_WAITED_FOR: (id, _, words) => stateOf(id, words),
  SAME_OFFICER: (id, _, words) => conditionText(id, words) ?? words.commandTitle(id),
  VOID_NOT_POSSIBLE: (id) => IN_THE_WAY[id] ?? same(id),
  SPLIT_NOT_POSSIBLE: (why) => NOT_SPLIT[why] ?? same(why),
  LIMIT_NOT_RUNNING: (limit, _, words) => limitOf(limit, words) ?? same(limit),
  CLAIM_NOT_OPEN: (limit, _, words) => limitOf(limit, words) ?? same(limit),
  NO_SUCH_CLOCK: (limit, _, words) => limitOf(limit, words) ?? same(limit),
  RECEIPT_NOT_OPEN: (limit, _, words) => limitOf(limit, words) ?? same(limit),
  GUARD_REFUSED: (id, _, words) => conditionText(id, words) ?? same(id),
  UNKNOWN_DEPARTMENT: (id) => ({ zh: `${departmentTitle(id)} ${id}`, en: id }),
  OCCURRED_BEFORE_PREVIOUS: (at) => ({
    zh: `上一步 ${whenText(at)}`,
    en: `the previous step: ${whenText(at)}`,
  }),
};

/** What a refusal for time is measured by, to the second, and when to try again: of any code. */
const timeText = (detail: string): Bilingual | undefined => {
  const [, name, value = ''] = /^(now|retry-after|from): (.+)$/.exec(detail) ?? [];
  if (name === undefined) return undefined;
  if (name === 'from')
    return { zh: `${whenText(value)} 起可以办理`, en: `possible from ${whenText(value)} on` };
  return name === 'now'
    ? { zh: `平台时间 ${value}`, en: `the time here is ${value}` }
    : { zh: `${value} 秒后再试`, en: `again in ${value} s` };
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
  // Of several steps the one refused is named first; a state's refusal names the proceeding.
  const step = /^steps\/(\d+)$/.exec(details[0] ?? '')?.[1];
  const of = step === undefined ? { zh: '', en: '' } : { zh: `第 ${step} 步：`, en: `step ${step}: ` };
  const meant = (step === undefined ? details : details.slice(1)).map((detail) =>
    /^p\d+$/.test(detail)
      ? same(detail)
      : (timeText(detail) ??
        DETAIL[code]?.(detail, fieldTitle, words, details) ??
        conditionText(detail, words) ??
        same(detail)),
  );
  const said = meant.filter(({ zh }) => zh !== '');
  const bare = {
    zh: of.zh + message.zh.replace(/（见 details）|[，,]见 details.*$/, ''),
    en: of.en + message.en.replace(/, see details.*$/, ''),
  };
  if (said.length === 0) return bare;
  return {
    zh: `${bare.zh}：${said.map(({ zh }) => zh).join('，')}`,
    en: `${bare.en}: ${said.map(({ en }) => en).join(', ')}`,
  };
};
