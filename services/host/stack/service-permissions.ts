// What each of our own services may publish inside account BUS. Pure.
// Named by what is closed, not by what is open: services grow, while these few doors must stay shut.

/** The services that connect to the bus, each with a key of its own. */
export const serviceNames = ['registrar', 'gateway', 'relay', 'projector', 'operator'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Subjects a user may not publish to or subscribe to; empty lists close nothing. */
export type ServicePermissions = {
  readonly denyPublish: readonly string[];
  readonly denySubscribe: readonly string[];
};

// `deny_delete` and `deny_purge` do not stop STREAM.DELETE: only the provisioning identity may have these.
const provisioning = [
  '$JS.API.STREAM.CREATE.>',
  '$JS.API.STREAM.UPDATE.>',
  '$JS.API.STREAM.DELETE.>',
  '$JS.API.STREAM.PURGE.>',
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

/** Only `registrar` writes the record, only `relay` writes notices, only `operator` makes and removes streams. */
export const servicePermissions: Readonly<Record<ServiceName, ServicePermissions>> = {
  registrar: { denyPublish: [...provisioning, ...notices], denySubscribe: [] },
  gateway: {
    denyPublish: [...provisioning, ...record, ...checkpoints, ...notices],
    denySubscribe: ['keys.>'],
  },
  relay: { denyPublish: [...provisioning, ...record, ...checkpoints], denySubscribe: [] },
  projector: { denyPublish: [...provisioning, ...record, ...checkpoints, ...notices], denySubscribe: [] },
  operator: { denyPublish: [...record, ...checkpoints, ...notices], denySubscribe: ['keys.>'] },
};
