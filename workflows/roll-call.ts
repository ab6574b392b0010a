// The daily roll-call: every running clock whose next moment falls within 48 hours is entered into its docket.
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { inBatches } from './retry-policy.ts';

const { rollCall: callTheRoll } = proxyActivities<Pick<Activities, 'rollCall'>>(inBatches);

export async function rollCall(): Promise<{ readonly moments: number }> {
  return callTheRoll();
}
