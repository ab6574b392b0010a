// A limit as a region's register leaves it: agreed spans replaced, limits switched on or off. Statutory spans are never touched.
import type { CivilDate } from '../../schemas/instant.ts';
import type { RegionSettings, TimeLimit } from '../../schemas/time-limit.ts';

/** The limit with the region's own agreed span and switch. Agreement cannot change what a statute sets. */
export const settledLimit = (limit: TimeLimit, settings: RegionSettings): TimeLimit => {
  const active = settings.limits[limit.id]?.active ?? limit.active;
  const agreed = limit.kind === 'agreed' ? settings.agreed[limit.id] : undefined;
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
