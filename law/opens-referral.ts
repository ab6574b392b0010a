// An official among those a case is about: whoever handles the case owes discipline inspection the clue (JC 37, O310 18), so the referral
// is proposed by itself, and its own head decides.
import type { ConditionLiteral } from './define-procedure.ts';

export const OFFICIAL_INVOLVED: Record<string, ConditionLiteral> = {
  'official-not-referred': {
    if: {
      allOf: [
        { subject: { publicOfficial: true } },
        { noneOpen: { procedure: 'discipline-referral', of: 'subject' } },
      ],
    },
    title: ['涉及公职人员、尚未启动移送时', 'where an official is involved who is not being referred yet'],
    refusal: ['未涉及公职人员，或者已启动移送', 'No official is involved, or a referral is under way'],
  },
};

export const proposesReferralBy = <R extends string>(role: R) => ({
  procedure: 'discipline-referral',
  command: 'note-official-involved',
  roles: { referrer: role },
  when: 'official-not-referred',
});
