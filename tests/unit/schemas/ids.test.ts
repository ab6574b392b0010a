// Regions of six and nine digits, and the ids that carry them: what goes in comes out, whatever the length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionChain } from '../../../case/register/register.ts';
import { parentRegion, regionNames } from '../../../law/regions.ts';
import {
  BODIES,
  type Body,
  bodyOf,
  CaseId,
  DepartmentId,
  departmentId,
  Region,
  RegisterRegion,
  regionOf,
  regionOfCase,
  registerRegionOf,
} from '../../../schemas/ids.ts';
import {
  caseSubject,
  departmentOfSubject,
  inboxStream,
  noticeFilter,
  noticeSubject,
} from '../../../schemas/subjects.ts';
import { regionRange } from '../../../services/bus/reading-room/queries/region-range.ts';

const county = fc.constantFrom(...[...regionNames.keys()].filter((code) => !code.endsWith('00')));
const township = fc
  .tuple(county, fc.integer({ min: 1, max: 999 }))
  .map(([code, n]) => `${code}${String(n).padStart(3, '0')}`);
const region = fc.oneof(fc.constantFrom(...regionNames.keys()), township);
const body = fc.constantFrom(...(Object.keys(BODIES) as Body[]));
const id = fc.stringMatching(/^[a-z2-7]{16}$/);

describe('a region', () => {
  it('has six digits, or nine for a township or zone; its county has one spelling', () => {
    const fits = (code: string) => Region.safeParse(code).success;
    expect(['653023', '653023001', '442000100', '000000'].every(fits)).toBe(true);
    expect(['65302', '6530230', '65302301', '653023000', '6530230011', '65302３', ' 653023'].some(fits)).toBe(
      false,
    );
    expect(RegisterRegion.safeParse('653023001').success).toBe(false);
  });

  it('of nine digits lies in its county, which is next above it, and under that county’s register', () => {
    fc.assert(
      fc.property(township, (code) => {
        const above = registerRegionOf(code);
        expect(Region.parse(code)).toBe(code);
        expect(parentRegion(code)).toBe(above);
        expect(regionChain(code)).toEqual([code, ...regionChain(above)]);
      }),
    );
    expect(regionChain('653023001')).toEqual(['653023001', '653023', '653000', '650000', '100000']);
  });

  it('is found in the range of every region above it, and in no other county’s', () => {
    const isIn = (code: string, whole: string) => {
      const [first, last] = regionRange(whole);
      return first <= code && code <= last;
    };
    fc.assert(
      fc.property(township, county, (code, other) => {
        for (const above of regionChain(code)) expect([above, isIn(code, above)]).toEqual([above, true]);
        expect(isIn(code, other)).toBe(registerRegionOf(code) === other);
        expect(isIn(registerRegionOf(code), code)).toBe(false);
      }),
    );
  });
});

describe('a department and a case', () => {
  it('give back the region and the body they were made of', () => {
    fc.assert(
      fc.property(region, body, id, (code, kind, last) => {
        const department = DepartmentId.parse(departmentId(code, kind));
        expect([regionOf(department), bodyOf(department)]).toEqual([code, kind]);
        const caseId = CaseId.parse(`${code}-${last}`);
        expect(regionOfCase(caseId)).toBe(code);
        expect(caseSubject(caseId)).toBe(`ledger.case.${code}.${caseId}`);
        expect(departmentOfSubject(`command.${code}.${kind}`)).toBe(department);
      }),
    );
  });

  it('of a township has a stream and subjects of its own, none of them its county’s', () => {
    expect(inboxStream('653023001/medical-insurance')).toBe('INBOX_653023001_medical-insurance');
    expect(noticeFilter('653023001/medical-insurance')).toBe('notice.653023001.medical-insurance.>');
    expect(noticeSubject('653000/medical-insurance', 'clue-notice', 'clue-sent', '653023001')).toBe(
      'notice.653000.medical-insurance.clue-notice.clue-sent.653023001',
    );
  });

  it('of an unknown kind, or without a region, is none', () => {
    for (const wrong of ['653023/bakery', '653023', '/health', '6530230/health', '653023000/health'])
      expect(DepartmentId.safeParse(wrong).success).toBe(false);
  });
});
