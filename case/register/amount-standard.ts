// By which amounts a division speaks of bands: what it entered in its register itself, else what the law knows of it, else the same
// of the division above.
import type { Law } from '../../law/law.ts';
import type { AmountStandard, BandStarts } from '../../schemas/amount-scale.ts';
import type { Body, Region } from '../../schemas/ids.ts';
import { dateOf, type Instant } from '../../schemas/instant.ts';
import { REGISTER_ITEMS } from '../../schemas/register-item.ts';
import { itemAt } from './items.ts';
import { type Register, regionChain } from './register.ts';

const KIND = 'amount-standard';

/** `law`: known of the division by the law; otherwise entered by itself, on a basis in words. */
export type StandardInForce = { readonly region: Region; readonly begins: BandStarts } & (
  | { readonly law: AmountStandard }
  | { readonly basis: string }
);

const own = (
  register: Register,
  law: Law,
  scale: string,
  region: Region,
  at: Instant,
  body: Body | undefined,
): StandardInForce | undefined => {
  const item = itemAt(register, region, KIND, scale, at);
  if (item) return { region, ...REGISTER_ITEMS[KIND].parse(item.data), basis: item.basis };
  const day = dateOf(at);
  const known = law
    .amountScale(scale)
    ?.standards.find(
      ({ region: of, from, until, bodies }) =>
        of === region &&
        from <= day &&
        (!until || day < until) &&
        (!bodies || (body !== undefined && bodies.includes(body))),
    );
  return known && { region, begins: known.begins, law: known };
};

/**
 * The standard of a scale at a place and an instant; `undefined` where nobody set one.
 * @param body the kind of department that goes by it; where not given only what holds for all counts
 */
export const amountStandard = (
  register: Register,
  law: Law,
  scale: string,
  region: Region,
  at: Instant,
  body?: Body,
): StandardInForce | undefined =>
  regionChain(region)
    .map((nearest) => own(register, law, scale, nearest, at, body))
    .find((found) => found !== undefined);
