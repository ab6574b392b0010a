// GET /v1/counting: how the limits of a region are counted, by its register: what it settled, and the calendars it goes by.
import * as z from 'zod';
import { settingsOf } from '../../../case/register/register.ts';
import { Region } from '../../../schemas/ids.ts';
import { CalendarRecord, RegionSettings } from '../../../schemas/time-limit.ts';
import { isKnownRegion } from './may.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode } from './problem.ts';
import type { HttpServer } from './server.ts';

export const CountingAnswer = z.strictObject({
  region: Region,
  /** Each question answered by the nearest region that settled it. */
  settings: RegionSettings,
  /** Those of the whole country and of the divisions the region lies in, in the order they were published. */
  calendars: z.array(CalendarRecord),
});
export type CountingAnswer = z.infer<typeof CountingAnswer>;

export const countingRoutes = (app: HttpServer, { registrar }: HttpPorts): void => {
  app.get(
    '/v1/counting',
    {
      config: { audience: 'officer-or-operator' },
      schema: {
        summary:
          '区划的计时口径和日历 / how the limits of a region are counted: what it settled, its calendars',
        security: [{ bearer: [] }],
        querystring: z.strictObject({ region: Region }),
        response: { 200: CountingAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { region } = request.query;
      const register = registrar.register();
      if (!isKnownRegion(register, region))
        return sendCode(request, reply, 'UNKNOWN_REGION', [`region: ${region}`]);
      return {
        region,
        settings: settingsOf(register, region),
        calendars: register.calendarRecords.filter((record) => region.startsWith(record.region)),
      };
    },
  );
};
