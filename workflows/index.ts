// All workflows, for the bundle. A name here is a workflow type in Temporal: it never changes once used.
export { docket } from './docket.ts';
export { handOff } from './hand-off.ts';
export { rollCall } from './roll-call.ts';
