// GET /v1/departments: who is on the bus, and the public keys to check their signatures with.
import * as z from 'zod';
import { departmentsOf } from '../../../case/register/register.ts';
import { DepartmentId, OfficerId } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { KeySuite, KeyUse } from '../../../schemas/register.ts';
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
      /** The officer whose own it is; the department's where absent. */
      officer: OfficerId.optional(),
      use: KeyUse,
      suite: KeySuite,
      publicKey: z.string(),
      from: Instant,
      until: Instant.optional(),
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
        Object.values(register.keys).flatMap(({ holder, ...key }) => {
          if (!('department' in holder) || holder.department !== department) return [];
          return [holder.officer === undefined ? key : { ...key, officer: holder.officer }];
        });
      const departments = departmentsOf(register)
        .map(({ connectKey: _, ...d }) => ({ ...d, keys: keysOf(d.department) }))
        .sort((a, b) => a.department.localeCompare(b.department));
      return { departments };
    },
  );
};
