// A procedure as a diagram in Mermaid: its states by their Chinese titles, with the commands that lead from one to another.
import type { Procedure, Target } from '../../schemas/procedure.ts';

/** As Mermaid takes it: no word of its own, no sign that ends a label. */
const idOf = (state: string): string => `s_${state.replaceAll('-', '_')}`;
const label = (text: string): string =>
  text.replaceAll(':', '：').replaceAll(';', '；').replaceAll('"', '”').replaceAll('#', '＃');

/** A pseudo-state for what is offered in every state that is not terminal. */
const ANY = 'any_open_state';

type Arrow = { readonly from: string; readonly to: string; readonly text: string };

/** Where a target leads: to one state, or by a condition to one of two. */
const arrowsOf = (p: Procedure, from: string, command: string, target: Target): readonly Arrow[] => {
  const title = (target.title ?? p.commands[command]?.title)?.zh ?? command;
  const conditions = (target.when ?? []).map((id) => p.conditions[id]?.title.zh ?? id).join('；');
  const to = (state: string | null | undefined, text: string): readonly Arrow[] =>
    state ? [{ from, to: idOf(state), text }] : [];
  return target.else === undefined
    ? to(target.to, title)
    : [...to(target.to, `${title}（${conditions}）`), ...to(target.else, `${title}（否则）`)];
};

const arrowsFrom = (
  p: Procedure,
  from: string,
  targets: Readonly<Record<string, Target>> = {},
): readonly Arrow[] =>
  Object.entries(targets).flatMap(([command, target]) => arrowsOf(p, from, command, target));

/** Commands between the same two states stand on one arrow; those that change no state are not drawn. */
export const procedureDiagram = (p: Procedure): string => {
  const states = Object.entries(p.states);
  const anywhere = arrowsFrom(p, ANY, p.always);
  const openings = Object.entries(p.opensOn).map(([command, state]) => ({
    from: '[*]',
    to: idOf(state),
    text: p.commands[command]?.title.zh ?? command,
  }));
  const arrows = [
    ...openings,
    ...states.flatMap(([name, { on }]) => arrowsFrom(p, idOf(name), on)),
    ...anywhere,
    ...states
      .filter(([, { terminal }]) => terminal)
      .map(([name]) => ({ from: idOf(name), to: '[*]', text: '' })),
  ];
  const joined = Map.groupBy(arrows, ({ from, to }) => `${from} --> ${to}`);
  return [
    'stateDiagram-v2',
    ...states.map(([name, { title }]) => `  state "${label(title.zh)}" as ${idOf(name)}`),
    ...(anywhere.length > 0 ? [`  state "任何在办状态" as ${ANY}`] : []),
    ...[...joined].map(([arrow, all]) => {
      const text = [...new Set(all.map((one) => label(one.text)))].filter(Boolean).join('<br/>');
      return text === '' ? `  ${arrow}` : `  ${arrow} : ${text}`;
    }),
  ].join('\n');
};
