// All activities over their ports: what a worker registers, and the type workflows call them by.
import { type ChaseReceiverPorts, createChaseReceiver } from './chase-receiver.ts';
import { createHandOffStatus, type HandOffStatusPorts } from './hand-off-status.ts';
import { createReachMoments, type ReachMomentsPorts } from './reach-moments.ts';
import { createRollCall, type RollCallPorts } from './roll-call.ts';

export type ActivityPorts = ReachMomentsPorts & HandOffStatusPorts & ChaseReceiverPorts & RollCallPorts;

export const createActivities = (ports: ActivityPorts) => ({
  ...createReachMoments(ports),
  ...createHandOffStatus(ports),
  ...createChaseReceiver(ports),
  ...createRollCall(ports),
});

export type Activities = ReturnType<typeof createActivities>;
