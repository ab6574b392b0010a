// /v1/operator/departments…, /v1/operator/filters…: departments registered and retired, and how they read their inboxes apart.
import * as z from 'zod';
import { filtersOf } from '../../../../case/register/items.ts';
import { Receipt } from '../../../../schemas/entry.ts';
import { DepartmentId, Kebab, OfficerId } from '../../../../schemas/ids.ts';
import { OpenText } from '../../../../schemas/open-text.ts';
import { InboxFilter } from '../../../../schemas/register-item.ts';
import type { HttpPorts } from '../ports.ts';
import { problems, sendRefusal } from '../problem.ts';
import type { HttpServer } from '../server.ts';
import { entryRoute, forOperator, operatorSchema } from './entry-route.ts';
import { Ranks } from './officers.ts';

export const departmentRoutes = (app: HttpServer, { operator, registrar, clock }: HttpPorts): void => {
  app.post(
    '/v1/operator/departments',
    {
      config: forOperator,
      schema: {
        summary: '登记部门 / register a department; its credentials are written to a file beside the keys',
        ...operatorSchema,
        body: z.strictObject({
          department: DepartmentId,
          name: z.string().trim().pipe(OpenText(100)),
          simulated: z.boolean().optional(),
          divisionBasis: OpenText(300).optional(),
          officers: z
            .array(z.strictObject({ officer: OfficerId, ranks: Ranks }))
            .max(100)
            .optional(),
        }),
        response: { 200: z.strictObject({ receipt: Receipt, file: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      const { department, name, simulated, divisionBasis, officers } = request.body;
      const options = {
        ...(simulated ? { simulated } : {}),
        ...(divisionBasis ? { divisionBasis } : {}),
        ...(officers ? { officers } : {}),
      };
      const { answer, file } = await operator.addDepartment(department, name, options);
      return answer.ok ? { receipt: answer, file } : sendRefusal(request, reply, answer);
    },
  );
  entryRoute(
    app,
    'departments/retire',
    '注销部门 / retire a department',
    z.strictObject({ department: DepartmentId }),
    ({ department }) => operator.retireDepartment(department),
  );
  app.get(
    '/v1/operator/filters',
    {
      config: forOperator,
      schema: {
        summary: '收件箱的筛选 / filters of a department’s inbox',
        ...operatorSchema,
        querystring: z.strictObject({ department: DepartmentId }),
        response: { 200: z.strictObject({ filters: z.record(Kebab, InboxFilter) }), ...problems },
      },
    },
    async (request) => ({
      filters: { ...filtersOf(registrar.register(), request.query.department, clock.now()) },
    }),
  );
  const named = z.strictObject({ department: DepartmentId, name: Kebab, basis: OpenText(300) });
  entryRoute(
    app,
    'filters',
    '设立收件箱的筛选 / a filtered consumer of a department’s inbox; set again, it begins anew',
    named.extend({ filter: InboxFilter }),
    ({ department, name, filter, basis }) => operator.filterInbox(department, name, filter, basis),
  );
  entryRoute(
    app,
    'filters/end',
    '撤销收件箱的筛选 / ends a filtered consumer',
    named,
    ({ department, name, basis }) => operator.filterInbox(department, name, null, basis),
  );
};
