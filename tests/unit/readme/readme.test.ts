// What the READMEs show is so: the output of the rehearsal, every command, every link.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { rehearsalSummary } from '../../../services/cli/text/rehearsal-summary.ts';
import { outputOf } from '../../../services/rehearsal/output-of.ts';
import { playedInMemory } from '../../support/played-in-memory.ts';
import { cases as shipped } from '../rehearsal/shipped.ts';
import { readmes } from './readmes.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const readme = textOf('README.md');
const blocks = [...readme.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');

describe('the README', () => {
  it('shows the rehearsal as it is', async () => {
    const { plan, played, cases } = await playedInMemory(shipped);
    const inboxes = { noticesOf: new Map(), faults: [] };
    const verified = { ok: true, entries: 0, head: { sequence: 0, hash: '' } } as never;
    const output = outputOf(plan, played, cases, inboxes, verified, 0);
    const took = { start: 0, departments: 0, play: 0, inboxes: 0, verify: 0 };
    const summary = rehearsalSummary(
      { plan, played, law, cases, inboxes, verified, unmet: [], output, took },
      { width: 120, next: [], problems: [] },
    ).split('\n');
    const shown = blocks
      .filter((block) => /合计 counts|·/.test(block) && !block.includes('►'))
      .flatMap((block) => block.trimEnd().split('\n'))
      .filter((line) => !line.includes('…'));
    expect(shown.length).toBeGreaterThan(6);
    // Columns are as wide as what stands in them.
    const bare = (line: string): string => line.trim().replaceAll(/ +/g, ' ');
    expect(shown.map(bare).filter((line) => !summary.map(bare).includes(line))).toEqual([]);
  });

  it('is short enough to be read', () => {
    expect(readme.split('\n').length).toBeLessThan(170);
  });
});

const whole = await wholeProgram(law);

describe('every README', () => {
  it('names only commands that there are, with options that they have', () => {
    const wrong = readmes.flatMap((page) =>
      [...textOf(page).matchAll(/(?:npx )?\bxianjie ((?:[a-z-]+ ?)+)([^\n`#|&>]*)/g)].flatMap(
        ([line, words = '', rest = '']) => {
          let command = whole;
          for (const word of words.trim().split(' ')) {
            const next = command.commands.find((child) => child.name() === word);
            if (!next) break;
            command = next;
          }
          if (command.name() === 'xianjie') return [`${page}: ${line}`];
          const known = ['--help', '--json', ...command.options.map(({ long }) => long)];
          return [...rest.matchAll(/--[a-z-]+/g)].flatMap(([option]) =>
            known.includes(option) ? [] : [`${page}: ${line} has no ${option}`],
          );
        },
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const wrong = readmes.flatMap((page) =>
      [...textOf(page).matchAll(/npm run ([a-z:]+)/g)].flatMap(([line, script = '']) =>
        Object.hasOwn(scripts, script) ? [] : [`${page}: ${line}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('links only to what is there', () => {
    const wrong = readmes.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].flatMap(([, link = '']) =>
        existsSync(join(root, dirname(page), link)) ? [] : [`${page}: ${link}`],
      ),
    );
    expect(wrong).toEqual([]);
  });
});
