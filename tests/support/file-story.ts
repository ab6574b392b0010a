// A file of the model procedures told step by step: kept by the insurance bureau, handed to the police, with an inquiry beside it
// that is closed to both.
import { lawOf } from '../../law/law.ts';
import type { Instant } from '../../schemas/instant.ts';
import { closedInquiry } from '../fixtures/procedures/closed-inquiry.ts';
import { handedFile } from '../fixtures/procedures/handed-file.ts';
import type { Told } from './case-driver.ts';
import { lawWith } from './law-with.ts';
import { BUREAU, POLICE, papers } from './transfer-story.ts';

export const fileLaw = lawWith(handedFile, closedInquiry);
export const lawOfFiles = lawOf(fileLaw);
export const INQUIRER = '653023/discipline-inspection';

const step = (as: string, command: string, at: Instant, more: Partial<Told> = {}): Told => ({
  as,
  command,
  at,
  ...more,
});

export const fileSteps = {
  open: (at: Instant): Told =>
    step(`${BUREAU}/o-1`, 'open-file', at, { procedure: 'handed-file', with: ['title', 'summary'] }),
  /** Names a subject. */
  note: (at: Instant, subject = 's1'): Told =>
    step(`${BUREAU}/o-1`, 'note-file', at, {
      body: { newSubjects: [{ subject }] },
      with: [`subjects/${subject}`, 'summary'],
    }),
  hand: (at: Instant, to = POLICE): Told => step(`${BUREAU}/o-1`, 'hand-file', at, { body: { to: [to] } }),
  giveBack: (at: Instant, from = POLICE): Told => step(`${from}/o-1`, 'return-file', at),
  report: (at: Instant): Told => step(`${BUREAU}/o-1`, 'report-official', at),
  takeUp: (at: Instant, followUp = 1): Told => step('relay', 'take-follow-up', at, { body: { followUp } }),
  interview: (at: Instant): Told =>
    step(`${INQUIRER}/o-1`, 'interview-official', at, {
      body: { papers: papers('interview-record') },
      with: ['summary'],
    }),
  conclude: (at: Instant): Told => step(`${INQUIRER}/o-1`, 'conclude-inquiry', at, { with: ['reason'] }),
};
