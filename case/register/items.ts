// Configuration entered by `item-set`: what a region entered of a kind and id, one after the other, each from its instant on.
import {
  type DepartmentId,
  type Region,
  type RegisterRegion,
  regionOf,
  registerRegionOf,
} from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { RegisterChange } from '../../schemas/register.ts';
import type { InboxFilter, RegisterItemKind } from '../../schemas/register-item.ts';

export type RegisterItem = { data: unknown; basis: string; from: Instant; until?: Instant };
/** By region, then by kind and id. */
export type RegisterItems = Readonly<
  Record<RegisterRegion, Readonly<Record<string, readonly RegisterItem[]>>>
>;

export const itemKey = (kind: RegisterItemKind, id: string) => `${kind} ${id}`;
/** The id of a filter as an item: `653023/health/licences`. */
export const filterId = (department: DepartmentId, filter: string) => `${department}/${filter}`;

export const withItem = (
  items: RegisterItems,
  region: RegisterRegion,
  { change: _, kind, id, ...item }: Extract<RegisterChange, { change: 'item-set' }>,
): RegisterItems => {
  const own = items[region] ?? {};
  const key = itemKey(kind as RegisterItemKind, id);
  return { ...items, [region]: { ...own, [key]: [...(own[key] ?? []), item as RegisterItem] } };
};

/** Of several the one entered last whose instant has come, until it ends: nothing returns from before it. */
const standing = (entered: readonly RegisterItem[], at: Instant): RegisterItem | undefined => {
  const last = entered.findLast(({ from }) => from <= at);
  return last && (last.until === undefined || at < last.until) ? last : undefined;
};

/** The item of this kind and id that a region itself entered, as it stands at an instant. */
export const itemAt = (
  { items }: { readonly items: RegisterItems },
  region: Region,
  kind: RegisterItemKind,
  id: string,
  at: Instant,
): RegisterItem | undefined => standing(items[region]?.[itemKey(kind, id)] ?? [], at);

const filtersBegin = (department: DepartmentId): string => itemKey('inbox-filter', filterId(department, ''));

/** The filters of a department's inbox that stand at an instant, by name. */
export const filtersOf = (
  { items }: { readonly items: RegisterItems },
  department: DepartmentId,
  at: Instant,
): Readonly<Record<string, InboxFilter>> => {
  const begin = filtersBegin(department);
  return Object.fromEntries(
    Object.entries(items[registerRegionOf(regionOf(department))] ?? {}).flatMap(([key, entered]) => {
      const item = key.startsWith(begin) ? standing(entered, at) : undefined;
      return item ? [[key.slice(begin.length), item.data as InboxFilter]] : [];
    }),
  );
};

/** A department's filters go with it. */
export const withoutFilters = (
  items: RegisterItems,
  department: DepartmentId,
  at: Instant,
): RegisterItems => {
  const region = registerRegionOf(regionOf(department));
  const begin = filtersBegin(department);
  const own = Object.entries(items[region] ?? {}).map(([key, entered]) => [
    key,
    key.startsWith(begin) ? entered.map((item) => ({ until: at, ...item })) : entered,
  ]);
  return { ...items, [region]: Object.fromEntries(own) };
};
