// Why a server ended right after its start: by what it wrote to its log since.
import { readFile, stat } from 'node:fs/promises';
import { portTaken } from './free-port.ts';
import { StackError } from './stack-error.ts';

const LONGEST_REASON = 200;

/** Where the log ends now: what is written from here on is of the next start. */
export const endOfLog = async (logFile: string): Promise<number> =>
  (await stat(logFile).catch(() => null))?.size ?? 0;

/** Its last line; the folder of the log may be gone before anybody looks into it. */
const reasonIn = (said: string): string =>
  (said.trimEnd().split('\n').at(-1) ?? '').trim().replaceAll(' / ', '/').slice(-LONGEST_REASON);

/** @returns StackError PORT_TAKEN where another program took the port first, else SERVER_DIED */
export const serverDied = async (
  server: string,
  port: number,
  log: { readonly file: string; readonly from: number },
): Promise<StackError> => {
  const written = await readFile(log.file).catch(() => Buffer.alloc(0));
  const said = written.subarray(log.from).toString('utf8');
  const taken = /(?::(\d+): bind: )?address already in use/i.exec(said);
  if (taken) return portTaken(Number(taken[1] ?? port));
  return new StackError(
    'SERVER_DIED',
    `${server} 启动后即退出：${reasonIn(said) || '未说明原因'}；日志见 ${log.file}`,
    `${server} ended right after its start: ${reasonIn(said) || 'it gave no reason'}; its log is ${log.file}`,
  );
};

/** @returns StackError SERVER_NOT_READY */
export const serverNotReady = (server: string, within: number, logFile: string, cause: unknown): StackError =>
  new StackError(
    'SERVER_NOT_READY',
    `${server} 在 ${within / 1000} 秒内没有就绪，机器可能过忙，请稍后重试；日志见 ${logFile}`,
    `${server} was not ready within ${within / 1000} s: the machine may be too busy, try again later; its log is ${logFile}`,
    { cause },
  );
