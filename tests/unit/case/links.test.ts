// A case is linked to another that is there: not to itself, not twice, not to one that nobody can see; and by no other command.
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../schemas/command.ts';
import { unseenLink } from '../../../services/bus/registrar/linked-cases.ts';
import { commandOf, type Told } from '../../support/case-driver.ts';
import { BUREAU, delivered, POLICE, steps } from '../../support/transfer-story.ts';

const OTHER = '653023-bbbbbbbbbbbbbbbb';
const link = (links: { case: string; relation: string }[], as = `${BUREAU}/o-1`): Told => ({
  as,
  command: 'link-case',
  at: '2024-03-05T11:00:00+08:00',
  body: { links },
});
const to = (id: string, relation = 'same-subject') => ({ case: id, relation });

describe('关联案件', () => {
  it('is taken once: the same again, in one command or in two, is refused and nothing of it is recorded', () => {
    const c = delivered();
    expect(c.tell(link([to(OTHER), to(OTHER)]))).toMatchObject({
      code: 'LINK_NOT_POSSIBLE',
      details: [OTHER],
    });
    expect(c.state.links).toEqual([]);
    expect(c.answer(link([to(OTHER)]))).toBe('ok');
    expect(c.answer(link([to(OTHER)]))).toBe('LINK_NOT_POSSIBLE');
    expect(c.answer(link([to(OTHER, 'grew-out-of')]))).toBe('ok');
    expect(c.state.links).toEqual([to(OTHER), to(OTHER, 'grew-out-of')]);
  });

  it('is never to itself', () => {
    const c = delivered();
    expect(c.answer(link([to(OTHER), to(c.state.id)]))).toBe('LINK_NOT_POSSIBLE');
    expect(c.state.links).toEqual([]);
  });

  it('goes by its own command alone: another one that carries a link is refused', () => {
    const c = delivered();
    const told = { ...steps.sign('2024-03-05T11:00:00+08:00'), body: { links: [to(OTHER)] } };
    expect(c.tell(told)).toMatchObject({ code: 'FIELD_REFUSED', details: ['links'] });
  });

  it('names a case that is there and that the department is a party to; for the sender the two are one', async () => {
    const { state } = delivered();
    const cases = { refresh: async (id: string) => (id === state.id ? ({ state } as never) : null) };
    const command = (as: string, id: string, more: object = {}): CaseCommand => {
      const made = commandOf(link([to(id)], as), state.id, 1);
      return { ...made, body: { ...made.body, ...more } };
    };
    expect(await unseenLink(cases, command(`${BUREAU}/o-1`, state.id))).toBeUndefined();
    expect(await unseenLink(cases, command(`${POLICE}/o-1`, state.id))).toBeUndefined();
    expect(await unseenLink(cases, command('653023/health/o-1', state.id))).toBe(state.id);
    expect(await unseenLink(cases, command(`${BUREAU}/o-1`, OTHER))).toBe(OTHER);
    // A rehearsal ties files together that no department knows of both; on the record nothing is filled in.
    expect(await unseenLink(cases, command('653023/health/o-1', state.id, { filled: true }))).toBeUndefined();
    expect(await unseenLink(cases, command('653023/health/o-1', OTHER, { filled: true }))).toBe(OTHER);
  });
});
