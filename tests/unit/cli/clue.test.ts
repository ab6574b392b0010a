// What `xianjie clue` says of the clue, as it is typed.
import { describe, expect, it } from 'vitest';
import { clueCommand, clueFields } from '../../../services/cli/commands/clue.ts';

const typed = (...options: string[]) => {
  const command = clueCommand().action(() => {});
  command.parse(['node', 'clue', '--topic', 'fraud', ...options]);
  return clueFields(command.opts());
};

describe('xianjie clue', () => {
  it('says that it is another matter than what was transferred or came back, where that is so', () => {
    expect(typed('--another-matter')).toEqual({ topic: 'fraud', anotherMatter: true });
    expect(typed('--type', 'urgent', '--reply-by', '2026-04-01')).toEqual({
      topic: 'fraud',
      noticeType: 'urgent',
      replyBy: '2026-04-01',
    });
  });

  it('says so in its help', () => {
    expect(clueCommand().helpInformation()).toMatch(/--another-matter\s+与已移送、已退回的不是同一事项/);
  });
});
