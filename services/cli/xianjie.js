#!/usr/bin/env node
// The command `xianjie`, from any folder and any Node 20 or newer: hands over to the Node 24 that is installed with this
// project, which runs TypeScript as it is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const own = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= 24) {
  await import('./main.ts');
} else if (existsSync(own)) {
  const child = spawn(own, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both; a service manager only to us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
} else {
  process.stderr.write(
    '缺少 Node 24，请先在项目目录执行 npm ci / Node 24 is missing: run npm ci in the project folder\n',
  );
  process.exit(2);
}
