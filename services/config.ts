// What the environment says of a platform. Defaults make an embedded platform on this machine.
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { dataHome, environment } from './environment.ts';

/** Digits alone: what JavaScript takes for a number besides, such as 0x10, is a slip of the pen. */
const Port = z.coerce
  .string()
  .regex(/^\d{1,5}$/)
  .pipe(z.coerce.number<string>().max(65_535));

/** Made absolute, with no slash at its end, once: what lies beside a folder is named after it. */
const Folder = z
  .string()
  .min(1)
  .regex(/^\P{Cc}*$/u)
  .transform((folder) => resolve(folder));

/** Every variable, with what it means; the table in services/host/README.md is made from this. */
export const Environment = z.object({
  XIANJIE_DATA: Folder.optional().describe('数据目录 data folder; default ~/.local/share/xianjie'),
  XIANJIE_KEYS: Folder.optional().describe('密钥目录 keys folder, apart from the data; default <data>.keys'),
  XIANJIE_NATS_PORT: Port.default(4222).describe('NATS 端口 port departments connect to'),
  XIANJIE_HTTP_PORT: Port.default(8787).describe('HTTP 端口 port of the HTTP front door'),
  XIANJIE_TEMPORAL_PORT: Port.default(7233).describe('Temporal 端口 port of the embedded Temporal server'),
  XIANJIE_TEMPORAL_UI_PORT: Port.default(8233).describe('Temporal 界面端口 port of its web UI'),
  XIANJIE_TEMPORAL_ADDRESS: z
    .string()
    .optional()
    .describe('外部 Temporal 地址 address of a Temporal server of your own'),
  XIANJIE_DATABASE_URL: z.string().optional().describe('PostgreSQL 地址; default: embedded PGlite'),
  XIANJIE_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('日志级别 log level'),
});

export type Config = {
  readonly dataDir: string;
  readonly keysDir: string;
  readonly ports: {
    readonly nats: number;
    readonly http: number;
    readonly temporal: number;
    readonly temporalUi: number;
  };
  readonly temporalAddress: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly logLevel: string;
};

/**
 * @param over values that were given otherwise, such as options of a command; `undefined` leaves the environment's
 * @throws ZodError naming the variable that is wrong
 */
export const readConfig = (
  over: { readonly [K in keyof z.input<typeof Environment>]?: unknown } = {},
): Config => {
  // An empty option is a mistake, where an empty variable is none.
  const given = Object.entries(over).filter(([, value]) => value !== undefined);
  const e = Environment.parse({ ...environment(), ...Object.fromEntries(given) });
  const dataDir = e.XIANJIE_DATA ?? join(dataHome(), 'xianjie');
  return {
    dataDir,
    keysDir: e.XIANJIE_KEYS ?? `${dataDir}.keys`,
    ports: {
      nats: e.XIANJIE_NATS_PORT,
      http: e.XIANJIE_HTTP_PORT,
      temporal: e.XIANJIE_TEMPORAL_PORT,
      temporalUi: e.XIANJIE_TEMPORAL_UI_PORT,
    },
    temporalAddress: e.XIANJIE_TEMPORAL_ADDRESS,
    databaseUrl: e.XIANJIE_DATABASE_URL,
    logLevel: e.XIANJIE_LOG_LEVEL,
  };
};
