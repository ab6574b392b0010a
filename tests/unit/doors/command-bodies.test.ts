// The schema of what a command of a procedure takes says of each field whether the bus takes it there: what is described is what is decided.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { OpenBody } from '../../../schemas/command.ts';
import { describedCommands } from '../../../services/doors/http/command-bodies.ts';
import { BUREAU, delivered, steps } from '../../support/transfer-story.ts';

/** One of each that fits its own shape. */
const SAMPLES: Readonly<Record<string, unknown>> = OpenBody.parse({
  to: [BUREAU],
  papers: [],
  team: ['o-1'],
  reasonCode: 'stated',
  fields: {},
  subjects: [],
  newSubjects: [],
  attributes: { kind: 'person' },
  fact: 'seen',
  parent: 'p1',
  proceedings: ['p1'],
  from: { case: '653023-bbbbbbbbbbbbbbbb', sequence: 1 },
  into: '653023-bbbbbbbbbbbbbbbb',
  links: [],
  extension: 'longer',
  extensionTo: 5,
  approver: 'head',
  basis: '规定',
  clock: 'p1/fwd-receipt-sign/1',
  followUp: 1,
  filled: true,
  published: 'RC-001#1',
  moments: [],
  corrects: { sequence: 1 },
  steps: [1, 2].map(() => ({
    command: 'sign-receipt',
    officer: 'o-1',
    occurredAt: '2024-03-05T11:00:00+08:00',
    precision: 'instant',
    body: {},
  })),
});

describe('命令内容的格式', () => {
  const { schemas } = describedCommands(law);
  const { properties = {} } = schemas['Body.of-procedure'] as { properties?: Record<string, unknown> };

  it('has a sample of every field there is', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(OpenBody.shape).sort());
  });

  it.each(Object.keys(SAMPLES))('of a procedure says of %s what the bus says', (name) => {
    const told = steps.sign('2024-03-05T11:00:00+08:00');
    const decision = delivered().tell({ ...told, body: { [name]: SAMPLES[name] } });
    const isRefused = !decision.ok && decision.code === 'FIELD_REFUSED' && decision.details.includes(name);
    expect(properties[name] === false).toBe(isRefused);
  });

  it('is what every command of a procedure refers to', () => {
    const bodies = Object.entries(schemas).filter(
      ([name]) => /^Body\./.test(name) && name !== 'Body.of-procedure',
    );
    expect(bodies.length).toBeGreaterThan(50);
    for (const [, { allOf }] of bodies)
      expect(allOf).toEqual([{ $ref: '#/components/schemas/Body.of-procedure' }]);
  });
});
