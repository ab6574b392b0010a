// A platform that is started again on a disk others have filled meanwhile: it starts where it can, or says what to do.
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { realClock } from '../../services/clock.ts';
import { type Platform, startPlatform } from '../../services/host/platform/start.ts';
import { createLog } from '../../services/log.ts';
import { ownDisk } from '../support/own-disk.ts';
import { OFFICERS, openDepartment, type TestDepartment } from '../support/test-platform.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const MEBIBYTE = 1_048_576;

const disk = await ownDisk();
if (!disk) console.log('no disk is filled here: that needs Linux, root and a loop device');

let platform: Platform | undefined;
let bureau: TestDepartment | undefined;
afterAll(async () => {
  await bureau?.nc.close();
  await platform?.stop();
  await disk?.remove();
});

it.runIf(disk)('starts with all its data and takes commands, or is refused with what to do', async () => {
  if (!disk) return;
  const said: string[] = [];
  const start = (folder: string) =>
    startPlatform({
      dataDir: join(disk.folder, folder, 'data'),
      keysDir: join(disk.folder, folder, 'keys'),
      ports: { nats: 0, http: 0, temporal: 0, temporalUi: 0 },
      temporalAddress: undefined,
      databaseUrl: undefined,
      clock: realClock(),
      log: createLog({ level: 'silent', pretty: false }),
      onProgress: (line) => said.push(line),
    });
  const send = async (from: Platform) => {
    const department = await openDepartment({ ...credentials, url: from.natsUrl }, realClock());
    bureau = department;
    const answer = await department.send('o-1', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      party: { title: '虚假住院', summary: '内容' },
    });
    await department.nc.close();
    return answer;
  };

  platform = await start('platform');
  await platform.operator.addDepartment(POLICE, POLICE, { officers: OFFICERS });
  const { credentials } = await platform.operator.addDepartment(BUREAU, BUREAU, { officers: OFFICERS });
  const before = await send(platform);
  expect(before).toMatchObject({ ok: true });
  expect(said.filter((line) => line.includes('less disk'))).toEqual([]);
  await platform.stop();

  // Less than the streams have set aside, enough to go on.
  await disk.fill(400 * MEBIBYTE);
  platform = await start('platform');
  expect(said.filter((line) => line.includes('less disk'))).toHaveLength(1);
  const after = await send(platform);
  if (!before.ok || !after.ok) throw new Error('refused');
  expect(after.ledgerSequence).toBeGreaterThan(before.ledgerSequence);
  expect(await platform.bus.cases.refresh(before.case)).toMatchObject({ state: { id: before.case } });
  await expect(platform.operator.addDepartment('653023/court', 'court')).rejects.toMatchObject({
    code: 'NO_ROOM',
  });
  await platform.stop();
  platform = undefined;

  // A new one has nothing set aside that it could begin with.
  await expect(start('another')).rejects.toMatchObject({ code: 'NO_ROOM' });

  await disk.fill();
  await expect(start('platform')).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringMatching(/请清理或扩容后再启动.* \/ .*make room, then start again/),
  });

  await disk.free();
  platform = await start('platform');
  expect(await platform.bus.cases.refresh(after.case)).toMatchObject({ state: { id: after.case } });
  expect(await send(platform)).toMatchObject({ ok: true });
});
