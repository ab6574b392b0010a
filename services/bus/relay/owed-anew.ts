// What an inbox holds is taken out of it and owed from there on: where a case was closed to its department, or opened to it again, and
// before notices that nobody read would age out of it.
import type { NatsConnection } from 'nats';
import { departmentOf, departmentsOf } from '../../../case/register/register.ts';
import type { Notice } from '../../../schemas/entry.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { caseSubject } from '../../../schemas/subjects.ts';
import type { inTurns } from '../../in-turn.ts';
import { codeOf, type Log } from '../../log.ts';
import { readSubject, type StoredMessage } from '../ledger/read.ts';
import type { RegisterReader } from '../registrar/register-reader.ts';
import type { InboxRoom } from './inbox-room.ts';
import type { ParkedDepartments } from './parked.ts';
import { type Restricting, restrictingIn } from './withheld.ts';

/** Where to begin again so that a notice is made once more: at its entry, or at the one that entitled the receiver to it. */
const madeAt = ({ id, backfill, data }: Notice): number =>
  backfill ? Number(id.slice(id.lastIndexOf('/') + 1)) : data.ledgerSequence;

export const owedAnew = (deps: {
  readonly nc: NatsConnection;
  readonly registers: RegisterReader;
  readonly parked: ParkedDepartments;
  readonly room: InboxRoom;
  /** What empties an inbox and what fills it again never meet. */
  readonly inTurn: ReturnType<typeof inTurns>;
  readonly log: Log;
  readonly inboxAgeMs: number;
}) => {
  const { nc, registers, parked, room, inTurn, log, inboxAgeMs } = deps;

  /** Owed from here on what it has not acknowledged, and given nothing that it holds now. Noted first, or a crash would lose it. */
  const emptied = async (department: DepartmentId, since: number): Promise<number> => {
    const from = Math.min(since, parked.all().get(department) ?? since);
    await parked.park(department, from);
    await room.clear(department);
    return from;
  };

  /** A case closed to a department leaves its inbox, as far as it was not fetched; one opened to it again is told again. */
  const withhold = async ({ type, department, case: id }: Restricting, seq: number): Promise<void> => {
    if (departmentOf(registers.current(), department)?.retiredAt !== undefined) return;
    const isRestricted = type === 'case-restricted';
    const oldest = isRestricted ? await room.firstUnacknowledged(department) : null;
    const [first] = isRestricted ? [] : await readSubject(nc, caseSubject(id));
    const from = oldest ? madeAt(oldest.json<Notice>()) : (first?.sequence ?? seq);
    if (isRestricted) await emptied(department, Math.min(from, seq));
    else await parked.park(department, Math.min(from, parked.all().get(department) ?? from));
    log.info({ department, from }, 'what is owed of an inbox changed with a restriction');
  };

  /** Eight ninths of its life: what is unacknowledged then is delivered again, long before it is gone. */
  const agesAfterMs = (inboxAgeMs / 9) * 8;
  const renew = async (department: DepartmentId): Promise<void> => {
    const oldest = await room.firstUnacknowledged(department);
    if (!oldest || Date.now() - oldest.time.getTime() < agesAfterMs) return;
    const from = await emptied(department, madeAt(oldest.json<Notice>()));
    log.warn({ department, from }, 'inbox not read for long: its notices are delivered again');
  };

  return {
    /** Of those whom an entry closes its case to, or opens it to again. */
    byRestrictions: async (message: StoredMessage): Promise<void> => {
      for (const event of restrictingIn(message))
        await inTurn(event.department, () => withhold(event, message.sequence));
    },
    /** Of those that have not read their inbox for long. */
    byAge: async (isStopped: () => boolean): Promise<void> => {
      const register = await registers.refresh();
      for (const { department, retiredAt } of departmentsOf(register))
        if (!isStopped() && retiredAt === undefined)
          await inTurn(department, () => renew(department)).catch((error: unknown) => {
            log.warn({ department, reason: codeOf(error) }, 'age of an inbox is looked at again');
          });
    },
  };
};
