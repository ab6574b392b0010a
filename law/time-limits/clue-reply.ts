// The day by which the sender of a clue asks for an answer: a wish between departments, and never a breach of law.
import { Body } from '../../schemas/ids.ts';
import type { TimeLimitRow } from '../../schemas/time-limit.ts';

/** `agr-clue-reply`. */
export const clueReplyLimits: TimeLimitRow[] = [
  {
    id: 'agr-clue-reply',
    title: { zh: '按通报要求答复', en: 'Answer by the day the sender asked for' },
    duty: {
      zh: '在线索通报载明的答复期限前反馈阶段情况或者办理结果',
      en: 'Give interim or final feedback by the day that the clue notice names',
    },
    span: { setByDocument: true },
    obliges: Body.options.filter((body) => body !== 'publisher'),
    basis: [{ act: 'AGREED' }],
    kind: 'agreed',
    source: 'agreed',
    from: '2001-01-01',
    extensions: [],
    pause: false,
    remindAtPerMille: [500, 800],
    ladder: 'agreed',
    active: true,
    lapses: false,
  },
];
