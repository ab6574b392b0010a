// Records the histories that the replay tests hold against today's workflows. Run by hand, with a new version number, when
// a workflow is meant to change: `node tests/replay/record-histories.ts 2`. Histories once recorded stay.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { HandOffInLedger } from '../../activities/hand-off-status.ts';
import { instantFromMillis, plusMillis } from '../../schemas/instant.ts';
import { docketId, handOffId } from '../../services/bus/enforcement/workflow-ids.ts';
import type { docket } from '../../workflows/docket.ts';
import { advanceUpdate, enterSignal } from '../../workflows/messages.ts';
import {
  caseNumber,
  insurance,
  momentOf,
  police,
  portsWith,
  recordingRegistrar,
  startUnderTest,
} from '../support/enforcement-under-test.ts';

const version = process.argv[2] ?? '1';
const folder = join(import.meta.dirname, 'histories');
const registrar = recordingRegistrar();
let inLedger: HandOffInLedger = { open: true };
const under = await startUnderTest({
  ports: portsWith({ submitMoments: registrar.submitMoments, handOffInLedger: async () => inLedger }),
  dynamicConfig: { 'limit.historyCount.suggestContinueAsNew': 60 },
});
const { client, door } = under.enforcement;

const keep = async (name: string, workflowId: string, runId?: string): Promise<void> => {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  await mkdir(folder, { recursive: true });
  // Which process and machine it was is nobody's business here.
  const text = historyToJSON(history).replace(/"identity": ?"[^"]*"/g, '"identity": "recorder"');
  await writeFile(join(folder, `${name}.v${version}.json`), `${text}\n`);
};

const untilTaken = async (count: number): Promise<void> => {
  while (registrar.taken.length < count) await pause(20);
};

/** Waits for the far moment, is woken by a nearer one, asks again for an early one, and holds the far one still. */
const docketWaits = async () => {
  const far = plusMillis(instantFromMillis(Date.now()), 400 * 86_400_000);
  const id = docketId(insurance, far.slice(0, 10));
  await door.enterMoments([momentOf(1, far, { obliged: insurance })]);
  const handle = client.workflow.getHandle(id);
  let asked = 0;
  registrar.answerWith(() => (++asked === 1 ? registrar.refuse('MOMENT_TOO_EARLY') : 'take'));
  const soon = instantFromMillis(Date.now() + 800);
  await handle.signal(enterSignal, { moments: [momentOf(2, soon), momentOf(3, plusMillis(soon, 400))] });
  await untilTaken(2);
  await handle.query('entries');
  await keep('docket-waits', id);
  await handle.terminate();
};

/** Two signals of a day long past: several calls, then the end. */
const docketEnds = async () => {
  registrar.answerWith(() => 'take');
  const at = '2024-03-04T00:00:00+08:00';
  await door.enterMoments(Array.from({ length: 620 }, (_, n) => momentOf(n, at)));
  await client.workflow.getHandle(docketId(police, '2024-03-04')).result();
  await keep('docket-ends', docketId(police, '2024-03-04'));
};

const docketCarriesOn = async () => {
  const at = '2199-03-01T00:00:00+08:00';
  const id = docketId(police, '2199-03-01');
  await door.enterMoments([momentOf(0, at)]);
  const handle = client.workflow.getHandle(id);
  const { runId } = await handle.describe();
  for (let n = 1; n < 60; n += 1) await handle.signal(enterSignal, { moments: [momentOf(n, at)] });
  while ((await handle.describe()).runId === runId) await pause(50);
  await handle.query('entries');
  await keep('docket-carries-on', id, runId);
  await keep('docket-carried', id);
  await handle.terminate();
};

const docketStepped = async () => {
  const id = docketId(police, '2016-02-29');
  const at = '2016-02-29T00:00:00+08:00';
  await client.workflow.start<typeof docket>('docket', {
    workflowId: id,
    taskQueue: 'xianjie',
    args: [{ department: police, day: '2016-02-29', stepped: true }],
  });
  const handle = client.workflow.getHandle(id);
  await handle.signal(enterSignal, { moments: [momentOf(1, at), momentOf(2, plusMillis(at, 1))] });
  for (const now of [plusMillis(at, -1), at, plusMillis(at, 1)]) {
    await handle.executeUpdate(advanceUpdate, { args: [{ now }] });
  }
  await handle.result();
  await keep('docket-stepped', id);
};

const handOffs = async () => {
  const input = {
    case: caseNumber(1),
    proceeding: 'p1',
    hop: 1,
    from: insurance,
    to: police,
    since: '2024-10-08T09:30:00+08:00',
  };
  await door.startHandOff(input);
  await door.noteMachineReceipt(input, '2024-10-08T09:30:01+08:00');
  await client.workflow.getHandle(handOffId(input)).query('status');
  const chase = { clock: 'p1/agr-hand-off-receipt/1', moment: 'remind-1', at: '2024-10-09T09:30:00+08:00' };
  await door.noteChase(input, chase);
  await pause(500);
  await door.closeHandOff(input, 'received');
  await client.workflow.getHandle(handOffId(input)).result();
  await keep('hand-off-received', handOffId(input));

  inLedger = { open: false, outcome: 'returned' };
  const late = { ...input, hop: 2 };
  await door.startHandOff(late);
  await client.workflow.getHandle(handOffId(late)).result();
  await keep('hand-off-closed-already', handOffId(late));
};

try {
  await docketWaits();
  await docketEnds();
  await docketCarriesOn();
  await docketStepped();
  await handOffs();
} finally {
  await under.stop();
}
