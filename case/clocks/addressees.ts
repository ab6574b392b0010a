// Whom a step of a ladder addresses, seen from a clock: symbols of law/ladders.ts → registered departments and ranks.

import { bodyOf, type DepartmentId, type Rank } from '../../schemas/ids.ts';
import type { Addressee } from '../../schemas/law.ts';
import { caseOf, procedureOf, type UnderWay } from '../decision-under-way.ts';
import { answersFor } from '../register/former-body.ts';
import { isActive, routeTo, superiorOf } from '../register/register.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { Clock, Proceeding } from '../state.ts';
import { isDepartment } from './clock-times.ts';

type Told = { department: DepartmentId; rank: Rank };

const resolve = (work: UnderWay, p: Proceeding, clock: Clock, addressee: Addressee): Told[] => {
  const { register } = work.context;
  const { region } = clock;
  if (!isDepartment(clock.obliged)) return [];
  const told = (named: DepartmentId | undefined, rank: Rank = 'liaison'): Told[] => {
    const department = named && answersFor(register, work.context.law, named, work.context.at);
    return department && isActive(register, department) && !isRestricted(work.state, department)
      ? [{ department, rank }]
      : [];
  };
  const { roles } = procedureOf(work.context.law, p);
  const holders = Object.entries(roles).flatMap(([role, { side }]) =>
    (p.roles[role] ?? []).map((department) => ({ department, side })),
  );
  const onSide = (side: 'sending' | 'receiving') => holders.find((h) => h.side === side)?.department;
  const government =
    bodyOf(clock.obliged) === 'government-office'
      ? undefined
      : routeTo(register, region, 'government-office');
  switch (addressee) {
    case 'obliged-head':
      return told(clock.obliged, 'head');
    case 'obliged-liaison':
      return told(clock.obliged);
    case 'sender':
      return told(onSide('sending'));
    case 'receiver':
      return told(onSide('receiving'));
    case 'joint-meeting-office':
      return told(routeTo(register, caseOf(work).region, 'joint-meeting-office'));
    case 'procuratorate':
      return told(
        holders.find((h) => bodyOf(h.department) === 'procuratorate')?.department ??
          routeTo(register, region, 'procuratorate'),
      );
    case 'superior':
      return told(superiorOf(register, clock.obliged), 'head');
    case 'government-office':
      return told(government);
    case 'superior-government':
      return told(government && superiorOf(register, government));
    case 'supervisory-organ':
      return told(routeTo(register, region, 'discipline-inspection'));
    case 'justice':
      return told(routeTo(register, region, 'justice'));
  }
};

/** Those of the addressees that are registered, each department and rank once. */
export const peopleFor = (
  work: UnderWay,
  p: Proceeding,
  clock: Clock,
  addressees: readonly Addressee[],
): Told[] => {
  const all = addressees.flatMap((addressee) => resolve(work, p, clock, addressee));
  return [...new Map(all.map((t) => [`${t.department} ${t.rank}`, t])).values()];
};
