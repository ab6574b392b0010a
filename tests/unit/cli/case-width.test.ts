// What is printed of a large case fits a terminal eighty cells wide, and says what a clerk would say: once, and of a right whether it was used.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { caseText, courseText } from '../../../services/cli/text/case-text.ts';
import { commandListText } from '../../../services/cli/text/command-list-text.ts';
import { possibleText } from '../../../services/cli/text/possible-text.ts';
import { NOTHING_SAID, receiptText } from '../../../services/cli/text/receipt-text.ts';
import { caseCommands } from '../../../services/doors/http/case-commands.ts';
import { commandList } from '../../../services/doors/http/command-list.ts';
import { wordsOf } from '../../../services/words/words.ts';
import type { CaseDriver } from '../../support/case-driver.ts';
import { generousRegister } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { readCase } from '../../support/read-case.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const ASOF = '2024-04-20T09:00:00+08:00';
const WIDTH = 80;
const words = wordsOf(law);
const register = generousRegister();
const story = penaltyStory(BUREAU, 'insurance-penalty');

/** A penalty whose hearing was waived, with what was opened beside it. */
const large = (): CaseDriver => {
  const c = story.begun(
    story.conclude('2024-04-01', { fraudBand: 'huge' }),
    story.notify('2024-04-02', { hearingDue: true }),
    by(BUREAU, '2024-04-03', 'note-hearing-waived'),
    by(
      BUREAU,
      '2024-04-03',
      'request-measure',
      {
        to: ['653023/health'],
        subjects: ['s1'],
        papers: papers('measure-request-letter'),
      },
      { procedure: 'practice-licence' },
    ),
    by(
      BUREAU,
      '2024-04-03',
      'identify-discipline-clue',
      { fields: { disciplineNature: 'dereliction' } },
      {
        procedure: 'discipline-referral',
      },
    ),
    by(BUREAU, '2024-04-03', 'suspect-crime', { team: ['o-1', 'o-2'] }, { procedure: 'criminal-transfer' }),
  );
  return c;
};
const c = large();
const read = readCase(c, BUREAU, {}, { register, law, asOf: ASOF });
if (!read) throw new Error('not told');
const { view, timeline } = read;
const shown = caseText(view, WIDTH, `${BUREAU}/o-1`, words, WIDTH);
const possible = await caseCommands()({
  state: c.state,
  context: { ...c.contextAt(ASOF), clock: 'real' },
  who: { department: BUREAU, officer: 'o-1', ranks: ['officer'] },
  shown: Object.keys(c.state.proceedings),
  words,
});
const running = view.clocks.filter(({ status }) => status !== 'stopped');
const offered = possibleText(possible, running, `${BUREAU}/o-1`, words, WIDTH, WIDTH);

describe('what is printed of a large case', () => {
  it.each([
    ['case show', shown],
    ['case timeline', courseText(timeline, WIDTH, words)],
    ['commands', offered],
    ['commands --procedure', commandListText(commandList(law, '2024-04-20'), WIDTH)],
  ])('%s is nowhere wider than eighty cells, but for what breaks nowhere', (_, text) => {
    const wide = text.split('\n').filter((line) => stringWidth(line) > WIDTH && /\S\s+\S/.test(line.trim()));
    expect(wide).toEqual([]);
  });

  it('says once whose turn it is, and in which proceeding', () => {
    expect(shown.match(/下一项/g)).toHaveLength(1);
    expect(shown).toMatch(/下一项 .*p\d/);
  });

  it('says of a hearing that was waived that it was not asked for, and of no right that it was kept', () => {
    expect(shown).toMatch(/未行使 +要求听证/);
  });

  it('says of conditions when a command is taken, and of nothing that it is prolonged which is not', () => {
    expect(offered).not.toMatch(/限[^；\n]*时|不得延长/);
    expect(offered).not.toMatch(/order-settlement-suspension[\s\S]*?不能延长/);
    expect(offered).toContain('--approver head');
  });
});

describe('a receipt', () => {
  it('says how many of a kind there are in words', () => {
    const receipt = {
      case: c.id,
      proceedings: ['p1'],
      sequence: 2,
      ledgerSequence: 9,
      recordedAt: ASOF,
      events: ['case-joined', 'marks-changed', 'clock-started', 'clock-started'],
      hash: 'h',
      signature: { key: 'k' },
    } as never;
    const text = receiptText('merge-case', receipt, NOTHING_SAID, words);
    expect(text).toContain('并入其他案件、关联状态变更、开始计时（2 项）');
  });
});
