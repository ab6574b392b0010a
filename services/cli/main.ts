// `xianjie …`: runs a command; whatever goes wrong is one line in two languages and an exit code. The sources are compiled once
// and kept: half of what a short command takes is reading them.
import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheHome } from '../environment.ts';

/** Of this user alone: whoever could write there would run code as them. */
const keepCompiled = (): void => {
  const folder = join(cacheHome(), 'xianjie', 'compiled');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    enableCompileCache(folder);
  } catch {
    // A home that cannot be written costs time and nothing else.
  }
};

keepCompiled();
const { run } = await import('./run.ts');
await run(process.argv);
