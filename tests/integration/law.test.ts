// The law in a ledger of its own platform: published as it begins, compared at every start, published by an operator after that,
// by two at once, and after a stop in the middle.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOfItem } from '../../law/fold-law.ts';
import { lawItems } from '../../law/law.ts';
import type { LawCommand, LawItem } from '../../schemas/law.ts';
import { lawSubject } from '../../schemas/subjects.ts';
import { append } from '../../services/bus/ledger/append.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { partsOf, publishLaw } from '../../services/bus/registrar/publish-law.ts';
import { realClock } from '../../services/clock.ts';
import { type Bus, startBus } from '../../services/host/platform/bus.ts';
import { ensureGenesis } from '../../services/host/platform/genesis.ts';
import { loadPlatformKeys } from '../../services/host/platform/keys.ts';
import { createLog } from '../../services/log.ts';
import { lawItemHash } from '../../services/proof/law-item-hash.ts';
import { newEntry } from '../../services/proof/new-entry.ts';
import { sealRecord } from '../../services/proof/record.ts';
import { sign } from '../../services/proof/signature.ts';
import { ledgerReading, verifiedExport, type Written } from '../support/ledger-audit.ts';
import { buildWithPlans } from '../support/plan-law.ts';
import { openRegistrar } from '../support/registrar-process.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const log = createLog({ level: 'silent', pretty: false });
const ORIGIN = 'xianjie.test/ledger';
const NEVER = '1999-01-01T00:00:00+08:00';

const lawEntries = (written: readonly Written[]): LawCommand[] =>
  written.flatMap(({ entry }) => (entry.kind === 'law' ? [entry.command as LawCommand] : []));
/** In how many parts a build publishes its law at first, and `[1, n]`, `[2, n]` and so on. */
const partsIn = (law: readonly LawItem[]): number => partsOf(law).length;
const numbered = (law: readonly LawItem[]): [number, number][] =>
  partsOf(law).map((_, n, { length }) => [n + 1, length]);
const namesIn = (commands: readonly LawCommand[]): string[] =>
  commands.flatMap(({ items }) => items.map(nameOfItem));

const startOn = async (stack: TestStack, law: readonly LawItem[]): Promise<Bus> =>
  startBus({
    nats: stack.nats,
    dataDir: stack.dataDir,
    keys: await loadPlatformKeys(stack.keysDir),
    clock: realClock(),
    log,
    origin: ORIGIN,
    law,
  });
/** The platform started by a build with this law, looked at and stopped. */
const started = async <T>(
  stack: TestStack,
  law: readonly LawItem[],
  look: (bus: Bus) => Promise<T>,
): Promise<T> => {
  const bus = await startOn(stack, law);
  try {
    return await look(bus);
  } finally {
    await bus.stop();
  }
};
const read = async (bus: Bus): Promise<readonly Written[]> => ledgerReading(bus.connections.relay)();

describe('a ledger that grows by what new builds bring', () => {
  let test: TestBus;
  let bureau: TestDepartment;
  let planned: string;
  const first = partsIn(buildWithPlans(0));

  beforeAll(async () => {
    test = await startTestBus({ law: buildWithPlans(0) });
    bureau = await test.department('653023/medical-insurance');
  });
  afterAll(() => test.stop());
  const taken = async (command: string, more: object = {}) => {
    const answer = await bureau.send('o-1', command, more);
    if (!answer.ok) throw new Error(`${command}: ${answer.code}`);
    return answer;
  };
  const restart = async (count: 0 | 1 | 2) => {
    await test.restart(buildWithPlans(count));
    bureau = await test.reconnect(bureau);
  };
  const written = () => read(test.bus);

  it('begins with the law, right after the keys of the services, as of the instant it began', async () => {
    const [genesis, keys, ...rest] = await written();
    const law = rest.slice(0, first);
    expect([genesis, keys, ...law].map((one) => one?.entry.kind)).toEqual([
      'genesis',
      'register',
      ...law.map(() => 'law'),
    ]);
    for (const { entry } of law)
      expect(entry).toMatchObject({
        lawAt: 0,
        registerAt: 2,
        occurredAt: genesis?.entry.occurredAt,
        attestation: { by: 'service' },
        command: { actor: { service: 'law-publisher' } },
      });
    expect(lawEntries(law).map(({ part, parts }) => [part, parts])).toEqual(numbered(buildWithPlans(0)));
    expect(rest.slice(first).every(({ entry }) => entry.lawAt === 2 + first)).toBe(true);
    expect(test.bus.unpublished).toEqual([]);
    expect(await bureau.send('o-1', 'draft-plan')).toMatchObject({ code: 'UNKNOWN_COMMAND' });
  });

  it('gets nothing by a start alone: what is new is named, and an operator publishes it in his name', async () => {
    await restart(1);
    expect(test.bus.unpublished).toEqual(['limit model-yearly-plan@1', 'procedure model-plan@1']);
    expect(lawEntries(await written())).toHaveLength(first);
    expect(await bureau.send('o-1', 'draft-plan')).toMatchObject({ code: 'UNKNOWN_COMMAND' });
    const published = await test.bus.publishLaw('op-1');
    expect(published).toMatchObject({ ok: true, items: [{ id: 'model-yearly-plan' }, { id: 'model-plan' }] });
    expect(lawEntries(await written()).at(-1)).toMatchObject({
      actor: { service: 'law-publisher', operator: 'op-1' },
    });
    // At once, by the platform that runs; and to publish it again changes nothing.
    planned = (await taken('draft-plan')).case;
    expect(await test.bus.publishLaw('op-2')).toEqual({ ok: true, items: [] });
    expect(lawEntries(await written())).toHaveLength(first + 1);
  });

  it('carries a case on under the version it was opened with, and opens a new one under the newest', async () => {
    await restart(2);
    await test.bus.publishLaw('op-1');
    const second = (await taken('propose-plan')).case;
    await taken('close-plan', { case: planned });
    const { cases } = test.bus;
    expect((await cases.get(planned))?.state.proceedings['p1']).toMatchObject({
      version: 1,
      state: 'closed',
    });
    expect((await cases.get(second))?.state.proceedings['p1']).toMatchObject({ version: 2 });
    expect(await verifiedExport(test.bus.connections.relay, test.keys)).toMatchObject({
      ok: true,
      notRerun: {},
    });
  });

  it('is served by a build that lacks its newest version, since it knows the model', async () => {
    await restart(0);
    expect(test.bus.unpublished).toEqual([]);
    await taken('propose-plan');
    expect(lawEntries(await written())).toHaveLength(first + 2);
  });
});

describe('a start', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack();
  });
  afterAll(() => stack.stop());

  it('of a build in which a published version reads otherwise stops, with both hashes and what to do', async () => {
    await started(stack, lawItems, async () => undefined);
    const edited = lawItems.map((item) =>
      nameOfItem(item) === 'paper filing-notice@1'
        ? { ...item, data: { title: { zh: '立案告知书', en: 'Notice' } } }
        : item,
    );
    const hashes = [lawItems, edited].map((items) =>
      lawItemHash(items.find((item) => nameOfItem(item) === 'paper filing-notice@1') as LawItem),
    );
    await expect(startOn(stack, edited)).rejects.toMatchObject({
      name: 'LedgerFault',
      code: 'LAW_DIFFERS',
      message: expect.stringMatching(
        new RegExp(
          `paper filing-notice@1.*${hashes[0]}.*${hashes[1]}.*更高的版本号.* / .*${hashes[1]}.*${hashes[0]}.*xianjie law publish`,
        ),
      ),
    });
    // And nothing is left of it: the right build starts.
    await started(stack, lawItems, async (bus) => {
      expect(lawEntries(await read(bus))).toHaveLength(partsIn(lawItems));
    });
  });

  it('on law of a model this build does not know is refused, with the item and what to do', async () => {
    const keys = await loadPlatformKeys(stack.keysDir);
    const nc = await stack.connectService('registrar');
    const here = await openRegistrar(stack.nats.url, stack.keysDir);
    const head = here.laws.headOf('100000');
    const command: LawCommand = {
      format: 'xianjie.law.v1',
      commandId: 'of-tomorrow',
      actor: { service: 'law-publisher', operator: 'op-1' },
      part: 1,
      parts: 1,
      items: [{ kind: 'procedure', id: 'of-tomorrow', version: 1, model: 2, data: {} }],
      occurredAt: NEVER,
    };
    // Our own registrar does not take it either.
    expect(await here.registrar.submitLaw(command, head?.sequence ?? 0)).toMatchObject({
      ok: false,
      code: 'LAW_ITEM_UNKNOWN',
    });
    const made = newEntry(
      {
        kind: 'law',
        region: '100000',
        id: 'law',
        command,
        attestation: {
          by: 'service',
          signature: sign(keys.services['law-publisher'], command.format, command),
        },
        events: [],
        registerAt: here.registrar.register().at,
        lawAt: here.laws.current().at,
        decider: 1,
        recordedAt: here.registrar.now(),
      },
      head,
      null,
    );
    const { bytes } = sealRecord(keys.services.ledger, made, null);
    await append(jetstream(nc), lawSubject, bytes, head?.ledgerSequence ?? 0);
    await expect(startOn(stack, lawItems)).rejects.toMatchObject({
      name: 'LedgerFault',
      code: 'LAW_UNREADABLE',
      message: expect.stringMatching(/procedure of-tomorrow@1: model 2.*更新的版本.* \/ .*a newer one/),
    });
    // Who runs already takes nothing more, and says why.
    await expect(here.laws.refresh()).rejects.toMatchObject({ code: 'LAW_UNREADABLE' });
    await here.stop();
  });
});

describe('law in many parts', () => {
  /** Small enough that our law goes in a dozen parts. */
  const partBytes = Math.ceil(JSON.stringify(lawItems).length / 12);
  const acts = lawItems.filter(({ kind }) => kind === 'act');

  it('published by two at once is in the ledger once, part after part', async () => {
    const stack = await startTestStack();
    try {
      await started(stack, acts, async () => undefined);
      const both = await Promise.all([1, 2].map(() => openRegistrar(stack.nats.url, stack.keysDir)));
      const published = await Promise.all(
        both.map(({ laws, registrar }, n) =>
          publishLaw({
            laws,
            registrar,
            build: lawItems,
            occurredAt: NEVER,
            operator: `op-${n + 1}`,
            partBytes,
          }),
        ),
      );
      expect(published).toEqual([1, 2].map(() => expect.objectContaining({ ok: true })));
      await Promise.all(both.map((one) => one.stop()));
      await started(stack, lawItems, async (bus) => {
        const [, ...parts] = lawEntries(await read(bus));
        expect(parts.length).toBeGreaterThan(8);
        expect(parts.map(({ part }) => part)).toEqual(parts.map((_, n) => n + 1));
        expect(namesIn([...lawEntries(await read(bus))])).toEqual(lawItems.map(nameOfItem));
        expect(bus.unpublished).toEqual([]);
        const keys = await loadPlatformKeys(stack.keysDir);
        expect(await verifiedExport(bus.connections.relay, keys)).toMatchObject({ ok: true });
      });
    } finally {
      await stack.stop();
    }
  });

  it('published by two builds at once is in the ledger once, of both', async () => {
    const stack = await startTestStack();
    try {
      await started(stack, acts, async () => undefined);
      const both = await Promise.all([1, 2].map(() => openRegistrar(stack.nats.url, stack.keysDir)));
      const builds = [lawItems, buildWithPlans(1)];
      await Promise.all(
        both.map(({ laws, registrar }, n) =>
          publishLaw({ laws, registrar, build: builds[n] ?? [], occurredAt: NEVER, partBytes }),
        ),
      );
      await Promise.all(both.map((one) => one.stop()));
      await started(stack, buildWithPlans(1), async (bus) => {
        const names = bus.laws.current().items.map(nameOfItem);
        expect(names.toSorted()).toEqual(buildWithPlans(1).map(nameOfItem).toSorted());
        const keys = await loadPlatformKeys(stack.keysDir);
        expect(await verifiedExport(bus.connections.relay, keys)).toMatchObject({ ok: true });
      });
    } finally {
      await stack.stop();
    }
  });

  it('larger than an entry may be is divided, and a first start stopped in the middle is carried on', async () => {
    const papers = Array.from(
      { length: 300 },
      (_, n): LawItem => ({
        kind: 'paper',
        id: `paper-${n}`,
        version: 1,
        model: 1,
        data: { title: { zh: '文书'.repeat(200), en: `Paper ${n}` } },
      }),
    );
    const law = [...lawItems, ...papers];
    const stack = await startTestStack();
    try {
      await ensureStreams(await jetstreamManager(await stack.connectService('operator')));
      let left = 4;
      const here = await openRegistrar(stack.nats.url, stack.keysDir, realClock(), () => {
        left -= 1;
        if (left < 0) throw new Error('stopped');
      });
      // Genesis, keys, two parts: then it stops.
      const beginning = ensureGenesis({
        nc: await stack.connectService('registrar'),
        registrar: here.registrar,
        keys: await loadPlatformKeys(stack.keysDir),
        clock: realClock(),
        origin: ORIGIN,
        laws: here.laws,
        law,
      });
      await expect(beginning).rejects.toThrow('stopped');
      await here.stop();
      await started(stack, law, async (bus) => {
        const commands = lawEntries(await read(bus));
        expect(partsIn(law)).toBeGreaterThan(2);
        expect(commands.map(({ part, parts }) => [part, parts])).toEqual(numbered(law));
        expect(namesIn(commands)).toEqual(law.map(nameOfItem));
        const entries = (await read(bus)).filter(({ entry }) => entry.kind === 'law');
        expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, n) => n + 3));
        for (const { entry } of entries)
          expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThan(200_000);
        const keys = await loadPlatformKeys(stack.keysDir);
        expect(await verifiedExport(bus.connections.relay, keys)).toMatchObject({ ok: true });
      });
    } finally {
      await stack.stop();
    }
  });
});
