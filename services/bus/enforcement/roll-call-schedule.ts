// The Temporal schedule of the daily roll-call, and a roll-call whenever there is reason for one.
import { type Client, ScheduleAlreadyRunning } from '@temporalio/client';
import { TASK_QUEUE } from './workflow-ids.ts';

const SCHEDULE = 'roll-call';

/** Makes the schedule where it is missing, ten minutes after midnight in Beijing. @returns whether it was missing */
export const ensureRollCall = async (client: Client): Promise<boolean> => {
  try {
    await client.schedule.create({
      scheduleId: SCHEDULE,
      spec: { calendars: [{ hour: 0, minute: 10 }], timezone: 'Asia/Shanghai' },
      policies: { overlap: 'SKIP', catchupWindow: '1 day' },
      action: { type: 'startWorkflow', workflowType: 'rollCall', taskQueue: TASK_QUEUE, args: [] },
    });
    return true;
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    return false;
  }
};

/** Calls the roll now: every clock's next moment within 48 hours is entered into its docket, again where it was. */
export const callRoll = (client: Client): Promise<void> => client.schedule.getHandle(SCHEDULE).trigger();

/** At the start of the service, and of a new database. */
export const callRollDaily = async (client: Client): Promise<void> => {
  await ensureRollCall(client);
  await callRoll(client);
};
