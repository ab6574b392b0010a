// Whether an item of configuration may be entered: in the shape of its kind, and about what is there.
import type { Law } from '../../law/law.ts';
import { beginsEach } from '../../schemas/amount-scale.ts';
import { Kebab, type RegisterRegion, regionOf, registerRegionOf } from '../../schemas/ids.ts';
import type { RegisterChange } from '../../schemas/register.ts';
import {
  type InboxFilter,
  isRegisterItemKind,
  REGISTER_ITEMS,
  type RegisterItemKind,
} from '../../schemas/register-item.ts';
import { CASE_PROCEDURE } from '../who-is-told.ts';
import { type Checked, no } from './checked.ts';
import { isActive, type Register, regionChain } from './register.ts';

type ItemSet = Extract<RegisterChange, { change: 'item-set' }>;
type Check = (register: Register, region: RegisterRegion, change: ItemSet, law: Law) => Checked;

/** A filter of a department that is there, of procedures that are. */
const checkFilter: Check = (register, region, { id, data }, law) => {
  const at = id.lastIndexOf('/');
  const department = id.slice(0, at);
  const isHere = isActive(register, department) && registerRegionOf(regionOf(department)) === region;
  if (!isHere) return no('UNKNOWN_DEPARTMENT', department);
  if (!Kebab.safeParse(id.slice(at + 1)).success) return no('FIELD_REFUSED', 'inbox-filter');
  const { procedures = [] } = data as InboxFilter;
  const unknown = procedures.find(
    (named) => named !== CASE_PROCEDURE && !law.procedures.some(({ procedure }) => procedure === named),
  );
  return unknown === undefined ? { ok: true } : no('UNKNOWN_PROCEDURE', unknown);
};

/** Results of a procedure that says what its results are, told to members here or above: to none of another place. */
const checkResultsTold: Check = (register, region, { id, data }, law) => {
  const own = law.newestProcedure(id);
  if (own === undefined) return no('UNKNOWN_PROCEDURE', id);
  if (own.results === undefined) return no('FIELD_REFUSED', `id: ${id}`);
  const { to } = REGISTER_ITEMS['results-told'].parse(data);
  const unknown = to.find((department) => !isActive(register, department));
  if (unknown !== undefined) return no('UNKNOWN_DEPARTMENT', unknown);
  const places = regionChain(region);
  const astray = to.find((department) => !places.includes(registerRegionOf(regionOf(department))));
  return astray === undefined ? { ok: true } : no('FIELD_REFUSED', `to: ${astray}`);
};

/** A standard of amounts names the bands of its scale. */
const checkStandard: Check = (_register, _region, { kind, id, data }, law) => {
  const { begins } = REGISTER_ITEMS['amount-standard'].parse(data);
  const scale = law.amountScale(id);
  return scale && beginsEach(begins, scale.bands) ? { ok: true } : no('FIELD_REFUSED', kind, id);
};

/** What is asked beyond the shape. */
const CHECKS: Readonly<Partial<Record<RegisterItemKind, Check>>> = {
  'amount-standard': checkStandard,
  'inbox-filter': checkFilter,
  'results-told': checkResultsTold,
};

export const checkItem: Check = (register, region, change, law) => {
  const { kind, data, from, until } = change;
  if (!isRegisterItemKind(kind)) return no('UNKNOWN_ITEM_KIND', kind);
  if (!REGISTER_ITEMS[kind].safeParse(data).success) return no('FIELD_REFUSED', kind);
  if (until !== undefined && until < from) return no('FIELD_REFUSED', 'until');
  return CHECKS[kind]?.(register, region, change, law) ?? { ok: true };
};
