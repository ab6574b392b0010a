// The Temporal schedule of the daily roll-call, and a roll-call at every start of the service.
import { type Client, ScheduleAlreadyRunning } from '@temporalio/client';
import { TASK_QUEUE } from './workflow-ids.ts';

const SCHEDULE = 'roll-call';

/** Makes the schedule where it is missing, ten minutes after midnight in Beijing, and runs it once now. */
export const callRollDaily = async (client: Client): Promise<void> => {
  try {
    await client.schedule.create({
      scheduleId: SCHEDULE,
      spec: { calendars: [{ hour: 0, minute: 10 }], timezone: 'Asia/Shanghai' },
      policies: { overlap: 'SKIP', catchupWindow: '1 day' },
      action: { type: 'startWorkflow', workflowType: 'rollCall', taskQueue: TASK_QUEUE, args: [] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
  await client.schedule.getHandle(SCHEDULE).trigger();
};
