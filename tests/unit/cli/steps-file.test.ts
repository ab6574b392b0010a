// Several steps in a file, in the words of the options: what they come to on the wire, and which step is wrong.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { GENERAL_COMMANDS } from '../../../law/titles.ts';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import { readCommandFile } from '../../../services/cli/command-file.ts';
import { problemOf } from '../../../services/cli/problem.ts';
import { askedSteps, StepsFile } from '../../../services/cli/steps-file.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const EXAMPLE = fileURLToPath(new URL('../../../services/cli/steps-example.json', import.meta.url));
const ground = {
  law,
  known: [...Object.keys(GENERAL_COMMANDS), ...law.newest.flatMap((p) => Object.keys(p.commands))],
  officer: 'head',
  now: '2026-11-27T09:10:42+08:00',
};
const CASE = '653023-k7m2qd5x3ab6ycfe';
const acknowledge = { command: 'acknowledge', at: '2026-11-20' };

const asked = async (file: object) => askedSteps(StepsFile.parse(file), ground);
const fault = async (...steps: object[]) =>
  asked({ case: CASE, steps }).then(
    () => {
      throw new Error('nothing was wrong');
    },
    (error: unknown) => problemOf(error),
  );

describe('a file of steps', () => {
  it('becomes one command, each step with its officer, its time, its body, and its values under its number', async () => {
    const { asked: command, by } = await asked({
      procedure: 'criminal-transfer',
      reason: '上线前已移送',
      steps: [
        {
          command: 'suspect-crime',
          at: '2026-10-12',
          officer: 'o-1',
          to: '653023/public-security',
          team: ['o-1', 'o-2'],
          subject: ['某医院'],
          offence: '诈骗罪',
          amount: 128600.5,
          obvious: true,
        },
        {
          command: 'submit-transfer-report',
          at: '2026-10-13 10:20',
          paper: 'transfer-report=/dev/null',
          served: ['transfer-report=2026-10-13'],
          reason: '=另附',
        },
      ],
    });
    expect(command).toEqual({
      command: 'record-steps',
      procedure: 'criminal-transfer',
      occurredAt: '2026-10-13T10:20:00+08:00',
      precision: 'instant',
      body: {
        steps: [
          {
            command: 'suspect-crime',
            officer: 'o-1',
            occurredAt: '2026-10-12T12:00:00+08:00',
            precision: 'day',
            body: {
              to: ['653023/public-security'],
              team: ['o-1', 'o-2'],
              newSubjects: [{ subject: 's1' }],
              fields: { obvious: true },
            },
          },
          {
            command: 'submit-transfer-report',
            officer: 'head',
            occurredAt: '2026-10-13T10:20:00+08:00',
            precision: 'instant',
            body: { papers: [expect.objectContaining({ servedOn: '2026-10-13' })] },
          },
        ],
      },
    });
    expect(by.party).toEqual({
      reason: '上线前已移送',
      steps: {
        1: { offence: '诈骗罪', amountFen: '12860050', subjects: { s1: { name: '某医院' } } },
        2: { reason: '=另附' },
      },
    });
    expect(AskedCommand.safeParse({ ...command, commandId: 'c-1', party: by.party }).success).toBe(true);
  });

  it('is the same command whenever it is read', async () => {
    const file = { case: CASE, steps: [acknowledge, { command: 'accept-clue', at: '2026-11-21' }] };
    const later = askedSteps(StepsFile.parse(file), { ...ground, now: '2026-11-27T18:00:00+08:00' });
    expect(await later).toEqual(await asked(file));
  });

  it.each([
    ['a command of no procedure', { command: 'hand-ovr', at: '2026-11-20' }, 'hand-over'],
    ['a month', { command: 'accept-clue', at: '2026-11' }, '只知年月的不受理'],
    ['a word that is no option', { command: 'accept-clue', at: '2026-11-21', ammount: '5' }, 'amount'],
    ['a value that is none', { command: 'accept-clue', at: '2026-11-21', to: '653023/police' }, 'police'],
    [
      'a file that is not there',
      { command: 'accept-clue', at: '2026-11-21', paper: 'x=/nonexistent' },
      '/nonexistent',
    ],
    [
      'a subject without its pseudonym',
      { command: 'accept-clue', at: '2026-11-21', subject: '某医院' },
      '“某医院”在已有案件中须写明代号',
    ],
  ])('%s is named with its step, in both languages', async (_, step, says) => {
    const { zh, en, exitCode } = await fault(acknowledge, step);
    expect(zh).toMatch(/^第 2 步（[a-z-]+）：/);
    expect(zh).toContain(says);
    expect(en).toMatch(/^step 2 \([a-z-]+\): /);
    expect(exitCode).toBe(2);
  });

  it('that is one step, or twenty-one, is none', () => {
    for (const count of [1, 21])
      expect(StepsFile.safeParse({ case: CASE, steps: Array(count).fill(acknowledge) }).success).toBe(false);
  });
});

describe('the file of submit', () => {
  it('is told apart by what is in it: steps as a list or with their place, or one command', async () => {
    await inTemporaryFolder(async (folder) => {
      const read = async (value: unknown) => {
        const file = join(folder, 'x.json');
        await writeFile(file, JSON.stringify(value));
        return readCommandFile(file);
      };
      expect(await read([acknowledge, acknowledge])).toEqual({
        steps: { steps: [acknowledge, acknowledge] },
      });
      expect(await read({ case: CASE, steps: [acknowledge, acknowledge] })).toMatchObject({
        steps: { case: CASE },
      });
      expect(await read({ command: 'acknowledge', case: CASE })).toMatchObject({
        asked: { command: 'acknowledge', case: CASE, body: {} },
      });
    });
  });

  it('has an example that can be sent once its papers are there', async () => {
    const file = await readCommandFile(EXAMPLE);
    if (!('steps' in file)) throw new Error('the example holds no steps');
    const steps = file.steps.steps.map(({ paper, ...step }) => ({
      ...step,
      ...(paper ? { paper: [paper].flat().map((one) => String(one).replace(/=.*/, '=/dev/null')) } : {}),
    }));
    const { asked: command, by } = await asked({ ...file.steps, steps });
    expect(AskedCommand.safeParse({ ...command, commandId: 'c-1', party: by.party }).error).toBeUndefined();
    expect(command.body?.steps?.map((step) => [step.command, step.officer])).toEqual([
      ['suspect-crime', 'o-1'],
      ['submit-transfer-report', 'o-1'],
      ['approve-transfer', 'head'],
      ['hand-over', 'o-1'],
    ]);
  });
});
