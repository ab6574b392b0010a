// The law of this build with procedures of a test beside its own.
import { type LawData, lawData } from '../../law/law.ts';
import type { Procedure } from '../../schemas/procedure.ts';

export const lawWith = (...procedures: readonly Procedure[]): LawData => ({
  ...lawData,
  procedures: [...lawData.procedures, ...procedures],
});
