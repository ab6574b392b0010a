// An official among those a case is about: whoever handles the case owes discipline inspection the clue (JC 37, O310 18), so the referral
// is proposed by itself, and its own head decides.
import type { Role } from '../schemas/procedure.ts';
import type { ConditionLiteral } from './define-procedure.ts';

export const OFFICIAL_INVOLVED: Record<string, ConditionLiteral> = {
  'official-not-referred': {
    if: {
      allOf: [
        { subject: { publicOfficial: true } },
        // Whoever had it proposed once has decided on it. What others have is closed to it: were they asked, a proposal that does not
        // come would tell of theirs.
        { noneOpen: { procedure: 'discipline-referral', of: 'subject', own: true, ever: true } },
      ],
    },
    title: ['涉及公职人员、尚未启动移送时', 'where an official is involved who is not being referred yet'],
    refusal: ['未涉及公职人员，或者已启动移送', 'No official is involved, or a referral is under way'],
  },
};

export const proposesReferralBy = (roles: readonly Role[]) => ({
  procedure: 'discipline-referral',
  command: 'note-official-involved',
  roles: { referrer: [...roles] },
  when: ['official-not-referred'],
});
