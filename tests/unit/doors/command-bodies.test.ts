// The schema of what a command of a procedure takes says of each field whether the bus takes it there: what is described is what is decided.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { OpenBody } from '../../../schemas/command.ts';
import { describedCommands } from '../../../services/doors/http/command-bodies.ts';
import { BODY_SAMPLES } from '../../support/body-samples.ts';
import { delivered, steps } from '../../support/transfer-story.ts';

describe('命令内容的格式', () => {
  const { schemas } = describedCommands(law);
  const { properties = {} } = schemas['Body.of-procedure'] as { properties?: Record<string, unknown> };

  it('has a sample of every field there is', () => {
    expect(Object.keys(BODY_SAMPLES).sort()).toEqual(Object.keys(OpenBody.shape).sort());
  });

  it.each(Object.keys(BODY_SAMPLES))('of a procedure says of %s what the bus says', (name) => {
    const told = steps.sign('2024-03-05T11:00:00+08:00');
    const decision = delivered().tell({ ...told, body: { [name]: BODY_SAMPLES[name] } });
    const isRefused = !decision.ok && decision.code === 'FIELD_REFUSED' && decision.details.includes(name);
    expect(properties[name] === false).toBe(isRefused);
  });

  it('is what every command of a procedure refers to', () => {
    const bodies = Object.entries(schemas).filter(
      ([name]) => /^Body\.(?!case\.)/.test(name) && name !== 'Body.of-procedure',
    );
    expect(bodies.length).toBeGreaterThan(50);
    for (const [, { allOf }] of bodies)
      expect(allOf).toEqual([{ $ref: '#/components/schemas/Body.of-procedure' }]);
  });
});
