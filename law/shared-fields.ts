// Fields that several procedures declare, each once.
import { type AmountScaleId, amountScales } from './amount-scales.ts';
import type { FieldLiteral } from './define-procedure.ts';

export const TOPIC: FieldLiteral = { kind: 'code', title: ['主题', 'topic'] };

export const NOTICE_TYPE: FieldLiteral = {
  kind: 'code',
  title: ['通报类型', 'kind of notice'],
  options: {
    info: ['仅供参考', 'for information'],
    'verify-and-reply': ['核查并反馈', 'verify and reply'],
    urgent: ['紧急', 'urgent'],
  },
};

export const REPLY_BY: FieldLiteral = { kind: 'date', title: ['答复期限', 'date to reply by'] };

/** Amounts at the scene clearly reach the prosecution standard (GJ2006 1(2)). */
export const OBVIOUS: FieldLiteral = {
  kind: 'flag',
  title: ['明显达到追诉标准', 'clearly reaches the prosecution standard'],
};

/** Where a penalty was already made without a transfer: the ten days run from this day (GJ2006 1). */
export const PENALTY_DECIDED_ON: FieldLiteral = {
  kind: 'date',
  title: ['行政处罚决定日期', 'date of the penalty decision'],
};

/** No crime, but administrative liability remains (O310 13). */
export const ADMIN_LIABILITY: FieldLiteral = {
  kind: 'flag',
  title: ['需追究行政责任', 'administrative liability remains'],
};

/** What an official is suspected of, for discipline inspection. */
export const DISCIPLINE_NATURE: FieldLiteral = {
  kind: 'code',
  title: ['问题性质', 'nature of the clue'],
  options: {
    'party-discipline': ['违反党纪', 'breach of Party discipline'],
    'duty-violation': ['职务违法', 'breach of duty'],
    'duty-crime': ['职务犯罪', 'crime in office'],
    dereliction: ['失职失责', 'dereliction'],
  },
};

/** Where discipline inspection has it from; a limit broken on record is one way (S0 2.2c). */
export const DISCIPLINE_SOURCE: FieldLiteral = {
  kind: 'code',
  title: ['线索来源', 'where the clue is from'],
  options: {
    'case-handling': ['办案发现', 'found while handling a case'],
    audit: ['审计发现', 'found by audit'],
    'breach-on-record': ['逾期记录', 'a limit broken on record'],
    'public-report': ['检举控告', 'a report'],
    'self-surrender': ['主动投案', 'gave themselves up'],
    'own-finding': ['纪检监察自行发现', 'found by discipline inspection'],
  },
};

/** S0 2.1b: whose responsibility it is, personally. */
export const RESPONSIBILITY_KIND: FieldLiteral = {
  kind: 'code',
  title: ['责任类别', 'kind of responsibility'],
  options: {
    direct: ['直接责任', 'direct'],
    'main-leadership': ['主要领导责任', 'main responsibility as a leader'],
    'important-leadership': ['重要领导责任', 'important responsibility as a leader'],
  },
};

/** Against whom the owners of licences are asked to act (S0 4.3b, S2 3.7c). */
export const MEASURES_AGAINST = {
  kind: 'code',
  list: true,
  title: ['建议处理的对象', 'against whom measures are asked for'],
  options: {
    institution: ['医疗机构', 'the institution'],
    'drug-seller': ['药品经营企业', 'the drug seller'],
  },
} as const satisfies FieldLiteral;

/** A licence is revoked by the organ that issued it (YP 139); who decides answers for that word. */
export const ISSUED_HERE = {
  kind: 'flag',
  title: ['本机关为发证机关', 'this organ issued it'],
} as const satisfies FieldLiteral;

/** And against which persons: a measure about a person is asked for by name, each in a proceeding of its own (O735 40, 43; YBF 50). */
export const PERSONS_AGAINST = {
  practitioners: {
    kind: 'subject',
    list: true,
    title: ['建议处理的医师、护士等人员', 'practitioners against whom measures are asked for'],
  },
  pharmacists: {
    kind: 'subject',
    list: true,
    title: ['建议处理的执业药师', 'licensed pharmacists against whom measures are asked for'],
  },
  managers: {
    kind: 'subject',
    list: true,
    title: ['拟禁止从业的法定代表人、主要负责人', 'managers to be barred from designated institutions'],
  },
} as const satisfies Record<string, FieldLiteral>;

/** Until when a subject stays on the list of joint sanctions, and what its members do meanwhile. */
export const LISTED_UNTIL: FieldLiteral = { kind: 'date', title: ['惩戒期满日', 'day the sanctions end'] };
export const SANCTION_ITEMS: FieldLiteral = {
  kind: 'code',
  list: true,
  title: ['惩戒措施', 'sanctions'],
  options: {
    supervision: ['列为重点监管对象', 'closer supervision'],
    agreement: ['限制医保协议', 'limits of the insurance agreement'],
    funding: ['限制财政资金支持', 'no public funding'],
    procurement: ['限制参加政府采购', 'no public procurement'],
    qualification: ['限制资质、许可', 'limits of qualifications and licences'],
    honours: ['取消评先评优', 'no honours'],
    other: ['其他措施', 'another sanction'],
  },
};

export const MEASURE_NAMES = [
  'measuresAgainst',
  ...(Object.keys(PERSONS_AGAINST) as (keyof typeof PERSONS_AGAINST)[]),
] as const;

/** What bars a second fine bars none for something else that was done (CF 29, 35(2)); who decides answers for that word. */
export const ANOTHER_ACT: FieldLiteral = {
  kind: 'flag',
  title: ['与已经或者正在处理的不是同一违法行为', 'another act than the one that is or was dealt with'],
};

/** Whoever sends it answers for that word: what was sent already, or came back, is sent no other way (law/sent-on.ts). */
export const ANOTHER_MATTER: FieldLiteral = {
  kind: 'flag',
  title: [
    '另一事项（另一违法行为，或者其他机关依其他法律处理）',
    'another matter: another act, or for another organ by another law',
  ],
};

/** Liability follows the law of the day of the conduct (CF 37), procedure and powers that of the day of the act. */
export const CONDUCT_ENDED_ON: FieldLiteral = {
  kind: 'date',
  title: ['违法行为终了日期', 'day the conduct ended'],
};

/** CF 36: on which day it was found, where that was before the organ took it up (a clue, another organ). */
export const DISCOVERED_ON: FieldLiteral = {
  kind: 'date',
  title: ['违法行为发现日期', 'day it was discovered'],
};

/** The open band of an amount that is a party's: `of` names the amount it stands beside. */
export const bandOf = (scale: AmountScaleId, of: string, title: FieldLiteral['title']): FieldLiteral => ({
  kind: 'band',
  scale,
  of,
  title,
  options: Object.fromEntries(
    amountScales[scale].bands.map(({ band, title: { zh, en } }) => [band, [zh, en]]),
  ),
});

/** Fields for what is said of the amount of a case in the open. */
export const AMOUNT_BANDS = {
  fraudBand: bandOf('fraud', 'amountFen', ['诈骗数额档次', 'band of the amount as fraud']),
  publicInstitutionBand: bandOf('public-institution', 'amountFen', [
    '公立医疗机构涉案金额档次',
    'band of the amount at a public institution',
  ]),
} as const;
/** For `takes` of a command that may say the amount: who says it says its bands. */
export const AMOUNT_BAND_NAMES = [
  'fraudBand',
  'publicInstitutionBand',
] as const satisfies readonly (keyof typeof AMOUNT_BANDS)[];
