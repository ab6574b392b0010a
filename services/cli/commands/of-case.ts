// What the commands on a case itself share: which case, why, as whom, and how it is sent.
import { Command } from 'commander';
import type { OpenBody } from '../../../schemas/command.ts';
import type { Asked } from '../../client/department-client.ts';
import { withSending } from '../command-options.ts';
import { requireCase, withAs } from '../place.ts';
import { type SubmitOptions, submitAs } from '../submit-as.ts';

export type CaseOptions = SubmitOptions & { readonly id?: string; readonly reason?: string };

export const ofCase = (name: string, description: string): Command =>
  new Command(name).description(description).argument('<case>', '案件编号 / the case', requireCase);

export const withReason = (command: Command): Command =>
  command.option('--reason <text>', '理由，必填 / the reason, always asked for');

export const sentWithReason = (command: Command): Command => withAs(withSending(withReason(command)));

/** Sends it with the reason as a value of a party. */
export const sendOfCase = async (
  { reason, id, ...options }: CaseOptions,
  asked: Pick<Asked, 'case' | 'command' | 'proceeding'>,
  body: OpenBody = {},
): Promise<void> =>
  submitAs(
    options,
    { ...asked, ...(id ? { commandId: id } : {}), body },
    { party: reason === undefined ? {} : { reason } },
  );
