// Whatever is done in a case with referrals in it, in whatever order: what reaches a department, at the time, later or in its view of
// the case, names nobody it may not know of, and what it asks about such a one is answered as for one that does not exist.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNSEEN, type View, viewAfter } from '../../../case/backfill.ts';
import { decide } from '../../../case/decide.ts';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import type { CaseEntry } from '../../../services/bus/ledger/case-entries.ts';
import {
  type CaseDriver,
  caseDriver,
  commandOf,
  registerWith,
  type Told,
} from '../../support/case-driver.ts';
import { readBy } from '../../support/model-case.ts';
import { BUREAU, OFFICE, POLICE, papers, steps } from '../../support/transfer-story.ts';

const DISCIPLINE = '653023/discipline-inspection';
const MARKET = '653023/market-regulation';
const HEALTH = '653023/health';
const DEPARTMENTS = [BUREAU, MARKET, HEALTH, POLICE, DISCIPLINE, OFFICE];
const register = registerWith(DEPARTMENTS);
const SUBJECTS = ['s1', 's2', 's3', 's4'];
const team = ['o-1', 'o-2'];

/** Who may know of whom, told by what was done and by nothing the rules say; `all` once it was named openly. */
type Knowing = Map<string, Set<string> | 'all'>;

type Deed = { readonly told: Told; readonly isClosed: boolean; readonly isVersion: boolean };
type Choice = {
  readonly what: number;
  readonly who: number;
  readonly subject: number;
  readonly network: boolean;
};

const PENALTY: Readonly<Record<string, string>> = {
  [BUREAU]: 'insurance-penalty',
  [MARKET]: 'market-penalty',
  [HEALTH]: 'health-penalty',
};

const deedOf = (c: CaseDriver, { what, who, subject: pick, network }: Choice, at: Instant): Deed => {
  const actor = [BUREAU, MARKET, HEALTH][who % 3] as string;
  const subject = SUBJECTS[pick % 4] as string;
  const known = Object.keys(c.state.subjects);
  const members = known.filter((id) => c.state.subjects[id]?.kind !== 'network').slice(0, 2);
  const attributes =
    network && members.length > 0
      ? { kind: 'network' as const, members }
      : { kind: 'person' as const, publicOfficial: true as const };
  const about: OpenBody = known.includes(subject)
    ? { subjects: [subject] }
    : { newSubjects: [{ subject, ...attributes }] };
  const say = (command: string, body: OpenBody, more: Partial<Told> = {}): Told => ({
    as: `${actor}/head`,
    at,
    command,
    body,
    with: ['reason'],
    ...more,
  });
  const open = (told: Told): Deed => ({ told, isClosed: false, isVersion: false });
  const closed = (told: Told): Deed => ({ told, isClosed: true, isVersion: false });
  const version = (told: Told): Deed => ({ told, isClosed: false, isVersion: true });
  const referral = Object.values(c.state.proceedings).filter((p) => p.procedure === 'discipline-referral')[
    pick % 3
  ];
  const named = referral ? { proceeding: referral.proceeding } : {};
  switch (what % 12) {
    case 0:
    case 1:
      return closed(
        say(
          'identify-discipline-clue',
          { ...about, fields: { disciplineNature: 'duty-crime' } },
          { procedure: 'discipline-referral' },
        ),
      );
    case 2:
      return closed(say('approve-discipline-referral', {}, named));
    case 3:
      return closed(say('send-discipline-referral', { papers: papers('discipline-referral-letter') }, named));
    case 4:
      return closed({ ...say('receive-discipline-referral', {}, named), as: `${DISCIPLINE}/o-1` });
    case 5:
      return version(say('revise-subject', { subjects: [subject], attributes: { kind: 'other' } }));
    case 6:
      return version(say('state-amount', { subjects: [subject] }, { with: ['reason', 'amountFen'] }));
    case 7:
      return open(say('record-fact', { fact: 'noted', ...about, to: pick % 2 ? [POLICE] : [] }));
    case 8:
      return open(say('admit-departments', { to: [HEALTH], ...(pick % 2 ? about : {}) }));
    case 9:
      return open(
        say(
          'file-penalty',
          { team, papers: papers('case-filing-form'), ...about },
          {
            procedure: PENALTY[actor] as string,
          },
        ),
      );
    case 10:
      return closed({
        as: 'relay',
        at,
        command: 'take-follow-up',
        body: { followUp: c.state.followUpsOrdered },
      });
    default:
      return closed({
        ...say('take-on-discipline-clue', {}, named),
        as: `${DISCIPLINE}/o-1`,
      });
  }
};

const idsIn = (said: unknown): string[] =>
  [...new Set(JSON.stringify(said).match(/"s\d+"/g) ?? [])].map((quoted) => quoted.slice(1, -1));

const learn = (knowing: Knowing, c: CaseDriver, { told, isClosed, isVersion }: Deed): void => {
  const { body = {}, as } = told;
  const own = [...(body.subjects ?? []), ...(body.newSubjects ?? []).map(({ subject }) => subject)];
  const all = own.flatMap((id) => [id, ...(c.state.subjects[id]?.members ?? [])]);
  const actor = as.split('/').slice(0, 2).join('/');
  if (!isVersion)
    for (const id of all) {
      const before = knowing.get(id) ?? new Set<string>();
      knowing.set(id, isClosed && before !== 'all' ? new Set([...before, actor]) : 'all');
    }
  // What was sent to discipline inspection is known there, with all that its sender named in it.
  for (const p of Object.values(c.state.proceedings))
    if (p.procedure === 'discipline-referral' && p.participants.includes(DISCIPLINE) && p.subject)
      for (const id of [p.subject, ...(c.state.subjects[p.subject]?.members ?? [])]) {
        const before = knowing.get(id);
        if (before instanceof Set) before.add(DISCIPLINE);
      }
};

const choices = fc.array(
  fc.record({ what: fc.nat(11), who: fc.nat(2), subject: fc.nat(3), network: fc.boolean() }),
  { minLength: 4, maxLength: 25 },
);

const play = (all: readonly Choice[]) => {
  const c = caseDriver(register);
  const knowing: Knowing = new Map();
  let view: View = UNSEEN;
  let at: Instant = '2024-03-04T09:00:00+08:00';
  const strangers: string[] = [];
  const mayKnow = (id: string, department: string): boolean => {
    const who = knowing.get(id);
    return who === 'all' || who?.has(department) === true;
  };
  const check = (why: string, said: unknown, department: string): void => {
    for (const id of idsIn(said)) if (!mayKnow(id, department)) strangers.push(`${why}: ${id} ${department}`);
  };
  const take = (deed: Deed): void => {
    if (!c.tell(deed.told).ok) return;
    const entry = c.entries.at(-1) as CaseEntry;
    learn(knowing, c, deed);
    for (const { department, sees } of recipientsOf(c.state, entry, register, law))
      if (sees !== 'status')
        check(`told ${deed.told.command}`, [entry.events, entry.command.body], department);
    const after = viewAfter(view, c.state, entry, register, law);
    view = after.view;
    for (const { to, sequence } of after.passedOn) {
      const earlier = c.entries[sequence - 1] as CaseEntry;
      check('passed on', [earlier.events, earlier.command.body], to);
    }
  };
  const next = (): Instant => {
    at = plusMillis(at, 3_600_000);
    return at;
  };
  for (const told of [
    { as: `${BUREAU}/o-1`, at, command: 'send-clue', body: { to: [MARKET], fields: { topic: 'fraud' } } },
    { as: `${MARKET}/o-1`, at: next(), command: 'acknowledge' },
  ])
    take({ told, isClosed: false, isVersion: false });
  for (const choice of all) take(deedOf(c, choice, next()));
  // At last the bureau hands what it has to the police.
  for (const step of [steps.suspect, steps.report, steps.approve, steps.handOver])
    take({ told: step(next()), isClosed: false, isVersion: false });
  return { c, knowing, mayKnow, check, strangers, at: next() };
};

describe('a case with referrals in it', () => {
  it('tells nobody of whom it may not know, and answers as if there were none', () => {
    let hidden = 0;
    let opened = 0;
    fc.assert(
      fc.property(choices, (all) => {
        const { c, knowing, mayKnow, check, strangers, at } = play(all);
        for (const department of DEPARTMENTS) {
          const { state } = readBy(c, department, department === OFFICE);
          check('view', state, department);
          if (!c.state.parties.includes(department) || department === OFFICE) continue;
          for (const id of SUBJECTS.filter((one) => c.state.subjects[one] && !mayKnow(one, department))) {
            const asked = (subject: string) => {
              const told = {
                as: `${department}/o-1`,
                at,
                command: 'record-fact',
                body: { fact: 'x', subjects: [subject] },
              };
              return JSON.stringify(decide(c.state, commandOf(told, c.state.id, 0), c.contextAt(at)));
            };
            expect(asked(id)).toBe(asked('s99').replaceAll('s99', id));
          }
        }
        expect(strangers).toEqual([]);
        hidden += Object.keys(c.state.hidden).length;
        opened += [...knowing.values()].filter((who) => who === 'all').length;
      }),
      { numRuns: 150, seed: 20261127 },
    );
    // The cases are of the kind that is meant.
    expect(hidden).toBeGreaterThan(50);
    expect(opened).toBeGreaterThan(50);
  });
});
