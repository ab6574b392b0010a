// 涉案金额较大的公立医疗机构: discipline inspection looks into them (S4 1). The notice says no number, and no other does: a region
// that wants it sets its own in its register, with the paper that says so, and until it has nothing reaches the band.
import type { AmountScale } from '../../schemas/amount-scale.ts';

export const publicInstitution: AmountScale = {
  title: { zh: '公立医疗机构涉案金额', en: 'amount involved in a case of a public institution' },
  bands: [
    { band: 'below', title: { zh: '未达较大', en: 'not large' } },
    { band: 'large', title: { zh: '涉案金额较大', en: 'large' } },
  ],
  standards: [],
};
