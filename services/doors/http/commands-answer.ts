// The shape of what the asker may do in a case now.
import * as z from 'zod';
import { Bilingual, CaseId, ProceedingId, Rank } from '../../../schemas/ids.ts';

/** A command and what it still needs. */
const Possible = z.strictObject({
  procedure: z.string(),
  version: z.int(),
  command: z.string(),
  title: Bilingual,
  papers: z.array(z.string()),
  needs: z.array(z.string()),
  reason: z.boolean(),
  officers: z.int(),
  takes: z.array(z.string()),
  conditions: z.array(z.string()),
  missingRank: Rank.nullable(),
});

/** What the asker may do in a case now, and what each command still needs. */
export const CommandsAnswer = z.strictObject({
  case: CaseId,
  commands: z.array(Possible.extend({ proceeding: ProceedingId })),
  opens: z.array(Possible).describe('Commands that open another proceeding in the case'),
  onCase: z
    .array(
      z.strictObject({
        command: z.string(),
        title: Bilingual,
        needs: z.array(z.string()),
        values: z.array(z.string()),
        missingRank: Rank.nullable(),
      }),
    )
    .describe('Commands on the case as a whole; those on one limit or one entry go with it'),
});
export type CommandsAnswer = z.infer<typeof CommandsAnswer>;
