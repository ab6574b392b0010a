// POST /v1/operator/departments…: departments registered and retired.
import * as z from 'zod';
import { Receipt } from '../../../../schemas/entry.ts';
import { DepartmentId, OfficerId } from '../../../../schemas/ids.ts';
import { OpenText } from '../../../../schemas/open-text.ts';
import type { HttpPorts } from '../ports.ts';
import { problems, sendRefusal } from '../problem.ts';
import type { HttpServer } from '../server.ts';
import { entryRoute, forOperator, operatorSchema } from './entry-route.ts';
import { Ranks } from './officers.ts';

export const departmentRoutes = (app: HttpServer, { operator }: HttpPorts): void => {
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
};
