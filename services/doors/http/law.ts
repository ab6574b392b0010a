// GET /v1/law: the law this platform decides by, as it was published, for everybody with a token. POST /v1/operator/law: what
// this version brings and the ledger lacks is published in an operator's name.
import * as z from 'zod';
import type { FoldedLaw } from '../../../law/fold-law.ts';
import { remember } from '../../../law/remember.ts';
import { Digest } from '../../../schemas/command.ts';
import { OperatorId } from '../../../schemas/ids.ts';
import { LawItem } from '../../../schemas/law.ts';
import { lawItemHash } from '../../proof/law-item-hash.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendRefusal } from './problem.ts';
import type { HttpServer } from './server.ts';

const HashedItem = LawItem.extend({ hash: Digest });

export const LawAnswer = z.strictObject({
  /** Ledger sequence of the last part of the last publication: what entries name as `lawAt`. */
  at: z.int(),
  /** In the order they were published; of acts, ladders, papers and calendars the newest version counts. */
  items: z.array(HashedItem),
});
export type LawAnswer = z.infer<typeof LawAnswer>;

const withHash = (item: LawItem): z.infer<typeof HashedItem> => ({ ...item, hash: lawItemHash(item) });

/** Hashed once for each publication. */
const answerOf = remember(({ at, items }: FoldedLaw): LawAnswer => ({ at, items: items.map(withHash) }));

export const lawRoutes = (app: HttpServer, { registrar, operator }: HttpPorts): void => {
  const security = [{ bearer: [] }];

  app.get(
    '/v1/law',
    {
      config: { audience: 'officer-or-operator' },
      schema: {
        summary: '现行法律数据 / the law this platform decides by, item by item with its hash',
        security,
        response: { 200: LawAnswer, ...problems },
      },
    },
    async () => answerOf(registrar.law()),
  );

  app.post(
    '/v1/operator/law',
    {
      config: { audience: 'operator' },
      schema: {
        summary: '公布法律 / publish what this version brings and the ledger lacks, in an operator’s name',
        tags: ['operator'],
        security,
        body: z.strictObject({ operator: OperatorId }),
        response: {
          200: z.strictObject({ published: z.array(HashedItem.omit({ data: true })) }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const published = await operator.publishLaw(request.body.operator);
      if (!published.ok) return sendRefusal(request, reply, published.refusal);
      return { published: published.items.map(withHash).map(({ data: _, ...item }) => item) };
    },
  );
};
