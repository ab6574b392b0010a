// Names of things that cross a boundary: regions, bodies, departments, officers, cases, proceedings.
import * as z from 'zod';

/** A word of the law or of a program: commands, states, roles, codes, services. */
export const Kebab = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/**
 * Division code: six digits of GB/T 2260, or nine of GB/T 10114 for a township or the committee of a zone, the first six
 * being its county. `000000` stands for a region that was not made public.
 */
export const Region = z
  .string()
  .regex(/^\d{6}(?:00[1-9]|0[1-9]\d|[1-9]\d{2})?$/)
  .meta({ title: 'Region', examples: ['653023', '653023001'] });
export type Region = z.infer<typeof Region>;

/** A division that keeps a register and a calendar: six digits. */
export const RegisterRegion = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ title: 'RegisterRegion', examples: ['653023'] });
export type RegisterRegion = z.infer<typeof RegisterRegion>;

/** The division whose register and calendar apply in a region: of nine digits its county, of six itself. */
export const registerRegionOf = (region: Region): RegisterRegion => region.slice(0, 6);

/** A province, an autonomous region, a municipality, or the whole country; not what was not made public. */
export const isProvincial = (region: Region): boolean => region.endsWith('0000') && region !== '000000';

/** Kinds of department, with what people call them. */
export const BODIES = {
  'medical-insurance': { zh: '医疗保障局', en: 'Medical insurance bureau' },
  'insurance-agency': { zh: '医保经办机构', en: 'Medical insurance agency' },
  'public-security': { zh: '公安机关', en: 'Public security' },
  procuratorate: { zh: '人民检察院', en: 'Procuratorate' },
  court: { zh: '人民法院', en: 'Court' },
  'discipline-inspection': { zh: '纪委监委', en: 'Discipline inspection and supervision' },
  health: { zh: '卫生健康委', en: 'Health commission' },
  'market-regulation': { zh: '市场监管局', en: 'Market regulation' },
  'drug-regulation': { zh: '药品监督管理局', en: 'Drug regulation' },
  audit: { zh: '审计局', en: 'Audit office' },
  finance: { zh: '财政局', en: 'Finance bureau' },
  justice: { zh: '司法局', en: 'Justice bureau' },
  tax: { zh: '税务局', en: 'Tax bureau' },
  'civil-affairs': { zh: '民政局', en: 'Civil affairs' },
  'human-resources': { zh: '人力资源和社会保障局', en: 'Human resources and social security' },
  'development-reform': { zh: '发展改革委', en: 'Development and reform (credit)' },
  'government-office': { zh: '人民政府办公室', en: 'Government office' },
  'joint-meeting-office': { zh: '联席会议办公室', en: 'Joint-meeting office' },
  publisher: { zh: '公开发布方', en: 'Publisher of a published fact' },
  // No more: until when and who took over stands in law/former-bodies.ts.
  'health-family-planning': { zh: '卫生和计划生育委员会', en: 'Health and family planning commission' },
  'food-drug': { zh: '食品药品监督管理局', en: 'Food and drug administration' },
  'price-control': { zh: '物价局', en: 'Price bureau' },
  'supervision-bureau': { zh: '监察局', en: 'Supervision bureau' },
  'state-tax': { zh: '国家税务局', en: 'State tax bureau' },
  'local-tax': { zh: '地方税务局', en: 'Local tax bureau' },
} as const;
export const Body = z.enum(Object.keys(BODIES) as [keyof typeof BODIES, ...(keyof typeof BODIES)[]]);
export type Body = z.infer<typeof Body>;

const afterSlash = (id: string): string => id.slice(id.indexOf('/') + 1);

/** One body in one region, `653023/public-security`. */
export const DepartmentId = z
  .string()
  .regex(/^\d{6}(?:00[1-9]|0[1-9]\d|[1-9]\d{2})?\/[a-z][a-z-]*$/)
  .refine((id) => Body.safeParse(afterSlash(id)).success, { message: 'unknown body' })
  .meta({ title: 'DepartmentId', examples: ['653023/public-security', '653023001/medical-insurance'] });
export type DepartmentId = z.infer<typeof DepartmentId>;

export const departmentId = (region: Region, body: Body): DepartmentId => `${region}/${body}`;
export const regionOf = (department: DepartmentId): Region => department.slice(0, department.indexOf('/'));
export const bodyOf = (department: DepartmentId): Body => afterSlash(department) as Body;

/** Stands where a department stands in what no officer does: the bus by itself, because of a breach on record. */
export const BUS = 'bus';

/** An officer's id within a department, never a name. */
export const OfficerId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .meta({ title: 'OfficerId', examples: ['o-1'] });
export type OfficerId = z.infer<typeof OfficerId>;

/** A person who operates the platform, never a name. */
export const OperatorId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .meta({ title: 'OperatorId', examples: ['op-1'] });
export type OperatorId = z.infer<typeof OperatorId>;

/** A token of an officer, known by this and never shown: `t-…`, or `jwt:` and a hash where a department signed it itself. */
export const TokenId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9:_-]{0,59}$/)
  .meta({ title: 'TokenId', examples: ['t-0123456789ab'] });
export type TokenId = z.infer<typeof TokenId>;

/** What an officer may do: `head` decides, `liaison` answers for the limits, `auditor` reads. */
export const Rank = z.enum(['officer', 'head', 'liaison', 'auditor']);
export type Rank = z.infer<typeof Rank>;

/** Chosen by the sender; the same id with the same content is the same command for ever. */
export const CommandId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
  .meta({ title: 'CommandId' });
export type CommandId = z.infer<typeof CommandId>;

/** `<region of origin>-<16 characters>`, derived from the opening department and command id. */
export const CaseId = z
  .string()
  .regex(/^\d{6}(?:00[1-9]|0[1-9]\d|[1-9]\d{2})?-[a-z2-7]{16}$/)
  .meta({ title: 'CaseId', examples: ['653023-k7m2qd5x3ab6ycfe'] });
export type CaseId = z.infer<typeof CaseId>;

/** The region of origin, which never changes. */
export const regionOfCase = (caseId: CaseId): Region => caseId.slice(0, caseId.indexOf('-'));

/** Running number of a proceeding within its case: `p1`, `p2` … */
export const ProceedingId = z
  .string()
  .regex(/^p[1-9]\d*$/)
  .meta({ title: 'ProceedingId', examples: ['p1'] });
export type ProceedingId = z.infer<typeof ProceedingId>;

/** Pseudonym of an institution or person within its case: `s1`, `s2` … Name and number are values of a party. */
export const SubjectId = z
  .string()
  .regex(/^s[1-9]\d{0,3}$/)
  .meta({ title: 'SubjectId', examples: ['s1'] });
export type SubjectId = z.infer<typeof SubjectId>;

/** Id of a time limit of the law. */
export const LimitId = Kebab.meta({ title: 'LimitId', examples: ['fwd-filing-review'] });
export type LimitId = z.infer<typeof LimitId>;

/** The nth clock of a limit in a proceeding. */
export const ClockKey = z
  .string()
  .regex(/^p[1-9]\d{0,3}\/[a-z][a-z0-9-]{0,59}\/[1-9]\d{0,3}$/)
  .meta({ title: 'ClockKey', examples: ['p1/fwd-filing-review/1'] });
export type ClockKey = z.infer<typeof ClockKey>;

/** Unique within the case, chosen by the sender; no name and no title. */
export const PaperId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
  .meta({ title: 'PaperId', examples: ['no-1'] });
export type PaperId = z.infer<typeof PaperId>;

/** `<holder>#<first 8 of SHA-256 of the key>`; the root key is `root`. */
export const KeyId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9/#_-]{0,99}$/)
  .meta({ title: 'KeyId', examples: ['653023/public-security#Ab12Cd34'] });
export type KeyId = z.infer<typeof KeyId>;

/** Text in Chinese with English beside it. */
export const Bilingual = z.strictObject({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;
