// The cases of a department on a terminal, a block for each: its number in one piece, what it is called, how it stands.
import { whenText } from '../../words/instants.ts';
import type { Words } from '../../words/words.ts';
import { openedText } from './case-text.ts';
import { hanging } from './wrap-text.ts';

type Case = {
  readonly case: string;
  readonly title: string | null;
  readonly openedBy: string | null;
  readonly openedAt: string | null;
  readonly voided: boolean;
  readonly statuses: readonly {
    readonly proceeding: string;
    readonly procedureTitle: { readonly zh: string };
    readonly title: { readonly zh: string };
  }[];
  readonly proceedings: readonly {
    readonly proceeding: string;
    readonly procedure: string;
    readonly version: number;
    readonly state: string;
    readonly movedTo: string | null;
    readonly since: string;
  }[];
};

export const caseListText = (
  cases: readonly Case[],
  width: number,
  { procedureTitle, stateTitle }: Words,
): string => {
  if (cases.length === 0) return '没有本部门知悉的案件 / no cases this department was told of';
  return cases
    .map((c) =>
      [
        ...hanging(`${c.case}  ${c.voided ? '已作废  ' : ''}`, c.title ?? '', width),
        ...[
          ...(c.openedBy === null ? [] : [`${openedText(c.openedBy, c.openedAt)} 立卷`]),
          ...c.proceedings.map(
            (p) =>
              `${p.proceeding} ${procedureTitle(p.procedure).zh}  ${stateTitle(p.procedure, p.version, p.state).zh}  自 ${whenText(p.since)}${p.movedTo === null ? '' : `  已分案至 ${p.movedTo}`}`,
          ),
          ...c.statuses.map((s) => `${s.proceeding} ${s.procedureTitle.zh}  ${s.title.zh}`),
        ].flatMap((line) => hanging('  ', line, width)),
      ].join('\n'),
    )
    .join('\n\n');
};
