// Who hears of a limit that passes, and who prolongs one, in words.
import type { Bilingual } from '../../schemas/ids.ts';
import type { Addressee } from '../../schemas/law.ts';
import type { Approver } from '../../schemas/time-limit.ts';

const ADDRESSEES: Readonly<Record<Addressee, Bilingual>> = {
  'obliged-head': { zh: '义务部门负责人', en: 'head of the department obliged' },
  'obliged-liaison': { zh: '义务部门联络员', en: 'its liaison officer' },
  sender: { zh: '移送方', en: 'the sender' },
  receiver: { zh: '接收方', en: 'the receiver' },
  'joint-meeting-office': { zh: '联席会议办公室', en: 'office of the joint meeting' },
  procuratorate: { zh: '同级人民检察院', en: 'procuratorate of the same level' },
  superior: { zh: '上一级主管部门', en: 'the superior department' },
  'government-office': { zh: '本级人民政府', en: 'government of the same level' },
  'superior-government': { zh: '上级人民政府', en: 'the superior government' },
  'supervisory-organ': { zh: '监察机关', en: 'supervisory organ' },
  justice: { zh: '司法行政部门', en: 'justice bureau' },
};
/** Whom a step of a ladder addresses. */
export const addresseeTitle = (to: Addressee): Bilingual => ADDRESSEES[to];

const APPROVERS: Readonly<Record<Approver, Bilingual>> = {
  head: { zh: '负责人批准', en: 'by the head' },
  'main-head': { zh: '主要负责人批准', en: 'by the first of the organ' },
  'county-police-head': { zh: '县级以上公安机关负责人批准', en: 'by the head of county police or above' },
  'higher-police': { zh: '上一级公安机关批准', en: 'by the police of the next level' },
  'higher-procuratorate': { zh: '上一级人民检察院批准', en: 'by the procuratorate of the next level' },
  'provincial-procuratorate': { zh: '省级人民检察院批准', en: 'by the procuratorate of the province' },
  collective: { zh: '负责人集体讨论决定', en: 'by those in charge, together' },
  'legal-unit-head': { zh: '法制机构负责人批准', en: 'by the head of the legal unit' },
};
/** Who approves a prolongation. */
export const approverTitle = (approver: Approver): Bilingual => APPROVERS[approver];
