// Where a command finds its platform: data folder, keys folder, HTTP address, and the credentials of who it speaks for.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Credentials } from '../../schemas/credentials.ts';
import {
  BODIES,
  CaseId,
  DepartmentId,
  OfficerId,
  Region,
  RegisterRegion,
  registerRegionOf,
} from '../../schemas/ids.ts';
import { readCredentials } from '../client/credentials.ts';
import { readConfig } from '../config.ts';
import { readAddress } from '../host/platform/address-file.ts';
import { hintAs, hintServe } from './hint.ts';
import { CliProblem, usage } from './problem.ts';

export type PlaceOptions = { readonly data?: string; readonly keys?: string; readonly http?: string };
export type AsOption = { readonly as?: string };

export type Place = {
  /** As given on the command line. */
  readonly http: string | undefined;
  readonly dataDir: string;
  readonly keysDir: string;
};

/** Options every command that needs a platform has. */
export const withPlace = (command: Command): Command =>
  command
    .option('--data <dir>', '数据目录 / data folder')
    .option('--keys <dir>', '密钥目录 / keys folder')
    .option('--http <url>', 'HTTP 地址 / address of the HTTP front door')
    .option('--json', '输出 JSON / print JSON');

/** The same, for commands that speak for an officer. */
export const withAs = (command: Command): Command =>
  withPlace(
    command.option('--as <department/officer>', '以谁的名义，如 653023/public-security/o-1 / who speaks'),
  );

export const placeOf = (options: PlaceOptions): Place => {
  const config = readConfig({ XIANJIE_DATA: options.data, XIANJIE_KEYS: options.keys });
  return {
    http: options.http,
    dataDir: config.dataDir,
    keysDir: config.keysDir,
  };
};

/** @throws CliProblem USAGE */
export const requireOfficer = (text: string): string => {
  if (OfficerId.safeParse(text).success) return text;
  throw usage(
    `人员编号“${text}”应为小写英文字母、数字和连字符，如 o-1；不用姓名，以免写入长期保存的记录`,
    `officer "${text}" should be small letters, digits and hyphens, e.g. o-1: an id, never a name, for it stays in the record`,
  );
};

/** @throws CliProblem USAGE naming the kinds of department, or the form wanted */
export const requireDepartment = (text: string): DepartmentId => {
  const parsed = DepartmentId.safeParse(text);
  if (parsed.success) return parsed.data;
  const [region = '', body] = text.split('/');
  if (Region.safeParse(region).success && body !== undefined) {
    const known = Object.entries(BODIES).map(([id, { zh }]) => `${id}（${zh}）`);
    throw usage(
      `没有部门类别“${body}”，可用的有：${known.join('、')}`,
      `no kind of department "${body}"; the kinds are those listed`,
    );
  }
  throw usage(
    `“${text}”应写作 区划/部门，如 653023/public-security`,
    `"${text}" should be region/body, e.g. 653023/public-security`,
  );
};

/** @throws CliProblem USAGE */
export const requireRegion = (text: string): string => {
  if (Region.safeParse(text).success) return text;
  throw usage(
    `区划代码“${text}”应为6位数字，如 653023；全州写 653000；乡镇、园区为9位`,
    `region "${text}" should be six digits, e.g. 653023, or 653000 for the prefecture; nine for a township or zone`,
  );
};

/** @throws CliProblem USAGE for a region that keeps no register of its own */
export const requireRegisterRegion = (text: string): string => {
  const region = requireRegion(text);
  if (RegisterRegion.safeParse(region).success) return region;
  throw usage(
    `“${text}”适用所在县的登记簿，请写 ${registerRegionOf(region)}`,
    `"${text}" is under its county's register: give ${registerRegionOf(region)}`,
  );
};

/** @throws CliProblem USAGE */
export const requireCase = (text: string): string => {
  if (CaseId.safeParse(text).success) return text;
  throw usage(
    `案件编号“${text}”应如 653023-k7m2qd5x3ab6ycfe，可先列出本部门的案件`,
    `case "${text}" should be like 653023-k7m2qd5x3ab6ycfe; list the cases of the department`,
    hintAs('case list'),
  );
};

/** A number of seconds or lines, left as text. @throws CliProblem USAGE */
export const requireCount = (text: string): string => {
  if (/^[1-9]\d{0,2}$|^1000$/.test(text)) return text;
  throw usage(`“${text}”应为 1 至 1000 的整数`, `"${text}" should be a whole number from 1 to 1000`);
};

export type As = { readonly department: DepartmentId; readonly officer: string };

/** `653023/public-security/o-1` → department and officer. */
export const parseAs = (text: string): As => {
  const cut = text.lastIndexOf('/');
  const [department, officer] = [text.slice(0, cut), text.slice(cut + 1)];
  if (!DepartmentId.safeParse(department).success || !OfficerId.safeParse(officer).success) {
    throw usage(
      `“${text}”应写作 区划/部门/经办人，如 653023/public-security/o-1`,
      `"${text}" should be region/body/officer, e.g. 653023/public-security/o-1`,
    );
  }
  return { department, officer };
};

export const requireAs = (options: AsOption): As => {
  if (options.as) return parseAs(options.as);
  throw usage(
    '请用 --as 说明以谁的名义，如 --as 653023/public-security/o-1',
    'say who speaks with --as, e.g. --as 653023/public-security/o-1',
  );
};

/** Folder of a department under the keys folder: its credentials, its outbox, its cursor. */
const departmentFolder = (place: Place, department: DepartmentId): string =>
  join(place.keysDir, 'departments', department.replace('/', '_'));

/** Elsewhere than on this machine, where whoever listens need not be a platform. */
const ifElsewhere = (url: string): string | undefined => {
  const host = URL.parse(url)?.hostname;
  return host === undefined || /^(localhost|127\..*|\[::1\])$/.test(host) ? undefined : url;
};

/**
 * Credentials of a department, and the folder where its client keeps what must not get lost. A platform of this machine is
 * where its data folder says it is now, and nowhere while it does not run: another may listen where it did.
 * @returns `url` for NATS, `null` for nowhere; `httpUrl`
 */
export const credentialsOf = async (
  place: Place,
  department: DepartmentId,
): Promise<{
  credentials: Credentials;
  folder: string;
  url: string | null;
  httpUrl: string | undefined;
}> => {
  const file = join(departmentFolder(place, department), 'credentials.json');
  const [credentials, running] = await Promise.all([readCredentials(file), readAddress(place)]);
  return {
    credentials,
    folder: join(dirname(file), 'client'),
    url: running?.natsUrl ?? ifElsewhere(credentials.url) ?? null,
    httpUrl: place.http ?? running?.httpUrl ?? ifElsewhere(credentials.httpUrl),
  };
};

/** The operator's token; whoever can read the keys folder is the operator. */
export const operatorToken = async (place: Place): Promise<string> => {
  const file = join(place.keysDir, 'operator.token');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new CliProblem(
      'NO_OPERATOR_TOKEN',
      `没有运维令牌 ${file}，请先启动平台，或用 --keys 指定密钥目录`,
      `there is no operator token ${file}: start the platform, or give --keys`,
      { cause, next: hintServe() },
    );
  }
};
