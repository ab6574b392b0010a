// A limit as a region's register leaves it: agreed spans replaced, limits switched on or off. Statutory spans are never touched.
import type { Body, LimitId } from '../../schemas/ids.ts';
import type { CivilDate } from '../../schemas/instant.ts';
import type { RegionSettings, TimeLimit } from '../../schemas/time-limit.ts';

/** Whose limit it is: the procedure of its clock, and the kind of department that is obliged, where one is. */
export type Whose = { readonly procedure: string; readonly body: Body | undefined };

/** Under which an agreement for some is kept: `*` for all procedures, or all kinds of department. */
export const agreedKey = (limit: LimitId, procedure = '*', body = '*'): string =>
  `${limit} ${procedure} ${body}`;

/** Settings in which the agreed span of a limit is the one for those it is asked for: of the procedure before of the kind. */
export const settledFor = (settings: RegionSettings, limit: LimitId, whose: Whose): RegionSettings => {
  const { procedure, body } = whose;
  const own = [agreedKey(limit, procedure, body), agreedKey(limit, procedure), agreedKey(limit, '*', body)]
    .map((key) => settings.agreedFor?.[key])
    .find((agreed) => agreed !== undefined);
  return own ? { ...settings, agreed: { ...settings.agreed, [limit]: own } } : settings;
};

/**
 * The limit with the region's own agreed span and switch: where a region agreed on a span the limit is on, unless it is switched
 * off. Agreement cannot change what a statute sets.
 */
export const settledLimit = (limit: TimeLimit, settings: RegionSettings): TimeLimit => {
  const agreed = limit.kind === 'agreed' ? settings.agreed[limit.id] : undefined;
  const active = settings.limits[limit.id]?.active ?? (agreed !== undefined || limit.active);
  if (agreed === undefined && active === limit.active) return limit;
  return { ...limit, active, span: agreed?.span ?? limit.span };
};

/** In force on a date: `from` ≤ date < `until`. */
export const isInForce = (limit: TimeLimit, date: CivilDate): boolean =>
  limit.from <= date && (limit.until === undefined || date < limit.until);

/** When a limit is in force, for who asked for it on another day: `sup-state-reasons 2013-01-01–2019-12-30`. */
export const inForceText = ({ id, from, until }: TimeLimit): string => `${id} ${from}–${until ?? ''}`;

/** Settings of a region that settled nothing. */
export const noSettings: RegionSettings = { limits: {}, pauses: {}, agreed: {}, conditions: {} };
