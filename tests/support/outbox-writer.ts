// A process of a department that only puts commands into its outbox, one line for each that is on the disk; made to be killed.
// Arguments: credentials file, folder, address of the bus, receiving department, first number.
import { readCredentials } from '../../services/client/credentials.ts';
import { connectDepartment } from '../../services/client/department-client.ts';

const [file = '', folder = '', url = '', receiver = '', from = '0'] = process.argv.slice(2);
const client = await connectDepartment({
  credentials: await readCredentials(file),
  folder,
  url,
  connectWithin: 0,
});
for (let n = Number(from); ; n += 1) {
  const commandId = `queued-${String(n).padStart(5, '0')}`;
  const signed = client.sign(
    { commandId, command: 'send-clue', body: { to: [receiver], fields: { topic: 'fraud' } } },
    { officer: 'o-1', party: { summary: `线索 ${n}` } },
  );
  await client.outbox().put(signed);
  process.stdout.write(`${commandId}\n`);
}
