// A process for tests to kill: starts nats-server on a data folder, prints the server's pid, then waits.
import { startNats } from '../../services/host/stack/nats-server.ts';

const [binary = '', dataDir = ''] = process.argv.slice(2);
const nats = await startNats({ binary, dataDir, port: 0 });
process.stdout.write(`${nats.pid}\n`);
await nats.exited;
