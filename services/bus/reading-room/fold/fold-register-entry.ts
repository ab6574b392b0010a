// One register entry → the register after it and the rows of departments and officers. Keys, tokens and secrets stay out.
import { applyRegister } from '../../../../case/register/apply-register.ts';
import type { Register } from '../../../../case/register/register.ts';
import type { Entry } from '../../../../schemas/entry.ts';
import { regionOf } from '../../../../schemas/ids.ts';
import type { RegisterChange, RegisterCommand } from '../../../../schemas/register.ts';
import { type BatchRows, put } from './batch-rows.ts';

/** Changes that decide who is told of what, or who answers for a limit. */
const KEPT: readonly RegisterChange['change'][] = [
  'department-added',
  'department-retired',
  'officer-appointed',
  'officer-retired',
  'routing-set',
];

const withoutKey = (change: RegisterChange): RegisterChange =>
  change.change === 'department-added' ? { ...change, connectKey: '' } : change;

const putChange = (batch: BatchRows, after: Register, change: RegisterChange): void => {
  if (change.change === 'department-added' || change.change === 'department-retired') {
    const d = after.departments[change.department];
    if (d)
      put(batch, 'departments', d.department, {
        department: d.department,
        region: regionOf(d.department),
        name: d.name,
        added_at: d.addedAt,
        retired_at: d.retiredAt ?? null,
        simulated: d.simulated ?? false,
      });
  }
  if (change.change === 'department-retired') {
    const { department } = change;
    for (const key of Object.keys(after.officers).filter((id) => id.startsWith(`${department}/`)))
      put(batch, 'officers', key, { department, officer: key.slice(department.length + 1), ranks: [] });
  }
  if (change.change === 'officer-appointed' || change.change === 'officer-retired') {
    const key = `${change.department}/${change.officer}`;
    const ranks = change.change === 'officer-retired' ? [] : change.ranks;
    put(batch, 'officers', key, { department: change.department, officer: change.officer, ranks });
  }
};

/** The register after changes of a region kept in `register_changes`, or of a whole entry. */
export const foldChanges = (
  register: Register,
  region: string,
  occurredAt: string,
  changes: readonly RegisterChange[],
  sequence: number,
): Register =>
  applyRegister(
    register,
    {
      format: 'xianjie.register.v1',
      commandId: 'projection',
      actor: { service: 'projector' },
      region,
      occurredAt,
      changes: [...changes],
    },
    sequence,
  );

/** Folds a register entry and puts its rows. */
export const foldRegisterEntry = (
  batch: BatchRows,
  register: Register,
  sequence: number,
  entry: Entry,
): Register => {
  const { region, occurredAt, changes } = entry.command as RegisterCommand;
  const kept = changes.filter(({ change }) => KEPT.includes(change)).map(withoutKey);
  const after = foldChanges(register, region, occurredAt, kept, sequence);
  kept.forEach((change, n) => {
    put(batch, 'register_changes', `${sequence}/${n}`, {
      sequence,
      n,
      region,
      occurred_at: occurredAt,
      change,
    });
    putChange(batch, after, change);
  });
  return after;
};
