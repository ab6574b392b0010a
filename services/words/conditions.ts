// When a condition of a procedure lets a command pass, by the id of the condition; `undefined` where there is none.
import { law } from '../../law/law.ts';
import type { Bilingual } from '../../schemas/ids.ts';

export const conditionTitle = (id: string): Bilingual | undefined =>
  law.procedures.find((p) => Object.hasOwn(p.conditions, id))?.conditions[id]?.title;
