// The rules by which bands of amounts are made at a place and an instant: what procedures declare, with the standard in force there.
import type { Law } from '../../law/law.ts';
import { remember } from '../../law/remember.ts';
import type { BandRule } from '../../schemas/band-rule.ts';
import type { Field } from '../../schemas/field.ts';
import type { Body, Region } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import { amountStandard, type StandardInForce } from './amount-standard.ts';
import type { Register } from './register.ts';

type BandField = {
  readonly name: string;
  readonly field: Field;
  readonly scale: string;
  readonly of: string;
  /** Commands that take it. */
  readonly commands: readonly string[];
};

/** The command on the case itself that states the amount every command shares takes its bands as well. */
const STATES = { amountFen: ['state-amount'] } as const;

const commandsTaking = ({ newest }: Law, name: string, of: string): string[] => [
  ...(of === 'amountFen' ? STATES[of] : []),
  ...new Set(
    newest.flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([command, { needs = [], takes = [] }]) =>
        [...needs, ...takes].includes(name) ? [command] : [],
      ),
    ),
  ),
];

/** Declared bands of amounts: one name is one field in every procedure. */
export const bandFields = remember((law: Law): readonly BandField[] => {
  const all = law.newest.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.scale !== undefined && field.of !== undefined
        ? [{ name, field, scale: field.scale, of: field.of }]
        : [],
    ),
  );
  return [...new Map(all.map((one) => [one.name, one])).values()].map((one) => ({
    ...one,
    commands: commandsTaking(law, one.name, one.of),
  }));
});

const ruleBy = (
  { name, field, scale, of, commands }: BandField,
  standard: StandardInForce,
  law: Law,
  bodies?: Body[],
): BandRule => {
  const known = 'law' in standard ? standard.law : undefined;
  return {
    field: name,
    title: field.title,
    of,
    scale,
    bands: law.amountScale(scale)?.bands ?? [],
    begins: standard.begins,
    ...(bodies ? { bodies } : {}),
    standardOf: standard.region,
    basis: known?.basis ?? [],
    source: known?.source ?? null,
    deed: 'basis' in standard ? standard.basis : null,
    commands: [...commands],
  };
};

/** One for all, and one for the kinds of department that go by another; none where nobody set a standard. */
export const bandRules = (register: Register, law: Law, region: Region, at: Instant): BandRule[] =>
  bandFields(law).flatMap((band): BandRule[] => {
    const { scale } = band;
    const standardFor = (body?: Body) => amountStandard(register, law, scale, region, at, body);
    const general = standardFor();
    const named = law.amountScale(scale)?.standards.flatMap(({ bodies = [] }) => bodies) ?? [];
    const own = [...new Set(named)].flatMap((body) => {
      const standard = standardFor(body);
      return standard && standard.begins !== general?.begins ? [{ body, standard }] : [];
    });
    const apart = [...Map.groupBy(own, ({ standard }) => standard.begins).values()].flatMap((same) => {
      const bodies = same.map(({ body }) => body);
      return same.slice(0, 1).map(({ standard }) => ruleBy(band, standard, law, bodies));
    });
    return general ? [ruleBy(band, general, law), ...apart] : apart;
  });
