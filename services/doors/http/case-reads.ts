// Reading one case for one department: its entries out of the ledger, cut to what may be seen of them, their values opened.
import { CaseId, type DepartmentId } from '../../../schemas/ids.ts';
import { type OpenedEntry, ownPath } from './case-file.ts';
import { type ShownCase, type ShownEntry, shownCase } from './case-shown.ts';
import type { HttpPorts } from './ports.ts';

const TITLE = '/title';

/** Every answer is `null` for a case that does not exist, and for one the department was never told of. */
export const caseReads = (ports: Pick<HttpPorts, 'registrar' | 'entriesOf' | 'disclosuresAt'>) => {
  const { registrar, entriesOf, disclosuresAt } = ports;

  const seen = async (caseId: string, department: DepartmentId): Promise<ShownCase | null> => {
    if (!CaseId.safeParse(caseId).success) return null;
    const entries = await entriesOf(caseId);
    const ground = { register: registrar.register(), law: registrar.law().law };
    return shownCase(caseId, entries, department, ground);
  };

  /** With the values it shows; none where the case's key was erased. */
  const opened = async (shown: ShownEntry): Promise<OpenedEntry> => {
    const { paths, ledgerSequence } = shown;
    const all = paths.length === 0 ? [] : await disclosuresAt(ledgerSequence);
    return { ...shown, values: all.filter(({ path }) => paths.includes(path)) };
  };

  return {
    /** The case cut to what the department may see, without values. */
    seen,
    /** The same, with its entries opened. */
    read: async (
      caseId: string,
      department: DepartmentId,
    ): Promise<{ shown: ShownCase; entries: readonly OpenedEntry[] } | null> => {
      const shown = await seen(caseId, department);
      return shown && { shown, entries: await Promise.all(shown.entries.map(opened)) };
    },
    /** What a case is called now, as far as it is shown. */
    titleOf: async ({ entries }: ShownCase): Promise<string | null> => {
      const said = entries.findLast(({ paths }) => paths.some((path) => ownPath(path) === TITLE));
      const values = said ? (await opened(said)).values : [];
      const title = values.findLast(({ path }) => ownPath(path) === TITLE)?.value;
      return typeof title === 'string' ? title : null;
    },
  };
};
