// What the routes of the operator share: who may ask, and those whose whole answer is the receipt of a register entry.
import type * as z from 'zod';
import { type Answer, Receipt } from '../../../../schemas/entry.ts';
import { problems, sendRefusal } from '../problem.ts';
import type { HttpServer } from '../server.ts';

export const forOperator = { audience: 'operator' } as const;
export const operatorSchema = { tags: ['operator'], security: [{ bearer: [] }] };

/** POST /v1/operator/`url`. */
export const entryRoute = <B extends z.ZodType>(
  app: HttpServer,
  url: string,
  summary: string,
  body: B,
  act: (body: z.infer<B>) => Promise<Answer>,
): void => {
  app.post(
    `/v1/operator/${url}`,
    {
      config: forOperator,
      schema: { summary, ...operatorSchema, body, response: { 200: Receipt, ...problems } },
    },
    async (request, reply) => {
      const answer = await act(request.body as z.infer<B>);
      return answer.ok ? answer : sendRefusal(request, reply, answer);
    },
  );
};
