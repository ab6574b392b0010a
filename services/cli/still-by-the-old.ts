// Limits that run when a region settles how they are counted: a clock keeps what it was started by, and whoever settles is told which.
import * as z from 'zod';
import type { Law } from '../../law/law.ts';
import type { Region } from '../../schemas/ids.ts';
import type { RegisterChange } from '../../schemas/register.ts';
import { DueAnswer } from '../doors/http/due.ts';
import { dueTexts } from '../words/instants.ts';
import type { Words } from '../words/words.ts';
import { commandLines, hintAt } from './hint.ts';
import type { Http } from './http.ts';
import { departmentTitle, learnNames } from './names.ts';
import { platformWords } from './platform-law.ts';
import { type CliProblem, problemOf } from './problem.ts';
import { table } from './text/table.ts';

type Item = z.infer<typeof DueAnswer>['items'][number];
type Running = Pick<Item, 'case' | 'clock' | 'limit' | 'obliged' | 'strictDueAt' | 'latestDueAt'>;

/** Of each shelf, as many as can be asked for. */
const AT_MOST = '1000';
const SHOWN = 10;

/** The limits that a change is about, by their id. */
const concerns = (change: RegisterChange, law: Law): ((limit: string, obliged?: string) => boolean) => {
  const some = (holds: (span: object) => boolean) => (limit: string) =>
    law.versionsOf(limit).some(({ span }) => holds(span));
  switch (change.change) {
    case 'agreed-limit-set':
      return (limit, obliged) =>
        limit === change.limit &&
        (obliged === undefined || change.body === undefined || obliged.endsWith(`/${change.body}`));
    case 'limit-switched':
      return (limit) => limit === change.limit;
    case 'unit-settled':
      return some((span) => 'unsettledDays' in span);
    case 'local-days-settled':
      return some((span) => !('hours' in span || 'atOnce' in span));
    default:
      return () => false;
  }
};

/** Limits of a region and those below it that run on as they were begun. */
const stillByTheOld = async (
  http: Http,
  region: Region,
  change: RegisterChange,
  law: Law,
): Promise<Running[]> => {
  const isConcerned = concerns(change, law);
  if (!law.timeLimits.some(({ id }) => isConcerned(id))) return [];
  const { items } = z.object(DueAnswer.shape).parse(await http.get('/v1/due', { region, limit: AT_MOST }));
  return items
    .filter(({ limit, obliged }) => isConcerned(limit, obliged))
    .map(({ case: id, clock, limit, obliged, strictDueAt, latestDueAt }) => ({
      ...{ case: id, clock, limit, obliged },
      ...{ strictDueAt, latestDueAt },
    }));
};

const runningText = (running: readonly Running[], region: Region, { limitTitle }: Words): string[] => {
  if (running.length === 0)
    return [
      '该区划没有正在计算的此类期限；此后起算的按此计算 / none of these limits runs there now; those begun from now on are counted so',
    ];
  const shown = running.slice(0, SHOWN);
  return [
    `正在计算的 ${running.length} 个期限仍按原口径到期，不因此改变；此后起算的才按此计算 / ${running.length} running limits keep their due dates; only those begun from now on are counted so:`,
    table(
      ['到期', '期限', '责任部门', '案件'],
      shown.map((one) => [
        dueTexts(one),
        limitTitle(one.limit).zh,
        departmentTitle(one.obliged),
        `${one.case} ${one.clock}`,
      ]),
      '',
    ).trimEnd(),
    ...(running.length > SHOWN
      ? [`  其余 ${running.length - SHOWN} 个见到期清单 / the others are in the due list`]
      : []),
    '要它们也提前办结，请告知责任部门；全部期限 to have them done sooner too, tell the departments; all limits:',
    ...commandLines('  ', hintAt(`due --region ${region}`)),
  ];
};

const unlistedText = (region: Region, { zh, en }: CliProblem): string[] => [
  `正在计算的此类期限未能列出：${zh} / the running limits could not be listed: ${en}`,
  '登记已生效，不必重发；全部期限 it is entered, do not send it again; all limits:',
  ...commandLines('  ', hintAt(`due --region ${region}`)),
];

/** Which run on after a change, and what is said of them. The change is entered by then: that they cannot be listed is no failure of it. */
export const runningOn = async (
  http: Http,
  region: Region,
  change: RegisterChange,
): Promise<{ readonly running: readonly Running[] | null; readonly said: readonly string[] }> => {
  try {
    const words = await platformWords(http);
    const [running] = await Promise.all([stillByTheOld(http, region, change, words.law), learnNames(http)]);
    return { running, said: change.change === 'item-set' ? [] : runningText(running, region, words) };
  } catch (error) {
    return { running: null, said: unlistedText(region, problemOf(error)) };
  }
};
