// Signed commands, receipts and notices as a department has them, made with fresh keys and without a server.
import type { AskedCommand } from '../../schemas/asked-command.ts';
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer, Entry, Notice, Receipt } from '../../schemas/entry.ts';
import { digestOf } from '../../services/proof/canonical.ts';
import { saltSecretOf } from '../../services/proof/conceal-fields.ts';
import { signCommand } from '../../services/proof/sign-command.ts';
import { generateSigningKey, sign } from '../../services/proof/signature.ts';

export const BUREAU = '653023/medical-insurance';
export const POLICE = '653023/public-security';
export const bureauKey = generateSigningKey(BUREAU);
export const ledgerKey = generateSigningKey('ledger');
export const AT = '2026-03-02T10:00:00+08:00';

export const signedSample = (commandId: string, asked: Partial<AskedCommand> = {}): SignedCommand =>
  signCommand(
    { commandId, command: 'send-clue', body: { to: [POLICE], topic: 'fraud' }, ...asked },
    { department: BUREAU, officer: 'o-1' },
    { signing: bureauKey, saltSecret: saltSecretOf(bureauKey) },
    AT,
  );

export const receiptSample = (signed: SignedCommand): Receipt => ({
  ok: true,
  case: '653023-aaaaaaaaaaaaaaaa',
  sequence: 1,
  ledgerSequence: 9,
  hash: digestOf(signed.command),
  signature: sign(ledgerKey, 'sample', 'sample'),
  recordedAt: AT,
  events: ['clue-sent'],
  proceedings: ['p1'],
  repeated: false,
});

export const refusalSample = (retryable: boolean): Answer => ({
  ok: false,
  code: retryable ? 'CASE_BUSY' : 'UNKNOWN_OFFICER',
  message: { zh: '拒绝', en: 'refused' },
  retryable,
  details: [],
});

/** The notice of a clue as the police get it, `change` made to the entry before it is signed. */
export const noticeSample = (signed: SignedCommand, change: Partial<Entry> = {}): Notice => {
  const entry: Entry = {
    format: 'xianjie.entry.v1',
    kind: 'case',
    region: '653023',
    id: '653023-aaaaaaaaaaaaaaaa',
    sequence: 1,
    previous: null,
    command: signed.command,
    attestation: { by: 'department-key', signature: signed.signature },
    events: [{ kind: 'case', type: 'case-opened', region: '653023', openedBy: BUREAU }],
    registerAt: 3,
    law: digestOf(signed.command),
    decider: 1,
    occurredAt: AT,
    recordedAt: AT,
    envelope: null,
    ...change,
  };
  return {
    specversion: '1.0',
    id: `${entry.id}/${entry.sequence}/${POLICE}`,
    source: '/xianjie/ledger',
    type: 'xianjie.clue-notice.clue-sent.v1',
    subject: entry.id,
    time: AT,
    datacontenttype: 'application/json',
    dataschema: 'xianjie.notice.v1',
    recipient: POLICE,
    correlationid: entry.id,
    causationid: signed.command.commandId,
    data: {
      entry,
      signature: sign(ledgerKey, entry.format, entry),
      ledgerSequence: 9,
      disclosures: signed.disclosures,
    },
  };
};
