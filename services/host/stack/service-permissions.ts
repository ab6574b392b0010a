// What each of our own services may publish inside account BUS. Pure.
// Named by what is closed, not by what is open: services grow, while these few doors must stay shut.

import { STREAMS } from '../../../schemas/subjects.ts';

/** The services that connect to the bus, each with a key of its own. */
export const serviceNames = ['registrar', 'gateway', 'relay', 'projector', 'operator'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Subjects a user may not publish to or subscribe to; empty lists close nothing. */
export type ServicePermissions = {
  readonly denyPublish: readonly string[];
  readonly denySubscribe: readonly string[];
};

const PURGE_ANY = '$JS.API.STREAM.PURGE.>';

// `deny_delete` and `deny_purge` do not stop STREAM.DELETE: only the provisioning identity may have these.
const provisioning = [
  '$JS.API.STREAM.CREATE.>',
  '$JS.API.STREAM.UPDATE.>',
  '$JS.API.STREAM.DELETE.>',
  PURGE_ANY,
  '$JS.API.STREAM.MSG.DELETE.>',
  '$JS.API.STREAM.RESTORE.>',
  '$JS.API.STREAM.SNAPSHOT.>',
  '$JS.API.STREAM.PEER.REMOVE.>',
  '$JS.API.STREAM.LEADER.STEPDOWN.>',
  '$JS.API.ACCOUNT.>',
  '$JS.API.META.>',
];
const record = ['ledger.>', 'keys.>', '$KV.>'];
const checkpoints = ['checkpoint.>'];
const notices = ['notice.>'];
const reads = ['reads.>'];
/** The relay makes room in inboxes. NATS cannot name them by their prefix, so every other stream is closed by its name. */
const purgingInboxes = [
  ...provisioning.filter((subject) => subject !== PURGE_ANY),
  ...STREAMS.map((stream) => `$JS.API.STREAM.PURGE.${stream}`),
];

/**
 * Only `registrar` writes the record, only `relay` writes notices and purges inboxes, only `gateway` writes who has read them,
 * only `operator` makes and removes streams.
 */
export const servicePermissions: Readonly<Record<ServiceName, ServicePermissions>> = {
  registrar: { denyPublish: [...provisioning, ...notices, ...reads], denySubscribe: [] },
  gateway: {
    denyPublish: [...provisioning, ...record, ...checkpoints, ...notices],
    denySubscribe: ['keys.>'],
  },
  relay: { denyPublish: [...purgingInboxes, ...record, ...checkpoints, ...reads], denySubscribe: [] },
  projector: {
    denyPublish: [...provisioning, ...record, ...checkpoints, ...notices, ...reads],
    denySubscribe: [],
  },
  operator: { denyPublish: [...record, ...checkpoints, ...notices, ...reads], denySubscribe: ['keys.>'] },
};
