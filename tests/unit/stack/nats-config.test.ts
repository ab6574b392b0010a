// The text of the NATS configuration: what must be in it, and what can never get into it.
import { describe, expect, it } from 'vitest';
import * as subjects from '../../../schemas/subjects.ts';
import {
  type DepartmentConnection,
  departmentInboxPrefix,
  departmentPermissions,
} from '../../../services/host/stack/department-permissions.ts';
import { natsConfig } from '../../../services/host/stack/nats-config.ts';
import { serviceNames, servicePermissions } from '../../../services/host/stack/service-permissions.ts';

const key = (letter: string) => `U${letter.repeat(55)}`;
const police: DepartmentConnection = {
  region: '653023',
  body: 'public-security',
  connectKey: key('A'),
  inboxSecret: '0123456789abcdef0123456789abcdef',
};
const court: DepartmentConnection = { ...police, body: 'court', connectKey: key('B') };
const configWith = (departments: readonly DepartmentConnection[]) =>
  natsConfig({
    port: 4222,
    storeDir: '/data/nats',
    maxFileStore: 1_000_000,
    systemKey: key('S'),
    services: serviceNames.map((name, at) => ({
      name,
      publicKey: key('VWXYZ'.charAt(at)),
      permissions: servicePermissions[name],
    })),
    departments,
  });

describe('a department on the bus', () => {
  it('may say five things and hear one', () => {
    expect(departmentPermissions(police)).toEqual({
      publish: [
        'command.653023.public-security',
        'clue.653023.public-security.>',
        'bus.API.CONSUMER.INFO.INBOX_653023_public-security.inbox',
        'bus.API.CONSUMER.MSG.NEXT.INBOX_653023_public-security.inbox',
        '$JS.ACK.INBOX_653023_public-security.inbox.>',
      ],
      subscribe: ['_INBOX_653023_public-security_0123456789abcdef0123456789abcdef.>'],
    });
  });
  it('may read each filter of its own inbox beside, by its name', () => {
    const beside = departmentPermissions({ ...police, filters: ['licences'] }).publish.slice(5);
    expect(beside).toEqual([
      'bus.API.CONSUMER.INFO.INBOX_653023_public-security.f-licences',
      'bus.API.CONSUMER.MSG.NEXT.INBOX_653023_public-security.f-licences',
      '$JS.ACK.INBOX_653023_public-security.f-licences.>',
    ]);
  });
  it('hears only below a prefix that ends in its secret', () => {
    expect(departmentInboxPrefix(police)).toMatch(/_0123456789abcdef0123456789abcdef$/);
  });
});

describe('the configuration', () => {
  const text = configWith([police, court]);
  it.each([
    'host: "127.0.0.1"',
    'sync_interval: always',
    'max_file_store: 1000000',
    'max_payload: 1048576',
    'max_pending: 268435456',
    'limits { max_payload: 262144 }',
    'feature_flags { js_ack_fc_v2: false }',
    'system_account: SYS',
  ])('says %s', (line) => expect(text).toContain(line));
  it('names each department once, in account DEPARTMENTS', () => {
    const [bus, departments] = text.split('DEPARTMENTS {');
    for (const { connectKey } of [police, court]) {
      expect(departments?.split(connectKey)).toHaveLength(2);
      expect(bus).not.toContain(connectKey);
    }
  });
  it('opens the ledger to the registrar and to no other service', () => {
    const closed = serviceNames.filter((name) => servicePermissions[name].denyPublish.includes('ledger.>'));
    expect(closed).toEqual(serviceNames.filter((name) => name !== 'registrar'));
  });
  it('lets only the operator make and remove streams', () => {
    const closed = serviceNames.filter((name) =>
      servicePermissions[name].denyPublish.includes('$JS.API.STREAM.DELETE.>'),
    );
    expect(closed).toEqual(serviceNames.filter((name) => name !== 'operator'));
  });
  it('lets the relay purge inboxes, and no other stream that has a name of its own', () => {
    const { denyPublish } = servicePermissions.relay;
    const streams = Object.entries(subjects).flatMap(([name, stream]) =>
      name.endsWith('_STREAM') ? [`$JS.API.STREAM.PURGE.${stream}`] : [],
    );
    expect(streams.length).toBeGreaterThan(5);
    expect(streams.filter((subject) => !denyPublish.includes(subject))).toEqual([]);
    expect(denyPublish).not.toContain('$JS.API.STREAM.PURGE.>');
    const others = serviceNames.filter((name) => name !== 'relay' && name !== 'operator');
    for (const name of others)
      expect(servicePermissions[name].denyPublish).toContain('$JS.API.STREAM.PURGE.>');
  });
  it.each<[string, readonly DepartmentConnection[]]>([
    ['two departments with one connect key', [police, { ...court, connectKey: police.connectKey }]],
    ['one department twice', [police, { ...police, connectKey: key('B') }]],
    ["a department with a service's key", [{ ...police, connectKey: key('V') }]],
    ["a department with the system's key", [{ ...police, connectKey: key('S') }]],
    ['a region that is a wildcard', [{ ...police, region: '*' }]],
    ['a key that would close its quotes', [{ ...police, connectKey: `${key('A')}" } ] }` }]],
    ['a secret with a wildcard', [{ ...police, inboxSecret: `${'a'.repeat(30)}.>` }]],
    ['a secret that is too short', [{ ...police, inboxSecret: 'a'.repeat(21) }]],
  ])('refuses %s', (_what, departments) => {
    expect(() => configWith(departments)).toThrow(expect.objectContaining({ code: 'DEPARTMENT_INVALID' }));
  });
});
