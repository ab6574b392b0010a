// What the terminal calls departments: by the names registered with the platform where it can be asked, else by words alone.
import * as z from 'zod';
import * as words from '../words/departments.ts';
import { visibleLine } from '../words/visible.ts';
import type { Http } from './http.ts';

const Listed = z.object({
  departments: z.array(z.object({ department: z.string(), name: z.string() })),
});

const registered = new Map<string, string>();

/** Asks for all names; a platform that cannot be reached only costs the nicer words. */
export const learnNames = async (http: Http): Promise<void> => {
  const found = Listed.safeParse(await http.get('/v1/departments').catch(() => null));
  for (const { department, name } of found.data?.departments ?? [])
    registered.set(department, visibleLine(name));
};

/** The registered name, once learnt. */
export const departmentTitle = (id: string): string => words.departmentTitle(id, registered);

/** Who acted: a department, or `service:<name>`. */
export const actorTitle = (actor: string): string => words.actorTitle(actor, registered);
