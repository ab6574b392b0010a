// Bands of amounts as the platform makes them: asked of it, so that a clerk types the amount and nothing else.
import { bandFields } from '../../case/register/band-rules.ts';
import type { Law } from '../../law/law.ts';
import type { AskedParty } from '../../schemas/asked-command.ts';
import type { BandRule } from '../../schemas/band-rule.ts';
import { type DepartmentId, type Region, regionOf, regionOfCase } from '../../schemas/ids.ts';
import type { Asked } from '../client/department-client.ts';
import type { BandsOf } from '../client/notice-bands.ts';
import type { Given } from '../client/outbox-folder.ts';
import { BandsAnswer } from '../doors/http/bands.ts';
import { bandDoubts } from '../proof/amount-bands.ts';
import { byPath } from '../proof/sign-command.ts';
import type { Words } from '../words/words.ts';
import type { Http } from './http.ts';
import { usage } from './problem.ts';
import { optionOf } from './text/refusal-text.ts';

/** Milliseconds; a platform that cannot be asked keeps no command waiting. */
const WITHIN = 3_000;

/** `null` where the platform cannot be asked. */
const askBands = async (http: Http, region: Region, at?: string): Promise<readonly BandRule[] | null> => {
  const answer = await http.get('/v1/bands', { region, at }, WITHIN).catch(() => null);
  return BandsAnswer.safeParse(answer).data?.rules ?? null;
};

/** Whether a command commits to anything that may be an amount: then it is worth asking. */
export const saysAmount = ({ amountFen, fields = {}, steps = {} }: AskedParty = {}): boolean =>
  amountFen !== undefined ||
  Object.values(fields).some((value) => typeof value === 'string' && /^\d{1,20}$/.test(value)) ||
  Object.values(steps).some((step) => saysAmount(step));

/** How the bands of a command are made: by the standard of its case's region on the day it happened. `null` where nobody says. */
export const bandsForCommand = (
  http: Http,
  department: DepartmentId,
  { case: onCase, occurredAt }: Asked,
): Promise<readonly BandRule[] | null> =>
  askBands(http, onCase === undefined ? regionOf(department) : regionOfCase(onCase), occurredAt);

/** A band that was typed must be the amount's. @throws CliProblem usage */
export const requireFitting = (
  asked: Asked,
  party: AskedParty,
  rules: readonly BandRule[],
  words: Words,
): void => {
  const values = Object.entries(byPath(party)).map(([path, value]) => ({
    path: `/${path}`,
    value: value as never,
  }));
  const [doubt] = bandDoubts({ body: asked.body ?? {} }, values, rules);
  if (!doubt) return;
  throw usage(
    `${words.bandDoubtText(doubt)}；只填金额即可，档次由系统填写`,
    `${optionOf(doubt.field)} ${doubt.said} does not fit the amount, which makes ${doubt.fits.join(' or ')}: type the amount alone`,
  );
};

/** Sent again, a command says the bands it said first, whatever the standard is by now: it is the same command. */
export const withBandsOf = (asked: Asked, { signed }: Given, law: Law): Asked => {
  const before = signed.command.body.fields ?? {};
  const own = asked.body?.fields ?? {};
  const names = bandFields(law).map(({ name }) => name);
  const bands = names.flatMap((name) => {
    const band = before[name];
    return band === undefined || own[name] !== undefined ? [] : [[name, band] as const];
  });
  return bands.length === 0
    ? asked
    : { ...asked, body: { ...asked.body, fields: { ...own, ...Object.fromEntries(bands) } } };
};

/** Rules of the regions asked for so far, each asked once. */
export const knownBands = (http: Http) => {
  const known = new Map<Region, readonly BandRule[]>();
  const of: BandsOf = (region) => known.get(region) ?? [];
  return {
    of,
    learn: async (regions: readonly Region[]): Promise<void> => {
      const unknown = [...new Set(regions)].filter((region) => !known.has(region));
      for (const region of unknown) known.set(region, (await askBands(http, region)) ?? []);
    },
  };
};
