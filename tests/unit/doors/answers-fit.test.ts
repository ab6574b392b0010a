// What the HTTP door answers fits the shape it is described by, whatever limit runs and whomever it obliges: a party may be obliged
// as a department is (a hearing to be asked for, a fine to be paid).
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import { openapi } from '../../../services/cli/generate/openapi.ts';
import { explainClocks } from '../../../services/doors/http/explain-clocks.ts';
import { registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { readCase } from '../../support/read-case.ts';

const BUREAU = '653023/medical-insurance';
const AS_OF = '2024-04-03T09:00:00+08:00';
const ground = { register: registerWith([...COUNTY, ...ABOVE]), law, asOf: AS_OF };

type Json = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every shape below that a property of this name has. */
const shapesOf = (name: string, within: unknown): unknown[] =>
  isObject(within)
    ? Object.entries(within).flatMap(([key, value]) => [
        ...(key === 'properties' && isObject(value) && name in value ? [value[name]] : []),
        ...shapesOf(name, value),
      ])
    : [];

/** Whether a text fits a shape that is a pattern, or one of several. */
const fits = (shape: unknown, text: string, named: Json): boolean => {
  if (!isObject(shape)) return false;
  const { $ref, anyOf, pattern } = shape;
  if (typeof $ref === 'string') return fits(named[$ref.split('/').at(-1) ?? ''], text, named);
  if (Array.isArray(anyOf)) return anyOf.some((one) => fits(one, text, named));
  return typeof pattern === 'string' && new RegExp(pattern, 'u').test(text);
};

describe('an answer of HTTP', () => {
  it('that says who is obliged can say a department and a party, wherever it stands', async () => {
    const { paths, components } = (await openapi(law)) as {
      paths: Json;
      components: { schemas: Json };
    };
    const shapes = shapesOf('obliged', { paths, named: components.schemas });
    expect(shapes.length).toBeGreaterThanOrEqual(4);
    for (const shape of shapes)
      expect(
        ['653023/health', 's1', 'somebody'].map((text) => fits(shape, text, components.schemas)),
      ).toEqual([true, true, false]);
  });

  it('is given of a penalty whose party may ask for a hearing', () => {
    const { begun, conclude, notify } = penaltyStory(BUREAU, 'insurance-penalty');
    const c = begun(conclude('2024-04-01'), notify('2024-04-02', { hearingDue: true }));
    const read = readCase(c, BUREAU, {}, ground);
    expect(read?.view.clocks.find(({ limit }) => limit === 'pen-hearing-request')).toMatchObject({
      obliged: 's1',
      status: 'running',
    });
    expect(explainClocks(c.state, ground).map(({ obliged }) => obliged)).toContain('s1');
  });

  it.each(procedures.map((p) => [p.title.zh, p] as const))(
    '%s: is given with every one of its limits running',
    (_, { clocks }) => {
      const { entries, state } = penaltyStory(BUREAU, 'insurance-penalty').begun();
      const [opening] = entries;
      const begun = opening?.events.find((event) => event.kind === 'clock');
      if (!opening || begun?.type !== 'clock-started') throw new Error('a filing starts a limit');
      const started = Object.entries(clocks).map(([limit, { obliges }]) => {
        const newest = law.versionsOf(limit).at(-1);
        if (!newest) throw new Error(limit);
        const { version, kind: limitKind, source: limitSource, basis } = newest;
        const obliged = obliges === 'subject' ? 's1' : BUREAU;
        return { ...begun, clock: `p1/${limit}/9`, limit, version, obliged, limitKind, limitSource, basis };
      });
      const all = [{ ...opening, events: [...opening.events, ...started] }];
      const read = readCase({ entries: all, state }, BUREAU, {}, ground);
      const shown = read?.view.clocks.filter(({ clock }) => clock.endsWith('/9'));
      expect(shown?.map(({ limit }) => limit)).toEqual(Object.keys(clocks));
    },
  );
});
