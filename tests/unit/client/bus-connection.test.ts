// A server that is too busy to check a key in time has refused nobody; one that says no has.
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { keepConnected } from '../../../services/client/bus-connection.ts';
import { credentialsSample } from '../../support/signed-samples.ts';

const INFO =
  'INFO {"server_id":"A","version":"2.15.2","proto":1,"headers":true,"nonce":"abc","auth_required":true,"max_payload":1048576}';

/** What a department is told where the server ends every sign-in with these words. */
const toldWhere = async (words: string): Promise<string> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(`${INFO}\r\n`);
    socket.once('data', () => socket.end(`-ERR '${words}'\r\n`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const url = `nats://127.0.0.1:${port}`;
  const credentials = credentialsSample({ url, httpUrl: 'http://127.0.0.1:1' });
  const connection = keepConnected(credentials, url, () => undefined);
  try {
    return await connection.ready(2_000).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    );
  } finally {
    await connection.close();
    server.close();
  }
};

describe('a department that signs in', () => {
  it('is told that it is not let in where the server says so', async () => {
    expect(await toldWhere('Authorization Violation')).toBe('NOT_LET_IN');
  });

  it('is told to come again where the server did not get to it in time', async () => {
    expect(await toldWhere('Authentication Timeout')).toBe('BUS_UNREACHABLE');
  });
});
