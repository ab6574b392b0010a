// Whom a step of a ladder addresses, seen from a clock: symbols of law/ladders.ts → registered departments and ranks.
import type { Addressee } from '../../law/ladders.ts';
import { bodyOf, type DepartmentId, type Rank, regionOf } from '../../schemas/ids.ts';
import { caseOf, type Draft } from '../decision-under-way.ts';
import { isActive, routeTo, superiorOf } from '../register/register.ts';
import type { Clock, Proceeding } from '../state.ts';

type Told = { department: DepartmentId; rank: Rank };

const SENDING_ROLES = ['sender', 'applicant'];

const resolve = (draft: Draft, p: Proceeding, clock: Clock, addressee: Addressee): Told[] => {
  const { register } = draft.context;
  const region = regionOf(clock.obliged);
  const told = (department: DepartmentId | undefined, rank: Rank = 'liaison'): Told[] =>
    department && isActive(register, department) ? [{ department, rank }] : [];
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
      return told(SENDING_ROLES.map((role) => p.roles[role]?.[0]).find((d) => d !== undefined));
    case 'receiver':
      return told(p.roles['receiver']?.[0]);
    case 'joint-meeting-office':
      return told(routeTo(register, caseOf(draft).region, 'joint-meeting-office'));
    case 'procuratorate':
      return told(p.roles['supervisor']?.[0] ?? routeTo(register, region, 'procuratorate'));
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
  draft: Draft,
  p: Proceeding,
  clock: Clock,
  addressees: readonly Addressee[],
): Told[] => {
  const all = addressees.flatMap((addressee) => resolve(draft, p, clock, addressee));
  return [...new Map(all.map((t) => [`${t.department} ${t.rank}`, t])).values()];
};
