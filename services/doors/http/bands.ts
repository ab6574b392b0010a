// GET /v1/bands: how the bands of amounts are made at a place, for whoever commits to an amount or may open one.
import * as z from 'zod';
import { bandRules } from '../../../case/register/band-rules.ts';
import { BandRule } from '../../../schemas/band-rule.ts';
import { Region } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import type { HttpPorts } from './ports.ts';
import { problems } from './problem.ts';
import type { HttpServer } from './server.ts';

export const BandsAnswer = z.strictObject({ region: Region, at: Instant, rules: z.array(BandRule) });
export type BandsAnswer = z.infer<typeof BandsAnswer>;

export const bandRoutes = (app: HttpServer, { registrar, clock }: HttpPorts): void => {
  app.get(
    '/v1/bands',
    {
      config: { audience: 'officer-or-operator' },
      schema: {
        summary:
          '金额档次 / how bands of amounts are made in a region: the standard in force, and what it rests on',
        security: [{ bearer: [] }],
        querystring: z.strictObject({
          region: Region.describe('That of the case: the part of its id before the hyphen'),
          at: Instant.optional().describe('As the law and the region had it then; now where not given'),
        }),
        response: { 200: BandsAnswer, ...problems },
      },
    },
    async ({ query: { region, at = clock.now() } }) => ({
      region,
      at,
      rules: bandRules(registrar.register(), registrar.law().law, region, at),
    }),
  );
};
