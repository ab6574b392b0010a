// What the environment says of a platform; an empty variable says nothing.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environmentTable } from '../../../services/cli/generate/readme-tables.ts';
import { Environment, readConfig } from '../../../services/config.ts';

const NAMES = [...Object.keys(Environment.shape), 'XDG_DATA_HOME'];
let before: Record<string, string | undefined>;
beforeEach(() => {
  before = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));
  for (const name of NAMES) delete process.env[name];
});
afterEach(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

describe('an environment', () => {
  it('whose variables are empty is one without them: no port 0, no folder here, no server of a name without letters', () => {
    const without = readConfig();
    for (const name of NAMES) process.env[name] = '';
    expect(readConfig()).toEqual(without);
    expect(without).toMatchObject({
      ports: { nats: 4222, http: 8787 },
      databaseUrl: undefined,
      logLevel: 'info',
    });
    expect(without.dataDir).toBe(join(homedir(), '.local', 'share', 'xianjie'));
  });

  it('names the folder of data where it says one, and a relative XDG_DATA_HOME says none', () => {
    process.env['XDG_DATA_HOME'] = '/srv/data';
    expect(readConfig().dataDir).toBe('/srv/data/xianjie');
    process.env['XDG_DATA_HOME'] = 'data';
    expect(readConfig().dataDir).toBe(join(homedir(), '.local', 'share', 'xianjie'));
  });

  it('names a folder once: a slash at its end, or dots, put no keys into the data', () => {
    for (const said of ['/srv/data/', '/srv/data//', '/srv/./data/run/..']) {
      process.env['XIANJIE_DATA'] = said;
      expect(readConfig()).toMatchObject({ dataDir: '/srv/data', keysDir: '/srv/data.keys' });
    }
    expect(readConfig({ XIANJIE_DATA: 'data/' })).toMatchObject({
      dataDir: join(process.cwd(), 'data'),
      keysDir: join(process.cwd(), 'data.keys'),
    });
  });

  it('refuses a folder with a character that no terminal shows', () => {
    for (const said of ['/srv/a\nb', '/srv/a\u0007', '/srv/a\u0085b'])
      expect(() => readConfig({ XIANJIE_DATA: said })).toThrow(/XIANJIE_DATA/);
  });

  it('says a port in digits', () => {
    process.env['XIANJIE_NATS_PORT'] = '14222';
    expect(readConfig().ports.nats).toBe(14_222);
    for (const said of ['0x10', '1e3', '-1', ' 80', '65536', '42.0']) {
      process.env['XIANJIE_NATS_PORT'] = said;
      expect(() => readConfig()).toThrow(/XIANJIE_NATS_PORT/);
    }
  });

  it('stands with its default in the table that operators read', () => {
    for (const port of [
      'NATS_PORT` | `4222',
      'HTTP_PORT` | `8787',
      'TEMPORAL_PORT` | `7233',
      'UI_PORT` | `8233',
    ])
      expect(environmentTable()).toContain(port);
  });

  it('gives way to an option, and an empty option is refused rather than taken for none', () => {
    process.env['XIANJIE_DATA'] = '/srv/a';
    expect(readConfig({ XIANJIE_DATA: '/srv/b' }).dataDir).toBe('/srv/b');
    expect(() => readConfig({ XIANJIE_DATA: '' })).toThrow(/XIANJIE_DATA/);
  });
});
