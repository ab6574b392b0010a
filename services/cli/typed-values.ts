// Options as typed → what the command says: its open body, and the values of a party apart.
import type { OpenBody, Paper, PartyValues } from '../../schemas/command.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { Asked } from '../client/department-client.ts';
import { sha256 } from '../proof/canonical.ts';
import { requireDate, type StepOptions, type ValueOptions, type WhenOptions } from './command-options.ts';
import { caseTyped, hintAs } from './hint.ts';
import { usage } from './problem.ts';
import { occurredFrom } from './said-when.ts';
import { NEW_SUBJECT } from './text/refusal-text.ts';
import { readBytes } from './text-file.ts';

type Said = { readonly open: OpenBody; readonly party: PartyValues };
/** Values of the fields that procedures declare. */
export type Declared = {
  readonly open: NonNullable<OpenBody['fields']>;
  readonly party: NonNullable<PartyValues['fields']>;
};

const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

export const fenOf = (text: string): string => {
  const [, whole, cents = ''] = /^(\d{1,17}|\d{1,3}(?:,\d{3}){1,5})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined)
    throw usage(
      `金额“${text}”应写作 12345.67 或 12,345.67（元；逗号只能每三位一个）`,
      `amount "${text}" should be like 12345.67 or 12,345.67 (yuan; a comma every three digits or none)`,
    );
  return `${whole.replaceAll(',', '')}${cents.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
};

const pairOf = (text: string): readonly [code: string, value: string] => {
  const cut = text.indexOf('=');
  return cut > 0 ? [text.slice(0, cut), text.slice(cut + 1)] : [text, ''];
};

/** The name of a file may say whose it is, so a paper's open id comes from its hash. */
const paperFrom = async (text: string): Promise<Paper> => {
  const [code, file] = pairOf(text);
  if (file === '') throw usage(`文书“${text}”应写作 文书代码=文件`, `paper "${text}" should be code=file`);
  if (file === '-') return { code, id: `${code}-explained`, explained: true };
  const hash = sha256(await readBytes(file));
  return { code, id: `${code}-${hash.slice(0, 10)}`, sha256: hash };
};

/** The papers, each with the day it was served on paper where that is said. */
const papersFrom = async (papers: readonly string[], served: readonly string[]): Promise<Paper[]> => {
  const days = new Map(served.map(pairOf).map(([code, day]) => [code, requireDate(day)]));
  const all = await Promise.all(papers.map(paperFrom));
  const unknown = [...days.keys()].find((code) => !all.some((paper) => paper.code === code));
  if (unknown !== undefined)
    throw usage(
      `--served 所写的文书 ${unknown} 须同时用 --paper 附上`,
      `--served names the paper ${unknown}: attach it with --paper too`,
    );
  return all.map((paper) => {
    const servedOn = days.get(paper.code);
    return servedOn === undefined ? paper : { ...paper, servedOn };
  });
};

/** Subjects named by the command: numbered from s1 where it opens a case, else by the pseudonym given. */
const subjectsFrom = (names: readonly string[], opensCase: boolean): [id: string, name: string][] =>
  names.map((text, n) => {
    const [, id, name] = /^(s[1-9]\d{0,3})=(.+)$/.exec(text) ?? [];
    if (id !== undefined && name !== undefined) return [id, name];
    if (opensCase) return [`s${n + 1}`, text];
    throw usage(
      `“${text}”在已有案件中须写明代号：${NEW_SUBJECT.zh}`,
      `give the pseudonym of "${text}" in an existing case too: ${NEW_SUBJECT.en}`,
      hintAs(`case show ${caseTyped()}`),
    );
  });

/** Open and party fields of what any command may say. */
export const valuesFrom = async (o: ValueOptions, opensCase: boolean): Promise<Said> => {
  const papers = await papersFrom(o.paper ?? [], o.served ?? []);
  const subjects = subjectsFrom(o.subject ?? [], opensCase);
  return {
    open: given({
      to: o.to,
      subjects: o.about,
      papers: papers.length > 0 ? papers : undefined,
      newSubjects: subjects.length > 0 ? subjects.map(([subject]) => ({ subject })) : undefined,
    }),
    party: given({
      title: o.title,
      summary: o.summary,
      reason: o.reason,
      offence: o.offence,
      subjects:
        subjects.length > 0 ? Object.fromEntries(subjects.map(([id, name]) => [id, { name }])) : undefined,
      amountFen: o.amount === undefined ? undefined : fenOf(o.amount),
      source: o.source,
    }),
  };
};

const isThere = (values: object): boolean => Object.keys(values).length > 0;

/** All that a step says. */
export const stepValuesFrom = async (
  o: StepOptions,
  declared: Declared,
  opensCase: boolean,
): Promise<Said> => {
  const { open, party } = await valuesFrom(o, opensCase);
  const { team, fact, reasonCode, extension, approver, basis, clock } = o;
  const links = o.link?.map(pairOf).map(([id, relation]) => ({ case: id, relation }));
  return {
    open: {
      ...open,
      ...given({ team, fact, reasonCode, extension, approver, basis, clock, links }),
      ...(o.extensionTo ? { extensionTo: Number(o.extensionTo) } : {}),
      ...(isThere(declared.open) ? { fields: declared.open } : {}),
    },
    party: { ...party, ...(isThere(declared.party) ? { fields: declared.party } : {}) },
  };
};

/** Under which id, and when. */
export const whenFrom = (
  o: WhenOptions,
  now: Instant,
): Pick<Asked, 'occurredAt' | 'precision' | 'commandId'> => ({
  ...(o.at ? occurredFrom(o.at, now) : {}),
  ...(o.id ? { commandId: o.id } : {}),
});
