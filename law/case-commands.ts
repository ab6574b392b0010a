// Commands on the case itself, which belong to no procedure: what each must carry and who may send it, for whoever reads what may be
// sent. `decide` has what they do.
import type { Bilingual } from '../schemas/ids.ts';

type CaseCommandRule = {
  /** Fields of the body that must be there. */
  readonly needs: readonly string[];
  /** Paths of the party values that must be committed to. */
  readonly values: readonly string[];
  readonly by: Bilingual;
};

const PARTY: Bilingual = { zh: '案件知悉部门', en: 'a department that knows of the case' };
const CONFIRMER: Bilingual = {
  zh: '负有确认职责的部门，不得为义务部门',
  en: 'the role that confirms: never the obliged department',
};

export const CASE_COMMANDS: Readonly<Record<string, CaseCommandRule>> = {
  'record-fact': { needs: ['fact'], values: [], by: PARTY },
  'admit-departments': { needs: ['to'], values: [], by: PARTY },
  'link-case': { needs: ['links'], values: [], by: PARTY },
  'record-steps': {
    needs: ['steps'],
    values: [],
    by: { zh: '可以分别办理各步骤的部门', en: 'who could send each step alone' },
  },
  'void-case': {
    needs: [],
    values: ['/reason'],
    by: {
      zh: '立案部门，其他部门尚未收到时；先由一人申请，再由另一名负责人确认',
      en: 'who opened it, while no other department has it: an officer asks, then another of rank head',
    },
  },
  'correct-step': {
    needs: ['corrects'],
    values: ['/reason'],
    by: { zh: '办理该步骤的部门', en: 'who took the step of that entry' },
  },
  'confirm-claim': { needs: ['clock'], values: [], by: CONFIRMER },
  'dispute-claim': { needs: ['clock'], values: ['/reason'], by: CONFIRMER },
  'confirm-receipt': {
    needs: ['clock'],
    values: [],
    by: { zh: '因纸质送达而负有义务的部门', en: 'the department obliged by what was served on paper' },
  },
};
