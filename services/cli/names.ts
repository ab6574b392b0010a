// Registered names of departments, learnt from the platform where it can be asked; without it a region and a kind must do.
import * as z from 'zod';
import type { Http } from './http.ts';

const Listed = z.object({
  departments: z.array(z.object({ department: z.string(), name: z.string() })),
});

const names = new Map<string, string>();

/** The registered name, once learnt. */
export const registeredName = (department: string): string | undefined => names.get(department);

/** Asks for all names; a platform that cannot be reached only costs the nicer words. */
export const learnNames = async (http: Http): Promise<void> => {
  const found = Listed.safeParse(await http.get('/v1/departments').catch(() => null));
  for (const { department, name } of found.data?.departments ?? []) names.set(department, name);
};
