// GET /v1/departments: who is on the bus, and the public keys to check their signatures with.
import * as z from 'zod';
import { departmentsOf } from '../../../case/register/register.ts';
import { DepartmentId } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import type { HttpPorts } from './ports.ts';
import { problems } from './problem.ts';
import type { HttpServer } from './server.ts';

const DepartmentAnswer = z.strictObject({
  department: DepartmentId,
  name: z.string(),
  addedAt: Instant,
  retiredAt: Instant.optional(),
  simulated: z.boolean().optional(),
  keys: z.array(
    z.strictObject({
      key: z.string(),
      use: z.enum(['sign', 'seal', 'ledger']),
      publicKey: z.string(),
      grantedAt: Instant,
      revokedAt: Instant.optional(),
    }),
  ),
});

export const departmentRoutes = (app: HttpServer, { registrar }: HttpPorts): void => {
  app.get(
    '/v1/departments',
    {
      config: { audience: 'officer-or-operator' },
      schema: {
        summary: '部门与公钥 / departments and their public keys',
        security: [{ bearer: [] }],
        response: { 200: z.strictObject({ departments: z.array(DepartmentAnswer) }), ...problems },
      },
    },
    async () => {
      const register = registrar.register();
      const keysOf = (department: string) =>
        Object.values(register.keys)
          .filter((k) => 'department' in k.holder && k.holder.department === department)
          .map(({ holder: _, ...key }) => key);
      const departments = departmentsOf(register)
        .map(({ connectKey: _, ...d }) => ({ ...d, keys: keysOf(d.department) }))
        .sort((a, b) => a.department.localeCompare(b.department));
      return { departments };
    },
  );
};
