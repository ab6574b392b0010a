// How a mistake in a case is mended, and what another department entered late is settled, as it is typed.
import type { CaseAnswer } from '../../doors/http/case-answer.ts';
import type { Words } from '../../words/words.ts';
import { commandLines, hintAs } from '../hint.ts';
import { departmentTitle } from '../names.ts';

type Seen = Pick<CaseAnswer, 'case' | 'openedBy' | 'voided' | 'clocks' | 'handOffs'>;

/** Only a case that nobody else has yet can be voided, by who opened it. */
const isVoidable = ({ openedBy, handOffs }: Seen, department: string): boolean =>
  openedBy === department && handOffs.every(({ outcome }) => outcome !== null && outcome !== 'received');

export const mendingText = (
  seen: Seen,
  { department, officer }: { readonly department: string; readonly officer: string },
  { limitTitle }: Words,
): string[] => {
  const { case: id } = seen;
  const typed = (words: string): string[] => commandLines('  ', hintAs(words, `${department}/${officer}`));
  if (seen.voided) return ['该案件已作废 / the case was voided'];
  const claims = seen.clocks.filter((c) => c.outcome === 'claimed-in-time' && c.obliged !== department);
  const unsure = seen.clocks.filter(
    (c) => c.status !== 'stopped' && c.startedAtLatest !== null && c.obliged === department,
  );
  return [
    ...unsure.flatMap(({ clock, limit }) => [
      `起算时间待确认 start to confirm: ${limitTitle(limit).zh}`,
      ...typed(`case confirm-receipt ${id} ${clock} --at 日期`),
    ]),
    ...claims.flatMap(({ clock, limit, obliged }) => [
      `补录称按期，待确认 claimed in time: ${departmentTitle(obliged)} ${limitTitle(limit).zh}`,
      ...typed(`case confirm-claim ${id} ${clock}`),
      ...typed(`case dispute-claim ${id} ${clock} --reason 理由`),
    ]),
    '更正 to mend:',
    ...typed(`case correct ${id} 第几条 --reason 理由 --at 时间`),
    ...(isVoidable(seen, department) ? typed(`case void ${id} --reason 理由`) : []),
  ];
};
