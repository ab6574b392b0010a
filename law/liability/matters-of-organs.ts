// The matters that each organ punishes (O735 37 to 43, YBF 46 to 50, SB 87, 88; YJ 55 to 58; YLJG 44 to 48; YP 118 to 142), with the
// kinds of penalty where the article was read. Of prices and of commercial bribery no article was.
import { type Matter, mattersOf } from './matters.ts';

/** Serious harm bars who manages the institution for five years (O735 43, YBF 50). */
const BARS = 'trade-barred';

export const OF_MEDICAL_INSURANCE = mattersOf('insurance', {
  'institution-violation': {
    title: ['定点医药机构违规使用基金', 'breach by a designated institution'],
    under: { 'order-735': ['38'], 'medical-security-law': ['48'] },
    kinds: ['fine', 'services-stopped', BARS],
  },
  'institution-management': {
    title: [
      '定点医药机构管理违规、拒不配合检查',
      'management of a designated institution, or no cooperation',
    ],
    under: { 'order-735': ['39'], 'medical-security-law': ['47'] },
    kinds: ['fine', BARS],
  },
  'institution-fraud': {
    title: ['定点医药机构骗取基金', 'fraud by a designated institution'],
    under: { 'social-insurance-law': ['87'], 'order-735': ['40'], 'medical-security-law': ['49'] },
    kinds: ['fine', 'services-stopped', BARS],
    notUnder: { 'social-insurance-law': ['services-stopped', BARS] },
  },
  individual: {
    title: ['参保人员等个人违规使用、骗取基金', 'breach or fraud by a person'],
    under: { 'social-insurance-law': ['88'], 'order-735': ['41'], 'medical-security-law': ['49'] },
    kinds: ['fine', 'settlement-stopped'],
    notUnder: { 'social-insurance-law': ['settlement-stopped'] },
  },
  'agency-fraud': {
    title: ['经办机构骗取基金', 'fraud by an agency'],
    under: { 'social-insurance-law': ['87'], 'order-735': ['37'], 'medical-security-law': ['46'] },
    kinds: ['fine'],
  },
  // O735 42; which article of the law of 2027 has it was not read.
  benefits: {
    title: ['收受贿赂、谋取非法利益', 'bribes and undue benefits'],
    under: { 'order-735': ['42'], 'medical-security-law': [] },
    kinds: ['confiscation'],
  },
});

/** The drug regulator's, which in a county are market regulation's. */
const DRUGS = {
  'drug-counterfeit': {
    title: ['假药、劣药', 'counterfeit or inferior drugs'],
    under: { 'drug-law-2001': [], 'drug-law': ['118'] },
  },
  'drug-licence-abuse': {
    title: ['伪造、出租、出借许可证件', 'abuse of a drug licence'],
    under: { 'drug-law-2001': [], 'drug-law': ['122'] },
  },
  'drug-quality-management': {
    title: ['违反药品经营质量管理规范', 'breach of good supply practice'],
    under: { 'drug-law-2001': [], 'drug-law': ['126'] },
  },
  'drug-channel': {
    title: ['药品购进渠道违法', 'drugs bought from an unlawful channel'],
    under: { 'drug-law-2001': [], 'drug-law': ['129'] },
    kinds: ['confiscation', 'fine', 'licence-revoked'],
  },
  'drug-records-or-dispensing': {
    title: ['未按规定记录购销、调配处方', 'no records, or improper dispensing'],
    under: { 'drug-law-2001': [], 'drug-law': ['130'] },
    kinds: ['warning', 'licence-revoked'],
  },
  'drug-trade-benefits': {
    title: ['药品购销中给予、收受不正当利益', 'undue benefits in the trade of drugs'],
    under: { 'drug-law-2001': [], 'drug-law': ['141', '142'] },
  },
} as const satisfies Record<string, Matter>;

export const OF_DRUG_REGULATION = mattersOf('drug', DRUGS);

export const OF_MARKET_REGULATION = mattersOf('market', {
  price: { title: ['价格违法', 'violation of price law'], under: { 'price-penalties': [] } },
  'commercial-bribery': {
    title: ['商业贿赂', 'commercial bribery'],
    under: { 'competition-law-1993': [], 'competition-law-2017': [], 'competition-law': [] },
  },
  'practising-pharmacist': {
    title: ['执业药师配备、在岗、挂证违规', 'practising pharmacists missing or in name only'],
    under: { 'drug-law-2001': [], 'drug-law': [] },
  },
  ...DRUGS,
});

const BY_PHYSICIANS = { 'physicians-law-1998': [], 'physicians-law': ['55', '56', '57', '58'] } as const;
/** YJ 55 to 58: warned, confiscated, fined, practice suspended or the certificate revoked, banned. */
const KINDS_OF_PRACTICE = [
  'warning',
  'confiscation',
  'fine',
  'licence-suspended',
  'licence-revoked',
  'trade-barred',
] as const;

export const OF_HEALTH = mattersOf('health', {
  'false-records-or-certificates': {
    title: ['伪造、篡改病历，出具虚假医学证明', 'false medical records or certificates'],
    under: BY_PHYSICIANS,
    kinds: KINDS_OF_PRACTICE,
  },
  'improper-benefit': {
    title: ['利用职务谋取不正当利益', 'improper benefit from the profession'],
    under: BY_PHYSICIANS,
    kinds: KINDS_OF_PRACTICE,
  },
  'unnecessary-treatment': {
    title: ['不必要的检查、治疗', 'unnecessary examination or treatment'],
    under: BY_PHYSICIANS,
    kinds: KINDS_OF_PRACTICE,
  },
  institution: {
    title: ['医疗机构超范围诊疗、使用非卫技人员、出具虚假证明等', 'breach by a medical institution'],
    under: { 'institutions-regulation': ['44', '45', '46', '47', '48'] },
    kinds: ['warning', 'confiscation', 'fine', 'business-stopped', 'licence-revoked'],
  },
});
