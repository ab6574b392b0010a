// What a due date is computed from: the law and the register of the platform where one can be asked, else what is shipped here.
import { type Calendar, foldCalendar } from '../../case/due/calendar.ts';
import { noSettings } from '../../case/due/settled-limit.ts';
import type { Law } from '../../law/law.ts';
import type { Bilingual, Region } from '../../schemas/ids.ts';
import type { RegionSettings } from '../../schemas/time-limit.ts';
import { CountingAnswer } from '../doors/http/counting.ts';
import { eitherHttp } from './http.ts';
import { nothingCalled } from './near-ids.ts';
import { offlineCalendars, offlineLaw } from './offline-law.ts';
import type { AsOption, PlaceOptions } from './place.ts';
import { platformLaw } from './platform-law.ts';
import { tell } from './print.ts';
import { CliProblem } from './problem.ts';

export type Ground = {
  readonly law: Law;
  readonly calendar: Calendar;
  readonly settings: RegionSettings;
  readonly by: 'platform' | 'program';
};

export const shippedGround = async (): Promise<Ground> => {
  const [law, calendars] = await Promise.all([offlineLaw(), offlineCalendars()]);
  return { law, calendar: foldCalendar(calendars, law.regimes), settings: noSettings, by: 'program' };
};

/** Nobody can be asked, or not by whoever types this. */
const CANNOT_ASK: ReadonlySet<string> = new Set(['PLATFORM_UNREACHABLE', 'NO_OPERATOR_TOKEN']);

const orShipped = async (asked: () => Promise<Ground>): Promise<Ground> => {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof CliProblem && CANNOT_ASK.has(error.code)) return shippedGround();
    throw error;
  }
};

/** @throws CliProblem where the platform was asked and refused, or an officer was named whose credentials are not here */
export const groundFor = (options: PlaceOptions & AsOption, region: Region): Promise<Ground> =>
  orShipped(async () => {
    const http = await eitherHttp(options);
    const [counting, law] = await Promise.all([
      http.get('/v1/counting', { region }).then((answer) => CountingAnswer.parse(answer)),
      platformLaw(http),
    ]);
    return {
      law,
      calendar: foldCalendar(counting.calendars, law.regimes),
      settings: counting.settings,
      by: 'platform',
    };
  });

/** The same where no region is meant: nothing is settled, and days are those shipped. @throws as `groundFor` */
export const lawGround = (options: PlaceOptions & AsOption): Promise<Ground> =>
  orShipped(async () => {
    const law = await platformLaw(await eitherHttp(options));
    return { ...(await shippedGround()), law, by: 'platform' };
  });

const HERE: Bilingual = { zh: '平台的法律中', en: ' in the law of the platform' };
const HERE_ALONE: Bilingual = {
  zh: '所问的是平台的法律；本程序所带的法律中有，公布后（xianjie law publish --operator op-1）平台才有。平台的法律中',
  en: ' in the law of the platform, which was asked: the law of this program has it, and the platform once it is published (xianjie law publish --operator op-1)',
};

/**
 * That what was named is in the law that was asked.
 * @param idsOf what a law has of this kind
 * @throws CliProblem USAGE naming the nearest, and whose law was asked where that was the platform's
 */
export const requireKnown = async (
  { law, by }: Ground,
  kind: Bilingual,
  wanted: string,
  idsOf: (law: Law) => readonly string[],
): Promise<void> => {
  const ids = idsOf(law);
  if (ids.includes(wanted)) return;
  if (by === 'program') throw nothingCalled(kind, wanted, ids);
  const shipped = idsOf(await offlineLaw());
  throw nothingCalled(kind, wanted, ids, shipped.includes(wanted) ? HERE_ALONE : HERE);
};

/** Says beside an answer that no platform was asked. */
export const tellShipped = ({ by }: Ground): void => {
  if (by === 'program')
    tell(
      '平台未运行或无法询问：以上是本程序所带的法律，不含区划自行确定的口径 / the law of this program: no platform could be asked, and what a region settled is left out',
    );
};
