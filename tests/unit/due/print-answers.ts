// Run as a process of its own under different time zones: prints the calendar and due dates of every zone as one digest.
import { createHash } from 'node:crypto';
import { dateOfDay, dayOf } from '../../../case/due/civil-day.ts';
import { AHEQI, asked, dayStatus, shipped, WUXI } from './asked.ts';

const lines: string[] = [];
for (let day = dayOf('2008-01-01'); day <= dayOf('2027-12-31'); day += 1)
  for (const region of [WUXI, AHEQI, '450100'])
    lines.push(JSON.stringify(dayStatus(shipped, region, dateOfDay(day), { local: true })));
for (let day = dayOf('2022-01-01'); day <= dayOf('2026-12-31'); day += 1)
  for (const id of ['fwd-head-decision', 'fwd-handover', 'clue-verify', 'sup-investigation-urge'])
    lines.push(JSON.stringify(asked(id, `${dateOfDay(day)}T23:30:00+08:00`, { region: AHEQI })));

const digest = createHash('sha256').update(lines.join('\n')).digest('hex');
process.stdout.write(
  JSON.stringify({ offset: new Date(2024, 6, 1).getTimezoneOffset(), count: lines.length, digest }),
);
