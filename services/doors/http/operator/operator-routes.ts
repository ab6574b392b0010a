// /v1/operator/…: what the operator of the platform does. Bearer: the operator's token, which lies beside the keys.
import type { HttpPorts } from '../ports.ts';
import type { HttpServer } from '../server.ts';
import { countingRoutes } from './counting.ts';
import { departmentRoutes } from './departments.ts';
import { officerRoutes } from './officers.ts';
import { upkeepRoutes } from './upkeep.ts';

export const operatorRoutes = (app: HttpServer, ports: HttpPorts): void => {
  departmentRoutes(app, ports);
  officerRoutes(app, ports);
  countingRoutes(app, ports);
  upkeepRoutes(app, ports);
};
