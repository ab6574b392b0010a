// Departments whose inbox is full. Where to go on is kept in a stream of its own before the ledger is acknowledged, so a
// restart forgets nobody; the others go on as if nothing happened. What is stored lags behind what was delivered until that is
// sure to be on the disk: after a server that went, a department is owed from there.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { DepartmentId } from '../../../schemas/ids.ts';
import { PARKED_STREAM, parkedSubject } from '../../../schemas/subjects.ts';
import { readLedger } from '../ledger/read.ts';
import { type Lagging, lagging } from './lagging.ts';

const Parked = z.strictObject({ department: DepartmentId, from: z.int().nullable() });

export type ParkedDepartments = Awaited<ReturnType<typeof loadParked>>;

/**
 * Reads who was parked when this process last ran.
 * @param sureAfterMs how long after it was delivered a notice is sure to be on the disk, milliseconds
 */
export const loadParked = async (nc: NatsConnection, js: JetStreamClient, sureAfterMs: number) => {
  const stored = new Map<DepartmentId, number>();
  const keep = (department: DepartmentId, from: number | null): void => {
    if (from === null) stored.delete(department);
    else stored.set(department, from);
  };
  for await (const message of readLedger(nc, { stream: PARKED_STREAM })) {
    const { department, from } = Parked.parse(JSON.parse(new TextDecoder().decode(message.data)));
    keep(department, from);
  }
  let parked = new Map(stored);
  /** What was delivered since; `null`: all. */
  const progress = new Map<DepartmentId, Lagging<number | null>>();

  /** Under way, or not known to have got there. */
  const doubtful = new Set<DepartmentId>();
  const note = async (department: DepartmentId, from: number | null): Promise<void> => {
    if (!doubtful.has(department) && (stored.get(department) ?? null) === from) return;
    doubtful.add(department);
    await js.publish(parkedSubject(department), JSON.stringify({ department, from }));
    keep(department, from);
    doubtful.delete(department);
  };
  const moveOn = (department: DepartmentId, from: number | null): void => {
    const known =
      progress.get(department) ?? lagging<number | null>(sureAfterMs, stored.get(department) ?? null);
    known.note(from);
    progress.set(department, known);
  };
  return {
    isParked: (department: DepartmentId): boolean => parked.has(department),
    /** Ledger sequence each parked department is owed from. */
    all: (): ReadonlyMap<DepartmentId, number> => parked,
    park: async (department: DepartmentId, from: number): Promise<void> => {
      const known = parked.get(department);
      if (known === undefined || from < known) {
        // Owed more than before: stored at once, and nothing that was delivered before counts any more.
        progress.delete(department);
        await note(department, Math.min(from, stored.get(department) ?? from));
      }
      moveOn(department, from);
      parked.set(department, from);
    },
    release: (department: DepartmentId): void => {
      parked.delete(department);
      moveOn(department, null);
    },
    /** Stores what has become sure since. */
    settle: async (): Promise<void> => {
      for (const [department, known] of progress) {
        const from = known.sure();
        await note(department, from);
        if (from === null && !parked.has(department)) progress.delete(department);
      }
    },
    /** Another server answers: who was not surely served is parked again. */
    goBack: (): void => {
      parked = new Map(stored);
      progress.clear();
    },
  };
};
