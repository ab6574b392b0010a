// One of each field of a command’s body, that fits its own shape.
import { OpenBody } from '../../schemas/command.ts';
import { BUREAU } from './transfer-story.ts';

export const BODY_SAMPLES: Readonly<Record<string, unknown>> = OpenBody.parse({
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
  within: { from: '2024-03-04', to: '2024-03-08' },
  moments: [],
  corrects: { sequence: 1, occurredAt: '2024-03-05T10:00:00+08:00' },
  steps: [1, 2].map(() => ({
    command: 'sign-receipt',
    officer: 'o-1',
    occurredAt: '2024-03-05T11:00:00+08:00',
    precision: 'instant',
    body: {},
  })),
});
