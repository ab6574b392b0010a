// How the terminal names things: departments, instants, fields, limits. Chinese first; ids where there is no better name.
import { timeText } from '../../case/due/explain.ts';
import { regionName } from '../../law/regions.ts';
import { timeLimits } from '../../law/time-limits.ts';
import { type Bilingual, BODIES, bodyOf, DepartmentId, regionOf } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import { registeredName } from './names.ts';

/** The registered name if it is known here, else `阿合奇县公安机关`. */
export const departmentTitle = (id: string): string => {
  const name = registeredName(id);
  if (name !== undefined) return name;
  if (!DepartmentId.safeParse(id).success) return id;
  return `${regionName(regionOf(id))}${BODIES[bodyOf(id)].zh}`;
};

const SERVICES: Readonly<Record<string, string>> = {
  docket: '计时服务',
  calendar: '日历服务',
  publisher: '公开发布方',
  gateway: '网关',
  operator: '平台运维',
};
/** Who acted: a department, or `service:<name>`. */
export const actorTitle = (actor: string): string =>
  actor.startsWith('service:') ? (SERVICES[actor.slice(8)] ?? actor.slice(8)) : departmentTitle(actor);

/** `2024-10-09 09:30`, seconds only where there are any. */
export const when = (at: Instant): string => timeText(`${at.slice(0, 19)}+08:00`);

const KNOWN_TO: Readonly<Record<string, readonly [length: number, said: string]>> = {
  day: [10, '(仅知日期)'],
  month: [7, '(仅知月份)'],
  year: [4, '(仅知年份)'],
  undated: [0, '日期不详'],
};

/** When something happened, no more exactly than it is known. */
export const whenKnown = (at: Instant, precision: string): string => {
  const [length, said] = KNOWN_TO[precision] ?? [];
  return length === undefined ? when(at) : `${at.slice(0, length)}${said}`;
};

/** 00:00 of a day is written as 24时 of the day before; `null` is at once. */
export const dueText = (at: Instant | null): string => {
  if (at === null) return '立即';
  return at.slice(11, 19) === '00:00:00' ? `${plusMillis(at, -1).slice(0, 10)} 24时` : when(at);
};

type Due = {
  readonly strictDueAt: Instant | null;
  readonly latestDueAt: Instant | null;
  readonly provisional?: boolean;
};

/** Both readings where they differ: `2027-01-21 24时 / 2027-01-22 24时(暂定)`. */
export const dueTexts = ({ strictDueAt, latestDueAt, provisional }: Due): string => {
  const both = strictDueAt === latestDueAt ? [latestDueAt] : [strictDueAt, latestDueAt];
  return `${both.map(dueText).join(' / ')}${provisional ? '(暂定)' : ''}`;
};

export const limitTitle = (id: string): string => timeLimits.find((l) => l.id === id)?.title.zh ?? id;

const FIELDS: Readonly<Record<string, string>> = {
  title: '标题',
  summary: '摘要',
  reason: '理由',
  offence: '涉嫌罪名',
  subjects: '当事人',
  amountFen: '金额',
  amountSource: '金额来源',
  contact: '联系人',
  measure: '措施',
  source: '来源',
  reporter: '举报人(密封)',
};

const yuan = (fen: string): string => {
  const [whole = '0', cents = '00'] = [fen.slice(0, -2) || '0', fen.slice(-2).padStart(2, '0')];
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents} 元`;
};

const valueText = (field: string, value: unknown): string => {
  if (field === 'amountFen' && typeof value === 'string') return yuan(value);
  if (field === 'reporter') return '仅指定部门可解封';
  if (field === 'subjects' && Array.isArray(value)) {
    return value
      .map(({ name, kind, idNumber }: Record<string, string>) =>
        [name, kind && `(${kind})`, idNumber].filter(Boolean).join(' '),
      )
      .join('、');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** One line for each disclosed value, `摘要: …`; for a status word `状态(p2): …`. */
export const valueLines = (values: readonly { path: string; value: unknown }[]): string[] =>
  values.map(({ path, value }) => {
    const [, field = '', proceeding] = path.split('/');
    const label = proceeding === undefined ? (FIELDS[field] ?? field) : `状态(${proceeding})`;
    return `${label}: ${valueText(field, value)}`;
  });

const OUTCOMES: Readonly<Record<string, string>> = {
  met: '按期',
  breached: '逾期',
  undetermined: '不定',
  moot: '不再适用',
  lapsed: '已过期限',
  running: '计时中',
  paused: '中止',
  stopped: '已停止',
  received: '已签收',
  returned: '已退回',
  superseded: '已转出',
};
export const outcomeTitle = (outcome: string): string => OUTCOMES[outcome] ?? outcome;

const RANKS: Readonly<Record<string, string>> = {
  officer: '经办人',
  head: '负责人',
  liaison: '联络员',
  auditor: '审计',
};
export const rankTitle = (rank: string): string => RANKS[rank] ?? rank;

/** What a department is in a proceeding. */
export const ROLES: Readonly<Record<string, string>> = {
  sender: '发送',
  receiver: '接收',
  supervisor: '监督',
  designator: '共同上级',
  'former-receiver': '原接收',
  applicant: '申请',
  police: '公安',
};
export const roleTitle = (role: string): string => ROLES[role] ?? role;

/** When a guard of case/guards.ts lets a command pass. */
export const CONDITIONS: Readonly<Record<string, Bilingual>> = {
  'review-is-overdue': { zh: '立案审查逾期后', en: 'once the filing review is overdue' },
  'reasons-are-overdue': { zh: '说明理由逾期后', en: 'once the statement of reasons is overdue' },
  'filing-is-overdue': { zh: '通知立案逾期未执行后', en: 'once the notice to file is overdue' },
  'reply-is-overdue': { zh: '检察意见回复逾期后', en: 'once the reply to the opinion is overdue' },
  'no-supervision-open': { zh: '没有未结的立案监督时', en: 'while no supervision is open' },
  'hand-off-is-open': { zh: '移交尚未签收时', en: 'while the hand-over is not signed for' },
  'receipt-not-recorded': { zh: '尚未登记收到通知书时', en: 'while receipt of the notice is not recorded' },
  'not-designated': { zh: '非共同上级指定时', en: 'unless the common superior designated the receiver' },
  'returned-before': { zh: '曾被退回时', en: 'when it came back before' },
  'three-months-have-passed': { zh: '立案满三个月后', en: 'three months after the filing' },
};
export const conditionTitle = (guard: string): Bilingual => CONDITIONS[guard] ?? { zh: guard, en: guard };
