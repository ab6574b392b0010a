// GET /v1/dead: what could not be taken, for the joint-meeting office of the sender's region. Reasons and sizes, no content.
import * as z from 'zod';
import { regionOf } from '../../../schemas/ids.ts';
import { DeadLetter } from '../dead-letters.ts';
import { isSecretariatOf } from './may.ts';
import type { HttpPorts } from './ports.ts';
import { problems } from './problem.ts';
import { type HttpServer, officerOf } from './server.ts';

const DeadAnswer = z.strictObject({
  letters: z.array(DeadLetter.omit({ format: true, sealed: true })),
  /** How many there are in all; at most the newest 1,000 are listed. */
  total: z.int(),
});
const LISTED = 1_000;

export const deadRoutes = (app: HttpServer, { registrar, readDead }: HttpPorts): void => {
  app.get(
    '/v1/dead',
    {
      config: { audience: 'secretariat' },
      schema: {
        summary: '未能受理的来件 / dead letters',
        security: [{ bearer: [] }],
        response: { 200: DeadAnswer, ...problems },
      },
    },
    async (request) => {
      const { department } = officerOf(request);
      const register = registrar.register();
      const letters: z.infer<typeof DeadAnswer>['letters'] = [];
      let total = 0;
      for await (const { format: _, sealed: __, ...letter } of readDead()) {
        if (!isSecretariatOf(register, department, regionOf(letter.department))) continue;
        total += 1;
        letters.push(letter);
        if (letters.length > LISTED) letters.shift();
      }
      return { letters: letters.reverse(), total };
    },
  );
};
