// The schema of a command on the case itself takes what the bus takes, and refuses what the bus refuses: a body that it takes is refused by
// the bus for no field of it, and one that it refuses is refused there too.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_COMMANDS } from '../../../law/case-commands.ts';
import { law } from '../../../law/law.ts';
import { OpenBody } from '../../../schemas/command.ts';
import { describedCommands, schemasOnCase } from '../../../services/doors/http/command-bodies.ts';
import { BODY_SAMPLES } from '../../support/body-samples.ts';
import type { Told } from '../../support/case-driver.ts';
import { BUREAU, delivered } from '../../support/transfer-story.ts';

const { schemas, onCase } = describedCommands(law);
type Part = {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, false | { readonly minItems?: number }>>;
  readonly allOf?: readonly Part[];
  readonly anyOf?: readonly Part[];
};

/** What the keywords of such a schema say of a body whose fields have the shape that each has everywhere. */
const takenBy = ({ required = [], properties = {}, allOf = [], anyOf }: Part, body: OpenBody): boolean =>
  required.every((name) => Object.hasOwn(body, name)) &&
  Object.entries(body).every(([name, value]) => {
    const said = properties[name];
    return said !== false && (said?.minItems ?? 0) <= (Array.isArray(value) ? value.length : 0);
  }) &&
  allOf.every((part) => takenBy(part, body)) &&
  (anyOf?.some((part) => takenBy(part, body)) ?? true);

/** Said with some lists empty, which is to say nothing. */
const bodies = fc
  .tuple(fc.subarray(Object.keys(BODY_SAMPLES)), fc.subarray(['to', 'links', 'subjects', 'proceedings']))
  .map(
    ([said, empty]): OpenBody =>
      Object.fromEntries(said.map((name) => [name, empty.includes(name) ? [] : BODY_SAMPLES[name]])),
  );

describe('对案件本身的命令的格式', () => {
  // Several steps are each a command of their own, and are refused by what each of them says.
  it.each(Object.keys(CASE_COMMANDS).filter((name) => name !== 'record-steps'))('%s', (command) => {
    const schema = schemas[schemasOnCase(law, command).body] as Part;
    const told = (body: OpenBody): Told => ({
      as: `${BUREAU}/head`,
      at: '2024-03-05T11:00:00+08:00',
      command,
      body,
      with: ['reason', ...(command === 'revise-subject' ? ['subjects/s1'] : [])],
    });
    fc.assert(
      fc.property(bodies, (body) => {
        const decision = delivered().tell(told(body));
        const isOfField = (code: string): boolean =>
          !decision.ok &&
          decision.code === code &&
          decision.details.some((name) => Object.hasOwn(OpenBody.shape, name));
        // What fits may still speak of a subject or a band that is not there.
        if (takenBy(schema, body)) expect(isOfField('FIELD_REQUIRED')).toBe(false);
        else expect(isOfField('FIELD_REFUSED') || isOfField('FIELD_REQUIRED')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('stands in the documents for each of them, with who may send it and what it commits to', () => {
    expect(Object.keys(onCase)).toEqual(Object.keys(CASE_COMMANDS));
    expect(schemas[schemasOnCase(law, 'close-case').party ?? '']).toMatchObject({ required: ['reason'] });
    const { properties } = schemas[schemasOnCase(law, 'merge-case').body] as {
      properties: Record<string, unknown>;
    };
    expect([properties['into'], properties['links'], properties['papers']]).toEqual([
      undefined,
      false,
      false,
    ]);
  });
});
