// Asking the HTTP front door: as an officer, with a short token signed by the department's key, or as the operator.
import * as z from 'zod';
import { millisOf } from '../../schemas/instant.ts';
import { realClock } from '../clock.ts';
import { readAddress } from '../host/platform/address-file.ts';
import { officerToken } from '../proof/officer-token.ts';
import { signingKeyFromPem } from '../proof/signature.ts';
import { REFUSED } from './exit-codes.ts';
import { hintAt, hintServe } from './hint.ts';
import { type AsOption, credentialsOf, operatorToken, type PlaceOptions, parseAs, placeOf } from './place.ts';
import { CliProblem, refused } from './problem.ts';

const Problem = z.object({
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
  details: z.array(z.string()),
});

type Query = Readonly<Record<string, string | undefined>>;

export type Http = {
  /** @throws CliProblem: the refusal with its code, or that the platform cannot be reached, or not `within` milliseconds */
  get(path: string, query?: Query, within?: number): Promise<unknown>;
  /** The body as text, for what is not JSON. */
  text(path: string, query?: Query): Promise<{ readonly text: string; readonly headers: Headers }>;
  post(path: string, body: unknown): Promise<unknown>;
  /** The body as it comes. */
  stream(path: string, body: unknown): Promise<AsyncIterable<Uint8Array>>;
};

const unreachable = (url: string, cause: unknown): CliProblem =>
  new CliProblem(
    'PLATFORM_UNREACHABLE',
    `无法连接平台 ${url}，请先启动平台，或用 --http 指定地址`,
    `the platform at ${url} cannot be reached: start it, or give --http`,
    { cause, next: hintServe() },
  );

/** No token goes to whoever listens where a platform is expected: only to one that runs on this data folder, or that was named. */
const notRunning = (dataDir: string): CliProblem =>
  new CliProblem(
    'PLATFORM_UNREACHABLE',
    `无法连接平台：数据目录 ${dataDir} 上没有平台在运行，未发出任何请求；请先启动平台，或用 --data、--http 指定`,
    `no platform runs on the data folder ${dataDir}, so nothing was sent: start it, or give --data or --http`,
    { next: hintServe() },
  );

/** A short token signed by the department's own key is not let in: not who it is from, but that this officer is none. */
const notInOffice = (as: string): CliProblem =>
  new CliProblem(
    'NOT_AUTHENTICATED',
    `${as} 不是在任人员，或该部门已注销、凭据已更换；请平台运维人员核对`,
    `${as} is no officer in office, or the department was retired or its credentials replaced: ask the operator to check`,
    { exitCode: REFUSED, next: hintAt(`officer list ${parseAs(as).department}`) },
  );

/** Where to ask; `url` is absent while no platform runs there. */
type Address = { readonly url: string | undefined; readonly dataDir: string };

const http = ({ url, dataDir }: Address, bearer: () => Promise<string>, as?: string): Http => {
  const reached = (): string => {
    if (url === undefined) throw notRunning(dataDir);
    return url;
  };
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const base = reached();
    const response = await fetch(`${base}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${await bearer()}`,
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    }).catch((cause: unknown) => {
      throw unreachable(base, cause);
    });
    if (response.ok) return response;
    const problem = Problem.safeParse(await response.json().catch(() => null));
    if (problem.success) {
      const { code, details } = problem.data;
      // A fault of time is said as it is: the officer may well be in office.
      const isUnknown = code === 'NOT_AUTHENTICATED' && !details.some((detail) => detail.startsWith('now: '));
      throw isUnknown && as ? notInOffice(as) : refused(problem.data);
    }
    throw unreachable(base, new Error(`HTTP ${response.status}`));
  };
  const search = (query: Query): string => {
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  };
  const posted = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body ?? {}) });
  return {
    get: async (path, query = {}, within) =>
      (
        await ask(
          `${path}${search(query)}`,
          within === undefined ? {} : { signal: AbortSignal.timeout(within) },
        )
      ).json(),
    text: async (path, query = {}) => {
      const response = await ask(`${path}${search(query)}`, {});
      return { text: await response.text(), headers: response.headers };
    },
    post: async (path, body) => (await ask(path, posted(body))).json(),
    stream: async (path, body) => {
      const response = await ask(path, posted(body));
      if (!response.body) throw unreachable(reached(), new Error('no body'));
      return response.body;
    },
  };
};

export const operatorHttp = async (options: PlaceOptions): Promise<Http> => {
  const place = placeOf(options);
  const url = place.http ?? (await readAddress(place))?.httpUrl;
  return http({ url, dataDir: place.dataDir }, () => operatorToken(place));
};

/** As the officer of `--as`. */
export const officerHttp = async (options: PlaceOptions, as: string): Promise<Http> => {
  const { department, officer } = parseAs(as);
  const place = placeOf(options);
  const { credentials, httpUrl } = await credentialsOf(place, department);
  const key = signingKeyFromPem(department, credentials.signKeyPem);
  const seconds = (): number => Math.floor(millisOf(realClock().now()) / 1_000);
  return http(
    { url: httpUrl, dataDir: place.dataDir },
    () => officerToken(key, department, officer, seconds()),
    as,
  );
};

/** As the officer of `--as`, or else as the operator. */
export const eitherHttp = (options: PlaceOptions & AsOption): Promise<Http> =>
  options.as === undefined ? operatorHttp(options) : officerHttp(options, options.as);
