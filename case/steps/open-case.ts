// The case itself, opened by the first thing that is told of it.
import { regionOfCase } from '../../schemas/ids.ts';
import { emit, type UnderWay } from '../decision-under-way.ts';

export const openCase = (work: UnderWay, openedBy: string): void =>
  emit(work, {
    kind: 'case',
    type: 'case-opened',
    region: regionOfCase(work.context.caseId),
    openedBy,
  });
