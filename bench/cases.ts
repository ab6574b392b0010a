// Cases brought to where a measurement begins: suspected, reported, approved. None of this is measured.
import pMap from 'p-map';
import { bodyOf, type CaseId, regionOf } from '../schemas/ids.ts';
import { type Instant, instantFromMillis } from '../schemas/instant.ts';
import { type Department, REGIONS } from './departments.ts';

export type County = { readonly sender: Department; readonly receiver: Department };
/** A case with its county, where its transfer waits for what comes next. */
export type OpenCase = { readonly id: CaseId; readonly county: County };

/** Departments by county. */
export const countiesOf = (departments: readonly Department[]): County[] =>
  REGIONS.map((region) => {
    const find = (body: string) =>
      departments.find(({ id }) => regionOf(id) === region && bodyOf(id) === body) as Department;
    return { sender: find('medical-insurance'), receiver: find('public-security') };
  });

const AT_ONCE = 48;
const paper = (code: string) => ({ code, id: `${code}-1` });
const PAPERS = ['transfer-letter', 'investigation-report', 'property-list'].map(paper);

export const now = (): Instant => instantFromMillis(Date.now());

/** `count` cases with a transfer report, spread over the counties. @param occurredAt when both steps happened */
export const reportedCases = async (
  counties: readonly County[],
  count: number,
  occurredAt: Instant = now(),
): Promise<OpenCase[]> => {
  const cases: OpenCase[] = [];
  const numbers = Array.from({ length: count }, (_, n) => n);
  await pMap(
    numbers,
    async (n) => {
      const county = counties[n % counties.length] as County;
      const { sender } = county;
      const body = { team: ['o-1', 'o-2'], newSubjects: [{ subject: 's1' }] };
      const opened = await sender.send(sender.signed('o-1', 'suspect-crime', { occurredAt, body }));
      const papers = [paper('transfer-report')];
      await sender.send(
        sender.signed('o-1', 'submit-transfer-report', { case: opened.case, occurredAt, body: { papers } }),
      );
      cases.push({ id: opened.case, county });
    },
    { concurrency: AT_ONCE },
  );
  return cases;
};

/** Has the head approve, which starts the 24 hours for handing over. */
export const approve = async (cases: readonly OpenCase[], occurredAt: Instant = now()): Promise<void> => {
  await pMap(
    cases,
    ({ id, county: { sender } }) =>
      sender.send(sender.signed('head', 'approve-transfer', { case: id, occurredAt })),
    { concurrency: AT_ONCE },
  );
};

/** The two commands of a hand-off: it is handed over, and signed for. Signed beforehand. */
export type HandOff = { readonly county: County; readonly over: Uint8Array; readonly receipt: Uint8Array };

export const handOffOf = ({ id, county }: OpenCase, occurredAt: Instant = now()): HandOff => ({
  county,
  over: county.sender.signed('o-1', 'hand-over', { case: id, occurredAt, body: { papers: PAPERS } }),
  receipt: county.receiver.signed('o-1', 'sign-receipt', { case: id, occurredAt }),
});
