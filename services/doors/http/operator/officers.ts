// /v1/operator/officers…, /v1/operator/tokens…: who may act for a department, and with which token.
import * as z from 'zod';
import { officersOf } from '../../../../case/register/register.ts';
import { Digest } from '../../../../schemas/command.ts';
import { Receipt } from '../../../../schemas/entry.ts';
import { DepartmentId, OfficerId, Rank, TokenId } from '../../../../schemas/ids.ts';
import type { HttpPorts } from '../ports.ts';
import { problems, sendCode, sendRefusal } from '../problem.ts';
import type { HttpServer } from '../server.ts';
import { entryRoute, forOperator, operatorSchema } from './entry-route.ts';

export const Ranks = z.array(Rank).min(1).max(4);
const Officer = z.strictObject({ department: DepartmentId, officer: OfficerId });

export const officerRoutes = (app: HttpServer, { operator, registrar }: HttpPorts): void => {
  app.get(
    '/v1/operator/officers',
    {
      config: forOperator,
      schema: {
        summary: '在任经办人 / officers of a department',
        ...operatorSchema,
        querystring: z.strictObject({ department: DepartmentId }),
        response: {
          200: z.strictObject({ officers: z.array(z.strictObject({ officer: OfficerId, ranks: Ranks })) }),
          ...problems,
        },
      },
    },
    async (request) => ({
      officers: officersOf(registrar.register(), request.query.department).map(({ officer, ranks }) => ({
        officer,
        ranks: [...ranks],
      })),
    }),
  );
  entryRoute(
    app,
    'officers',
    '任命经办人 / appoint an officer, or give one other ranks',
    Officer.extend({ ranks: Ranks }),
    ({ department, officer, ranks }) => operator.appointOfficer(department, officer, ranks),
  );
  entryRoute(app, 'officers/retire', '经办人离任 / an officer leaves', Officer, ({ department, officer }) =>
    operator.retireOfficer(department, officer),
  );

  app.post(
    '/v1/operator/tokens',
    {
      config: forOperator,
      schema: {
        summary: '签发令牌 / issue a token to an officer; it is shown once and kept as its hash',
        ...operatorSchema,
        body: Officer,
        response: { 200: z.strictObject({ receipt: Receipt, id: z.string(), token: Digest }), ...problems },
      },
    },
    async (request, reply) => {
      const { department, officer } = request.body;
      const known = officersOf(registrar.register(), department).some((o) => o.officer === officer);
      if (!known) return sendCode(request, reply, 'UNKNOWN_OFFICER', [officer]);
      const { answer, id, token } = await operator.issueToken(department, officer);
      return answer.ok ? { receipt: answer, id, token } : sendRefusal(request, reply, answer);
    },
  );
  entryRoute(
    app,
    'tokens/revoke',
    '撤销令牌 / revoke a token by its id',
    z.strictObject({ department: DepartmentId, token: TokenId }),
    ({ department, token }) => operator.revokeToken(department, token),
  );
};
