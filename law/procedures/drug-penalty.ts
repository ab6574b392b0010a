// Administrative penalty by the drug regulator: channels, records and dispensing of drugs, by the procedure of market regulation.
import { OF_DRUG_REGULATION } from '../liability/matters-of-organs.ts';
import { penaltyProcedure } from '../penalty/penalty-procedure.ts';
import { underSamr2 } from '../penalty/samr-penalty.ts';

export const drugPenalty = penaltyProcedure({
  ...underSamr2('drug', OF_DRUG_REGULATION),
  procedure: 'drug-penalty',
  title: ['药品监管行政处罚', 'Drug-regulation penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'SAMR2', article: '85' }, { act: 'CF' }, { act: 'YP', article: '126' }, { act: 'YP', article: '130' }, { act: 'SJGS', article: '21' }],
  organ: 'drug-regulation',
});
