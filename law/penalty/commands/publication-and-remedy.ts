// A decision published (CF 48), annulled, changed or to be made anew, and the case closed.
import { publicationCommands } from '../../publication.ts';
import { FINED, PENALTY_FELL, PENALTY_UNDONE } from '../fined.ts';
import type { Literal } from '../penalty-law.ts';

export const PUBLICATION_AND_REMEDY_COMMANDS = {
  ...publicationCommands('organ'),
  'note-annulment': {
    event: 'annulment-noted',
    lifts: FINED,
    title: ['登记处罚决定被撤销、确认违法或者无效', 'Note that the decision was annulled'],
    leaves: PENALTY_UNDONE,
    by: 'organ',
    rank: 'head',
    papers: ['remedy-decision'],
  },
  'note-change': {
    event: 'change-noted',
    title: ['登记处罚决定被变更', 'Note that the decision was changed'],
    leaves: PENALTY_FELL,
    by: 'organ',
    rank: 'head',
    papers: ['remedy-decision'],
    takes: ['fineFen'],
  },
  'note-order-to-redo': {
    event: 'order-to-redo-noted',
    lifts: FINED,
    title: ['登记被责令重新作出', 'Note the order to decide anew'],
    leaves: PENALTY_UNDONE,
    by: 'organ',
    rank: 'head',
    papers: ['remedy-decision'],
    needs: ['redoBy'],
  },
  'decide-anew': {
    event: 'taken-up-anew',
    title: ['重新审查处理', 'Take it up anew'],
    by: 'organ',
    when: 'publication-withdrawn',
  },
  'close-penalty': {
    event: 'penalty-case-closed',
    title: ['结案', 'Close the case'],
    by: 'organ',
    rank: 'head',
    papers: ['closing-report'],
    when: 'no-measure-open',
  },
} as const satisfies Literal['commands'];
