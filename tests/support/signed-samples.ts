// Signed commands, receipts and notices as a department has them, made with fresh keys and without a server.
import { createUser } from '@nats-io/nkeys';
import type { AskedCommand } from '../../schemas/asked-command.ts';
import type { SignedCommand } from '../../schemas/command.ts';
import type { Credentials } from '../../schemas/credentials.ts';
import {
  type Answer,
  type Body,
  type LedgerRecord,
  NOTICE_SCHEMA,
  type Notice,
  type OpenedNotice,
  type Receipt,
} from '../../schemas/entry.ts';
import { canonical, digestOf } from '../../services/proof/canonical.ts';
import { saltSecretOf } from '../../services/proof/conceal-fields.ts';
import { newEntry } from '../../services/proof/new-entry.ts';
import { sealRecord } from '../../services/proof/record.ts';
import { generateSealingKey, sealFor, sealingJwkOf } from '../../services/proof/seal.ts';
import { signCommand } from '../../services/proof/sign-command.ts';
import { generateSigningKey, pemOf } from '../../services/proof/signature.ts';

export const BUREAU = '653023/medical-insurance';
export const POLICE = '653023/public-security';
export const bureauKey = generateSigningKey(BUREAU);
export const ledgerKey = generateSigningKey('ledger');
export const policeSealKey = generateSealingKey(POLICE);
export const AT = '2026-03-02T10:00:00+08:00';

/** The bureau's credentials for a platform at these addresses, which need not exist. */
export const credentialsSample = (at: Pick<Credentials, 'url' | 'httpUrl'>): Credentials => ({
  department: BUREAU,
  name: BUREAU,
  ...at,
  connectSeed: new TextDecoder().decode(createUser().getSeed()),
  signKeyPem: pemOf(bureauKey),
  sealKey: sealingJwkOf(generateSealingKey(BUREAU)),
  inboxSecret: 'a'.repeat(32),
  ledgerKeys: [{ key: ledgerKey.id, publicKey: ledgerKey.publicKey }],
});

export const signedSample = (commandId: string, asked: Partial<AskedCommand> = {}): SignedCommand =>
  signCommand(
    { commandId, command: 'send-clue', body: { to: [POLICE], fields: { topic: 'fraud' } }, ...asked },
    { department: BUREAU, officer: 'o-1' },
    { signing: bureauKey, saltSecret: saltSecretOf(bureauKey) },
    AT,
  );

/** The entry of a signed command as the ledger's key signed it, `change` made to its body before. */
const recordSample = (signed: SignedCommand, change: Partial<Omit<Body, 'salt'>> = {}): LedgerRecord => {
  const { head, body } = newEntry(
    {
      kind: 'case',
      region: '653023',
      id: '653023-aaaaaaaaaaaaaaaa',
      command: signed.command,
      attestation: { by: 'department-key', signature: signed.signature },
      events: [{ kind: 'case', type: 'case-opened', at: AT, region: '653023', openedBy: BUREAU }],
      registerAt: 3,
      lawAt: 2,
      decider: 1,
      recordedAt: AT,
      ...change,
    },
    null,
    null,
  );
  return sealRecord(ledgerKey, { head, body }, null).record;
};

export const receiptSample = (signed: SignedCommand): Receipt => {
  const { head, signature } = recordSample(signed);
  return {
    ok: true,
    head,
    case: head.id,
    sequence: head.sequence,
    ledgerSequence: 9,
    hash: digestOf(head),
    signature,
    recordedAt: head.recordedAt,
    events: ['clue-sent'],
    proceedings: ['p1'],
    repeated: false,
  };
};

export const refusalSample = (retryable: boolean): Answer => ({
  ok: false,
  code: retryable ? 'CASE_BUSY' : 'UNKNOWN_OFFICER',
  message: { zh: '拒绝', en: 'refused' },
  retryable,
  details: [],
});

/** The notice of a clue as the police read it, `change` made to the body before it is signed. */
export const noticeSample = (
  signed: SignedCommand,
  change: Partial<Omit<Body, 'salt'>> = {},
): OpenedNotice => {
  const { head, body, signature } = recordSample(signed, change);
  return {
    specversion: '1.0',
    id: `${head.id}/${head.sequence}/${POLICE}`,
    source: '/xianjie/ledger',
    type: 'xianjie.clue-notice.clue-sent.v1',
    subject: head.id,
    time: AT,
    datacontenttype: 'application/json',
    dataschema: NOTICE_SCHEMA,
    recipient: POLICE,
    correlationid: head.id,
    causationid: signed.command.commandId,
    data: { head, body, signature, ledgerSequence: 9, disclosures: signed.disclosures },
  };
};

/** The same as it lies in the inbox: values sealed for a key, the police's where not given. */
export const sealedSample = async (notice: OpenedNotice, key = policeSealKey): Promise<Notice> => ({
  ...notice,
  data: { ...notice.data, disclosures: sealFor(key, canonical(notice.data.disclosures)) },
});
