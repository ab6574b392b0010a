// The workflows as one script for the sandbox. Bundling takes seconds, so it is kept, named by what went into it:
// the next start with the same sources reads a file. A container image is built with that file inside.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const workflowsFolder = fileURLToPath(new URL('../../../workflows/', import.meta.url));

/** What the bundle is made of: the workflows' sources and the SDK's version; activities give types only. */
const contentHash = async (): Promise<string> => {
  const { version } = createRequire(import.meta.url)('@temporalio/workflow/package.json') as {
    version: string;
  };
  const hash = createHash('sha256').update(version);
  for (const name of (await readdir(workflowsFolder)).filter((file) => file.endsWith('.ts')).sort()) {
    hash.update(`\n${name}\n`).update(await readFile(join(workflowsFolder, name)));
  }
  return hash.digest('hex').slice(0, 16);
};

/** @returns the bundle's code, made now */
export const bundleWorkflows = async (): Promise<string> => {
  const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} };
  const workflowsPath = join(workflowsFolder, 'index.ts');
  return (await bundleWorkflowCode({ workflowsPath, logger: quiet })).code;
};

/**
 * Path of the bundle of these sources, made if it is not in the folder yet.
 * @param folder where bundles are kept, e.g. `bundles` beside the servers in the user's cache
 */
export const workflowBundle = async (folder: string): Promise<string> => {
  const path = join(folder, `workflows-${await contentHash()}.cjs`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return path;
  const code = await bundleWorkflows();
  await mkdir(folder, { recursive: true });
  // Two processes may make it at once; a rename shows either of the two, whole.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, path);
  return path;
};
