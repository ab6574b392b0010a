// The process of one more registrar; it ends with its parent.
import type { SignedCommand } from '../../schemas/command.ts';
import { openRegistrar } from './registrar-process.ts';

const [natsUrl = '', keysDir = ''] = process.argv.slice(2);
const registrar = await openRegistrar(natsUrl, keysDir);
process.on('disconnect', () => process.exit(0));
process.on('message', async (asked: { call: number; signed: SignedCommand; department: string }) => {
  process.send?.({ call: asked.call, answer: await registrar.submit(asked.signed, asked.department) });
});
process.send?.({ call: 0 });
