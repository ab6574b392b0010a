// Asking the HTTP front door: as an officer, with a short token signed by the department's key, or as the operator.
import * as z from 'zod';
import { millisOf } from '../../schemas/instant.ts';
import { realClock } from '../clock.ts';
import { readAddress } from '../host/platform/address-file.ts';
import { officerToken } from '../proof/officer-token.ts';
import { signingKeyFromPem } from '../proof/signature.ts';
import { REFUSED } from './exit-codes.ts';
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
    `无法连接平台 ${url}，请先执行 xianjie serve，或用 --http 指定地址`,
    `the platform at ${url} cannot be reached: run xianjie serve first, or give --http`,
    { cause },
  );

/** A short token signed by the department's own key is not let in: not who it is from, but that this officer is none. */
const notInOffice = (as: string): CliProblem =>
  new CliProblem(
    'NOT_AUTHENTICATED',
    `${as} 不是在任人员，或该部门已注销、凭据已更换；请平台运维人员用 xianjie officer list 核对`,
    `${as} is no officer in office, or the department was retired or its credentials replaced: ask the operator to check with xianjie officer list`,
    { exitCode: REFUSED },
  );

const http = (url: string, bearer: () => Promise<string>, as?: string): Http => {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${await bearer()}`,
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    }).catch((cause: unknown) => {
      throw unreachable(url, cause);
    });
    if (response.ok) return response;
    const problem = Problem.safeParse(await response.json().catch(() => null));
    if (problem.success)
      throw problem.data.code === 'NOT_AUTHENTICATED' && as ? notInOffice(as) : refused(problem.data);
    throw unreachable(url, new Error(`HTTP ${response.status}`));
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
      if (!response.body) throw unreachable(url, new Error('no body'));
      return response.body;
    },
  };
};

export const operatorHttp = async (options: PlaceOptions): Promise<Http> => {
  const place = placeOf(options);
  const running = await readAddress(place.dataDir);
  return http(options.http ?? running?.httpUrl ?? place.httpUrl, () => operatorToken(place));
};

/** As the officer of `--as`. */
export const officerHttp = async (options: PlaceOptions, as: string): Promise<Http> => {
  const { department, officer } = parseAs(as);
  const { credentials } = await credentialsOf(placeOf(options), department);
  const key = signingKeyFromPem(department, credentials.signKeyPem);
  const seconds = (): number => Math.floor(millisOf(realClock().now()) / 1_000);
  return http(credentials.httpUrl, () => officerToken(key, department, officer, seconds()), as);
};

/** As the officer of `--as`, or else as the operator. */
export const eitherHttp = (options: PlaceOptions & AsOption): Promise<Http> =>
  options.as === undefined ? operatorHttp(options) : officerHttp(options, options.as);
