// What departments and services are called: by their registered name where it is known, else as people say their division
// and kind (审计署, 湖北省公安厅, 武汉市公安局).
import { parentRegion, regionName } from '../../law/regions.ts';
import { BODIES, type Body, BUS, bodyOf, DepartmentId, regionOf, SubjectId } from '../../schemas/ids.ts';
import { NATIONAL } from '../../schemas/subjects.ts';

/** Organs of the country, where they are not simply 国家 and the kind. */
const OF_THE_COUNTRY: Readonly<Partial<Record<Body, string>>> = {
  'public-security': '公安部',
  procuratorate: '最高人民检察院',
  court: '最高人民法院',
  'discipline-inspection': '中央纪委国家监委',
  'market-regulation': '国家市场监督管理总局',
  audit: '审计署',
  finance: '财政部',
  justice: '司法部',
  tax: '国家税务总局',
  'civil-affairs': '民政部',
  'human-resources': '人力资源和社会保障部',
  'government-office': '国务院办公厅',
};

/** A kind of organ is not the name of one: 公安机关 is 公安厅 in a province, 公安局 elsewhere. */
const policeOf = (region: string): string =>
  parentRegion(region) === NATIONAL && !regionName(region).endsWith('市') ? '公安厅' : '公安局';

/** `named`: registered names by department; a party by its pseudonym. What is neither is given back as it is. */
export const departmentTitle = (id: string, named?: ReadonlyMap<string, string>): string => {
  const name = named?.get(id);
  if (name !== undefined) return name;
  if (SubjectId.safeParse(id).success) return `当事人 ${id}`;
  if (!DepartmentId.safeParse(id).success) return id;
  const region = regionOf(id);
  const kind = bodyOf(id);
  const national = region === NATIONAL ? OF_THE_COUNTRY[kind] : undefined;
  const own = kind === 'public-security' ? policeOf(region) : BODIES[kind].zh;
  return national ?? `${regionName(region)}${own}`;
};

/** What the bus does by itself. */
const BY_ITSELF = '总线（自动）';

const SERVICES: Readonly<Record<string, string>> = {
  docket: '计时服务',
  calendar: '日历服务',
  publisher: '公开发布方',
  gateway: '网关',
  operator: '平台运维',
};

/** Who takes to another proceeding what a department's step ordered there: no office of anybody. */
const BY_ORDER: ReadonlySet<string> = new Set(['service:relay']);

/** Whether an entry is what the bus did by itself, whichever service took it there. */
export const isByBus = (events: readonly { readonly kind: string; readonly by?: unknown }[]): boolean =>
  events.some(({ kind, by }) => kind === 'step' && by === BUS);

/** Who acted: a department, the bus, or `service:<name>`. */
export const actorTitle = (actor: string, named?: ReadonlyMap<string, string>): string => {
  if (actor === BUS || BY_ORDER.has(actor)) return BY_ITSELF;
  return actor.startsWith('service:')
    ? (SERVICES[actor.slice(8)] ?? actor.slice(8))
    : departmentTitle(actor, named);
};
