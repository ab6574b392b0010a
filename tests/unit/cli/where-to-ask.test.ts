// The command line speaks to the platform of its data folder or to one it was told of, never to whoever listens where one would.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eitherHttp, officerHttp, operatorHttp } from '../../../services/cli/http.ts';
import { makePrivateFolder, writeDurably } from '../../../services/durable-file.ts';
import { writeAddress } from '../../../services/host/platform/address-file.ts';
import { BUREAU, credentialsSample } from '../../support/signed-samples.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const TOKEN = 'operator-token-of-this-test';
const AS = `${BUREAU}/o-1`;

/** A keys folder with an operator's token and a department's credentials, and somebody who listens where they say. */
const withListener = (
  work: (there: {
    readonly place: { readonly data: string; readonly keys: string };
    readonly url: string;
    readonly heard: readonly (string | undefined)[];
  }) => Promise<void>,
): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const heard: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      heard.push(request.headers.authorization);
      response.setHeader('content-type', 'application/json').end('{"departments":[]}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [data, keys] = [join(folder, 'data'), join(folder, 'keys')];
    const own = join(keys, 'departments', BUREAU.replace('/', '_'));
    await makePrivateFolder(join(data, 'run'));
    await makePrivateFolder(own);
    await writeDurably(join(keys, 'operator.token'), TOKEN);
    const credentials = credentialsSample({ url: 'nats://127.0.0.1:1', httpUrl: url });
    await writeDurably(join(own, 'credentials.json'), JSON.stringify(credentials));
    try {
      await work({ place: { data, keys }, url, heard });
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

afterEach(() => vi.unstubAllEnvs());

describe('whoever listens where a platform would', () => {
  it('gets no token, neither the operator’s nor an officer’s, while no platform runs on the data folder', () =>
    withListener(async ({ place, url, heard }) => {
      vi.stubEnv('XIANJIE_HTTP_PORT', new URL(url).port);
      for (const ask of [() => operatorHttp(place), () => officerHttp(place, AS), () => eitherHttp(place)]) {
        await expect((await ask()).get('/v1/departments')).rejects.toMatchObject({
          code: 'PLATFORM_UNREACHABLE',
          message: expect.stringMatching(/没有平台在运行.*no platform runs/),
        });
      }
      expect(heard).toEqual([]);
    }));

  it('is asked where it was named, and where the platform of the data folder says that it is', () =>
    withListener(async ({ place, url, heard }) => {
      await (await operatorHttp({ ...place, http: url })).get('/v1/departments');
      await (await officerHttp({ ...place, http: url }, AS)).get('/v1/departments');
      await writeAddress(
        { dataDir: place.data, keysDir: place.keys },
        { httpUrl: url, natsUrl: 'nats://127.0.0.1:1' },
      );
      await (await operatorHttp(place)).get('/v1/departments');
      expect(heard).toEqual([`Bearer ${TOKEN}`, expect.stringMatching(/^Bearer ey/), `Bearer ${TOKEN}`]);
    }));
});
