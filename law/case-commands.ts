// Commands on the case itself, which belong to no procedure: what each must carry and who may send it, for whoever reads what may be
// sent. `decide` has what they do.
import type { OpenBody } from '../schemas/command.ts';
import type { Bilingual } from '../schemas/ids.ts';

type BodyField = keyof OpenBody;

export type CaseCommandRule = {
  /** Fields of the body that must be there. */
  readonly needs: readonly BodyField[];
  /** Of these at least one, where they are not all needed. */
  readonly needsOneOf?: readonly BodyField[];
  /** Those that may be there beside; any other is refused, for nobody would ever see it. */
  readonly takes?: readonly BodyField[];
  /** Paths of the party values that must be committed to. */
  readonly values: readonly string[];
  /** Where in the command it names what of the case it is on. */
  readonly names?: 'proceeding' | 'proceedings';
  readonly by: Bilingual;
  /** When it is taken, where that is not whenever the case is open. */
  readonly when?: Bilingual;
};

const CLOSED: Bilingual = { zh: '办结后', en: 'once the case is closed' };
const ALWAYS: Bilingual = { zh: '办结前后随时', en: 'whether the case is closed or not' };

const PARTY: Bilingual = { zh: '案件知悉部门', en: 'a department that knows of the case' };
const CLOSER: Bilingual = {
  zh: '立卷部门或者联席会议办公室的负责人',
  en: 'a head of who opened the case, or of the joint-meeting office',
};
const PARTICIPANT: Bilingual = {
  zh: '立卷部门，或者参与本案公开程序的部门',
  en: 'who opened the case, or takes part in a proceeding of it that is closed to nobody',
};
const ABOVE: Bilingual = {
  zh: '所列部门的同级或者上级纪检监察机关、其最近的上级部门的负责人，不必为案件知悉部门',
  en: 'a head of discipline inspection of the level of those named or above, or of their nearest superior; no party to the case it need be',
};
const CONFIRMER: Bilingual = {
  zh: '负有确认职责的部门，不得为义务部门',
  en: 'the role that confirms: never the obliged department',
};

/** What each of them may say beside its own. */
const OF_EVERY_ONE: readonly BodyField[] = ['reasonCode', 'basis', 'filled', 'published'];

/** Fields that the body of such a command may have. */
export const bodyFieldsOf = ({
  needs,
  needsOneOf = [],
  takes = [],
}: CaseCommandRule): readonly BodyField[] => [...needs, ...needsOneOf, ...takes, ...OF_EVERY_ONE];

/** Whom it speaks of, named before or by it. */
const SUBJECTS = ['subjects', 'newSubjects'] as const;

export const CASE_COMMANDS: Readonly<Record<string, CaseCommandRule>> = {
  'record-fact': { needs: ['fact'], takes: ['to', ...SUBJECTS], values: [], by: PARTY },
  'admit-departments': { needs: ['to'], takes: SUBJECTS, values: [], by: PARTY },
  'link-case': { needs: ['links'], takes: SUBJECTS, values: [], by: PARTY, when: ALWAYS },
  'revise-subject': {
    needs: ['subjects'],
    takes: ['attributes', 'newSubjects'],
    values: ['/reason'],
    by: {
      zh: `${PARTICIPANT.zh}；撤回公职人员、公立机构标记的，须由标记的部门负责人作出`,
      en: `${PARTICIPANT.en}; that it is public, or an official, only a head of whoever said so takes back`,
    },
  },
  'state-amount': {
    needs: [],
    takes: ['fields', ...SUBJECTS],
    values: ['/amountFen', '/reason'],
    by: PARTICIPANT,
  },
  'state-charge': { needs: [], takes: SUBJECTS, values: ['/offence', '/reason'], by: PARTICIPANT },
  'record-steps': {
    needs: ['steps'],
    values: [],
    by: { zh: '可以分别办理各步骤的部门', en: 'who could send each step alone' },
  },
  'void-case': {
    needs: [],
    values: ['/reason'],
    by: {
      zh: '立卷部门，其他部门尚未收到时；先由一人申请，再由另一名负责人确认',
      en: 'who opened it, while no other department has it: an officer asks, then another of rank head',
    },
  },
  'correct-step': {
    needs: ['corrects'],
    values: ['/reason'],
    by: { zh: '办理该步骤的部门', en: 'who took the step of that entry' },
    when: ALWAYS,
  },
  'waive-proceeding': {
    needs: [],
    values: ['/reason'],
    names: 'proceeding',
    by: {
      zh: '须指明程序；启动该程序的部门或者联席会议办公室的负责人；该程序中没有法定期限在计时、没有未签收的移送，不在其他部门手中，案内其他程序也不以其结果为条件',
      en: 'naming the proceeding: a head of who opened it, or of the joint-meeting office; while no limit of the law runs in it, no hand-over waits to be signed for, no other department has it in hand, and no other proceeding waits for how it ends',
    },
  },
  'close-case': { needs: [], values: ['/reason'], by: CLOSER },
  'reopen-case': { needs: [], values: ['/reason'], by: CLOSER, when: CLOSED },
  'mark-major': { needs: [], values: ['/reason'], by: CLOSER, when: ALWAYS },
  'unmark-major': {
    needs: [],
    values: ['/reason'],
    by: CLOSER,
    when: { zh: '列为重大案件后，办结前后随时', en: 'once it was marked, whether closed or not' },
  },
  'split-case': {
    needs: [],
    needsOneOf: ['proceedings', 'subjects'],
    values: ['/reason'],
    names: 'proceedings',
    by: {
      zh: '须指明程序或者当事人；所分程序中当前有权办理的部门、立卷部门或者联席会议办公室的负责人',
      en: 'naming proceedings or subjects: a head of who may act in them now, of who opened the case, or of the joint-meeting office',
    },
  },
  'merge-case': {
    needs: ['into'],
    values: ['/reason'],
    by: {
      zh: '可以将两案办结的立卷部门或者联席会议办公室的负责人',
      en: 'a head of who may close both: who opened them, or the joint-meeting office',
    },
  },
  'unmerge-case': {
    needs: ['into'],
    values: ['/reason'],
    by: {
      zh: '可以将两案办结的立卷部门或者联席会议办公室的负责人',
      en: 'a head of who may close both: who opened them, or the joint-meeting office',
    },
  },
  'restrict-case': { needs: ['to'], values: ['/reason'], by: ABOVE, when: ALWAYS },
  'lift-restriction': {
    needs: ['to'],
    values: ['/reason'],
    by: ABOVE,
    when: { zh: '限制知悉后，办结前后随时', en: 'once it was restricted, whether closed or not' },
  },
  'confirm-claim': { needs: ['clock'], values: [], by: CONFIRMER, when: ALWAYS },
  'dispute-claim': { needs: ['clock'], values: ['/reason'], by: CONFIRMER, when: ALWAYS },
  'confirm-receipt': {
    needs: ['clock'],
    values: [],
    by: { zh: '因纸质送达而负有义务的部门', en: 'the department obliged by what was served on paper' },
    when: ALWAYS,
  },
  'urge-limit': {
    needs: ['clock'],
    values: [],
    by: {
      zh: '该程序的其他部门、立卷部门或者联席会议办公室，不得为义务部门',
      en: 'another department of the proceeding, who opened the case, or the joint-meeting office: never the obliged one',
    },
  },
};
