// Workflows that do something else than the recorded ones did: the replay tests must notice.
import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../../../activities/activities.ts';

const { chaseReceiver } = proxyActivities<Activities>({ startToCloseTimeout: '1 minute' });

export async function docket(): Promise<void> {
  await chaseReceiver({
    case: '',
    proceeding: 'p1',
    hop: 1,
    to: '653023/health',
    clock: '',
    moment: 'due',
    at: '',
  });
}

export async function handOff(): Promise<void> {
  await sleep('1 day');
}
