// `npm run generate`: writes what is made from the code; `--check` only compares, and ends with 1 where something is behind.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lawDataOf } from '../../law/law-items.ts';
import { lawFrom } from '../../law/law-of.ts';
import { madeFiles } from './generate/made-files.ts';
import { offlineFamilies, offlineItems } from './offline-law.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const read = (file: string): Promise<string> => readFile(pathOf(file), 'utf8').catch(() => '');

const check = process.argv.includes('--check');
const behind: string[] = [];
const items = await offlineItems();
// As a platform says it that publishes these items.
const law = lawFrom(lawDataOf(items));
for (const [file, text] of Object.entries(await madeFiles(law, items, await offlineFamilies(), read))) {
  if ((await read(file)) === text) continue;
  behind.push(file);
  if (!check) await writeFile(pathOf(file), text);
}
if (behind.length > 0) {
  const files = behind.join(', ');
  process.stderr.write(
    check
      ? `${files} 已落后于代码，请执行 npm run generate / behind the code: run npm run generate\n`
      : `已更新 ${files} / written\n`,
  );
  process.exitCode = check ? 1 : 0;
}
