// Departments whose inbox is full. Where to go on is kept in a stream of its own before the ledger is acknowledged, so a
// restart forgets nobody; the others go on as if nothing happened.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { DepartmentId } from '../../../schemas/ids.ts';
import { PARKED_STREAM, parkedSubject } from '../../../schemas/subjects.ts';
import { readLedger } from '../ledger/read.ts';

const Parked = z.strictObject({ department: DepartmentId, from: z.int().nullable() });

export type ParkedDepartments = Awaited<ReturnType<typeof loadParked>>;

/** Reads who was parked when this process last ran. */
export const loadParked = async (nc: NatsConnection, js: JetStreamClient) => {
  const parked = new Map<DepartmentId, number>();
  for await (const message of readLedger(nc, { stream: PARKED_STREAM })) {
    const { department, from } = Parked.parse(JSON.parse(new TextDecoder().decode(message.data)));
    if (from === null) parked.delete(department);
    else parked.set(department, from);
  }
  const note = async (department: DepartmentId, from: number | null): Promise<void> => {
    await js.publish(parkedSubject(department), JSON.stringify({ department, from }));
  };
  return {
    /** Ledger sequence each parked department is owed from. */
    all: (): ReadonlyMap<DepartmentId, number> => parked,
    park: async (department: DepartmentId, from: number): Promise<void> => {
      await note(department, from);
      parked.set(department, from);
    },
    release: async (department: DepartmentId): Promise<void> => {
      parked.delete(department);
      await note(department, null);
    },
  };
};
