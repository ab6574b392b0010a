// What the documents are called that procedures ask for. The code stands in commands; the title is for people.
import type { Bilingual } from '../schemas/ids.ts';

export const PAPER_TITLES: Readonly<Record<string, Bilingual>> = {
  'transfer-report': { zh: '移送涉嫌犯罪案件的书面报告', en: 'Report that a crime should be transferred' },
  'transfer-letter': { zh: '涉嫌犯罪案件移送书', en: 'Transfer letter' },
  'investigation-report': { zh: '涉嫌犯罪案件情况的调查报告', en: 'Investigation report' },
  'property-list': { zh: '涉案物品清单', en: 'List of property' },
  'property-handover-list': { zh: '涉案物品移交清单', en: 'List of property handed over' },
  'penalty-decision-copy': { zh: '行政处罚决定书抄送件', en: 'Copy of the penalty decision' },
  'supplement-notice': { zh: '补正材料通知', en: 'Notice to supply missing papers' },
  'jurisdiction-transfer-notice': { zh: '移送管辖通知', en: 'Notice of transfer to the competent organ' },
  'return-notice': { zh: '退回通知', en: 'Notice of return' },
  'filing-notice': { zh: '立案通知书', en: 'Notice of filing' },
  'non-filing-notice': { zh: '不予立案通知书', en: 'Notice of non-filing' },
  'case-withdrawal-decision': { zh: '撤销案件决定书', en: 'Decision to withdraw the case' },
  'reconsideration-request': { zh: '提请复议书', en: 'Request for reconsideration' },
  'reconsideration-decision': { zh: '复议决定书', en: 'Decision on reconsideration' },
  'filing-supervision-suggestion': { zh: '建议立案监督函', en: 'Suggestion of filing supervision' },
  'urge-transfer-opinion': { zh: '移送案件的检察意见书', en: 'Opinion that the case must be transferred' },
  'reasons-request-notice': { zh: '要求说明不立案理由通知书', en: 'Request for the reasons of non-filing' },
  'reasons-statement': { zh: '不立案理由说明书', en: 'Statement of the reasons of non-filing' },
  'notice-to-file': { zh: '通知立案书', en: 'Notice to file the case' },
  'notice-to-withdraw': { zh: '通知撤销案件书', en: 'Notice to withdraw the case' },
  'correction-notice': { zh: '纠正违法通知书', en: 'Notice to correct a violation' },
  'supervision-urge-letter': { zh: '立案监督案件催办函', en: 'Letter urging action under supervision' },
};
