// What verification finds of wrongs by whoever holds the ledger's own key: signed, chained, and still not right.
import { describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../../schemas/entry.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import { lawSubject } from '../../../schemas/subjects.ts';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { currentRules } from '../../../services/bus/verify/rules.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { parseRecord, sealRecord } from '../../../services/proof/record.ts';
import { generateSigningKey, sign } from '../../../services/proof/signature.ts';
import { collect, DEPARTMENTS, given, type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';
import { planItems } from '../../support/plan-law.ts';

const [BUREAU = '', POLICE = ''] = DEPARTMENTS;
const exported = (ledger: MemoryLedger) =>
  collect(exportLedger({ source: ledger.source, key: ledger.key('ledger') }));
const verified = (lines: readonly string[], ledger: MemoryLedger) =>
  verifyExport(given(lines), { rootKey: ledger.root.publicKey });

describe('a wrong by whoever holds the ledger’s key is found:', () => {
  /** The last entry of the ledger changed and signed again with the ledger's own key, in a whole new export. */
  const forged = async (
    made: MemoryLedger,
    edit: (record: LedgerRecord) => void,
    key = made.key('ledger'),
  ) => {
    const last = made.messages.at(-1) as (typeof made.messages)[0];
    const record = parseRecord(last.data);
    edit(record);
    const { bytes } = sealRecord(key, record, record.envelope);
    made.messages[made.messages.length - 1] = { ...last, data: bytes };
    return verified(await exported(made), made);
  };
  const withClue = () => {
    const made = memoryLedger();
    made.clue();
    return made;
  };

  it('another decision than the rules give', async () => {
    const found = await forged(withClue(), ({ body }) => {
      body.events.pop();
    });
    expect(found).toMatchObject({ sequence: 7, code: 'DECISION_DIFFERS' });
  });

  it('a command of a case put among the entries of the law, to say anything in it', async () => {
    const made = withClue();
    const record = parseRecord((made.messages.at(-1) as (typeof made.messages)[0]).data);
    const place = { kind: 'law', region: '100000', id: 'law', sequence: 1, previous: null } as const;
    const { bytes } = sealRecord(made.key('ledger'), { ...record, head: { ...record.head, ...place } }, null);
    made.messages.push({ sequence: 8, subject: lawSubject, data: bytes });
    expect(await verified(await exported(made), made)).toMatchObject({ sequence: 8, code: 'FOREIGN_ENTRY' });
  });

  it('a register entry with events of its own making', async () => {
    const made = memoryLedger();
    made.change('653023', [{ change: 'department-retired', department: POLICE }]);
    const found = await forged(made, ({ body }) => {
      body.events = [
        {
          kind: 'case',
          type: 'case-opened',
          at: '2026-11-02T09:00:00+08:00',
          region: '653023',
          openedBy: BUREAU,
        },
      ];
    });
    expect(found).toMatchObject({ sequence: 5, code: 'DECISION_DIFFERS' });
  });

  it('a key of the ledger or of a service that the root key did not grant', async () => {
    for (const [holder, use] of [
      ['ledger', 'ledger'],
      ['gateway', 'sign'],
    ] as const) {
      const made = memoryLedger();
      made.change('100000', [made.grant(holder, use, generateSigningKey(holder))]);
      expect(await verified(await exported(made), made)).toMatchObject({
        sequence: 5,
        code: 'ATTESTATION_WRONG',
      });
    }
  });

  it('a command the department never signed', async () => {
    const found = await forged(withClue(), ({ body: { command } }) => {
      if (command.format === 'xianjie.command.v1') command.precision = 'day';
    });
    expect(found).toMatchObject({ sequence: 7, code: 'COMMAND_ALTERED' });
  });

  it('a command signed with a key that was revoked, or with none that is known', async () => {
    const made = memoryLedger();
    const { id } = made.submit({
      by: BUREAU,
      command: 'send-clue',
      body: { to: [POLICE], fields: { topic: 'x' } },
    });
    made.change('653023', [{ change: 'key-revoked', key: made.key(POLICE).id, reason: '更换' }]);
    made.submit({ by: POLICE, command: 'acknowledge', case: id });
    expect(await verified(await exported(made), made)).toMatchObject({
      sequence: 7,
      code: 'COMMAND_KEY_UNKNOWN',
    });
  });

  it('a command attested as another', async () => {
    const asService = await forged(withClue(), ({ body: { attestation } }) => {
      Object.assign(attestation, { by: 'service' });
      delete (attestation as { session?: unknown }).session;
    });
    expect(asService).toMatchObject({ sequence: 7, code: 'ATTESTATION_WRONG' });
    const otherToken = await forged(withClue(), ({ body: { attestation } }) => {
      if (attestation.by === 'gateway-session') attestation.session.token = 't-0';
    });
    expect(otherToken).toMatchObject({ sequence: 7, code: 'ATTESTATION_WRONG' });
    const selfSigned = await forged(withClue(), ({ body: { attestation } }) => {
      if (attestation.by !== 'gateway-session') return;
      Object.assign(attestation.session, { token: `jwt:${'A'.repeat(22)}`, method: 'jwt' });
    });
    expect(selfSigned).toMatchObject({ ok: true });
    const asRoot = await forged(withClue(), ({ body }) => {
      body.attestation = { by: 'root', signature: { ...body.attestation.signature, key: 'root' } };
    });
    expect(asRoot).toMatchObject({ sequence: 7, code: 'ATTESTATION_WRONG' });
  });

  it('a session whose evidence cannot be', async () => {
    // The clue is accepted at 09:30, in the session of token t-1.
    const found = (evidence: object) =>
      forged(withClue(), ({ body: { attestation } }) => {
        if (attestation.by === 'gateway-session') Object.assign(attestation.session, evidence);
      });
    const at = (clock: string) => `2026-11-02T${clock}+08:00`;
    for (const evidence of [
      { at: at('09:30:01') },
      { at: at('09:20:00'), reauthenticatedAt: at('09:19:59') },
      { reauthenticatedAt: at('09:30:01') },
      { token: `jwt:${'A'.repeat(22)}` },
      { method: 'jwt' },
    ])
      expect(await found(evidence)).toMatchObject({ sequence: 7, code: 'ATTESTATION_WRONG' });
    for (const evidence of [
      { at: at('09:20:00'), reauthenticatedAt: at('09:20:00') },
      { reauthenticatedAt: at('09:30:00'), secondFactor: 'passkey' },
      { token: 'session-1', method: 'smart-card', secondFactor: 'sms' },
    ])
      expect(await found(evidence)).toMatchObject({ ok: true });
    for (const evidence of [{ method: 'guess' }, { secondFactor: 'none' }, { note: 1 }])
      expect(await found(evidence)).toMatchObject({ sequence: 7, code: 'SHAPE_WRONG' });
  });

  it('a command signed with a key before its time, or after it', async () => {
    const signs = async (from: string, until?: string) => {
      const made = memoryLedger();
      const second = generateSigningKey(POLICE);
      made.change('653023', [{ ...made.grant(POLICE, 'sign', second, until), from }]);
      const { id } = made.submit({
        by: BUREAU,
        command: 'send-clue',
        body: { to: [POLICE], fields: { topic: 'x' } },
      });
      made.submit({ by: POLICE, command: 'acknowledge', case: id, key: second });
      return verified(await exported(made), made);
    };
    // Acknowledged at 09:20.
    expect(await signs('2026-11-02T09:20:00+08:00')).toMatchObject({ ok: true });
    expect(await signs('2026-11-02T09:20:00.001+08:00')).toMatchObject({
      sequence: 7,
      code: 'COMMAND_KEY_UNKNOWN',
    });
    const begin = '2026-11-02T09:00:00+08:00';
    expect(await signs(begin, '2026-11-02T09:20:00.001+08:00')).toMatchObject({ ok: true });
    expect(await signs(begin, '2026-11-02T09:20:00+08:00')).toMatchObject({
      sequence: 7,
      code: 'COMMAND_KEY_UNKNOWN',
    });
  });

  it('an entry or a checkpoint signed with a ledger key that has run out', async () => {
    const made = memoryLedger();
    const second = generateSigningKey('ledger');
    // As the root key grants it: a second key for the ledger, for ten minutes.
    made.byRoot([made.grant('ledger', 'ledger', second, '2026-11-02T09:10:00+08:00')]);
    made.submit({ by: BUREAU, command: 'send-clue', body: { to: [POLICE], fields: { topic: 'x' } } });
    expect(await forged(made, () => undefined, second)).toMatchObject({
      sequence: 6,
      code: 'LEDGER_KEY_UNKNOWN',
    });
    const whole = memoryLedger();
    whole.byRoot([whole.grant('ledger', 'ledger', second, '2026-11-02T09:10:00+08:00')]);
    const signedBy = (key: typeof second) => collect(exportLedger({ source: whole.source, key }));
    expect(await verified(await signedBy(second), whole)).toMatchObject({ ok: true });
    whole.submit({ by: BUREAU, command: 'send-clue', body: { to: [POLICE], fields: { topic: 'x' } } });
    expect(await verified(await signedBy(second), whole)).toMatchObject({ code: 'CHECKPOINT_FORGED' });
  });

  it('an officer’s own key under a command of another officer', async () => {
    const made = memoryLedger();
    const own = generateSigningKey(`${POLICE}/o-2`);
    made.change('653023', [
      { change: 'officer-appointed', department: POLICE, officer: 'o-2', ranks: ['officer'] },
      made.grant(`${POLICE}/o-2`, 'sign', own),
    ]);
    const { id } = made.submit({
      by: BUREAU,
      command: 'send-clue',
      body: { to: [POLICE], fields: { topic: 'x' } },
    });
    made.submit({ by: POLICE, command: 'acknowledge', case: id, key: own, officer: 'o-2' });
    expect(await verified(await exported(made), made)).toMatchObject({ ok: true });
    made.submit({ by: POLICE, command: 'accept-clue', case: id, key: own });
    expect(await verified(await exported(made), made)).toMatchObject({
      sequence: 8,
      code: 'ATTESTATION_WRONG',
    });
  });

  it('a register changed by a department, with its key or in a session', async () => {
    const attested = (by: 'department-key' | 'gateway-session', key: string) => {
      const made = memoryLedger();
      made.change('653023', [{ change: 'token-revoked', token: 't-2' }]);
      return forged(made, ({ head, body }) => {
        const { command } = body;
        if (command.format !== 'xianjie.register.v1') return;
        command.actor = { department: BUREAU, officer: 'o-1' };
        const signature = sign(made.key(key), command.format, command);
        const session = { token: 't-0', at: head.recordedAt, method: 'token' } as const;
        body.attestation = by === 'department-key' ? { by, signature } : { by, signature, session };
      });
    };
    expect(await attested('department-key', BUREAU)).toMatchObject({
      sequence: 5,
      code: 'ATTESTATION_WRONG',
    });
    expect(await attested('gateway-session', 'gateway')).toMatchObject({
      sequence: 5,
      code: 'ATTESTATION_WRONG',
    });
  });

  it('a register change in a department’s name that the operator signed', async () => {
    const made = memoryLedger();
    made.change('653023', [{ change: 'token-revoked', token: 't-2' }]);
    const found = await forged(made, ({ body }) => {
      const { command } = body;
      if (command.format !== 'xianjie.register.v1') return;
      command.actor = { department: BUREAU, officer: 'o-1' };
      body.attestation.signature = sign(made.key('operator'), command.format, command);
    });
    expect(found).toMatchObject({ sequence: 5, code: 'ATTESTATION_WRONG' });
  });

  it('time set back, or a fact later than its record', async () => {
    const back = await forged(withClue(), ({ head }) => {
      head.recordedAt = '2026-11-02T09:00:01+08:00';
    });
    expect(back).toMatchObject({ sequence: 7, code: 'CLOCK_BACKWARDS' });
    const later = await forged(withClue(), ({ body }) => {
      body.command.occurredAt = '2026-11-02T23:00:00+08:00';
    });
    expect(later).toMatchObject({ sequence: 7, code: 'TIME_WRONG' });
  });

  it('a register that was not there yet', async () => {
    const found = await forged(withClue(), ({ head }) => {
      head.registerAt = 6;
    });
    expect(found).toMatchObject({ sequence: 7, code: 'REGISTER_AT_WRONG' });
  });

  it('a register or a law that was overtaken more than a minute before, where time is not stepped', async () => {
    const late = (seconds: number, edit: (record: LedgerRecord) => void, clock: 'real' | 'rehearsal') => {
      const made = memoryLedger({ clock });
      made.change('653023', [
        { change: 'officer-appointed', department: BUREAU, officer: 'o-2', ranks: ['head'] },
      ]);
      made.publishPart(planItems(1));
      const clue = { by: BUREAU, command: 'send-clue', body: { to: [POLICE], fields: { topic: 'x' } } };
      made.submit({ ...clue, party: { title: '线索', summary: '内容' }, after: seconds / 60 });
      return forged(made, edit);
    };
    const olderRegister = ({ head }: LedgerRecord) => {
      head.registerAt = 4;
    };
    const olderLaw = ({ head }: LedgerRecord) => {
      head.lawAt = 3;
    };
    for (const [edit, code] of [
      [olderRegister, 'REGISTER_AT_WRONG'],
      [olderLaw, 'LAW_AT_WRONG'],
    ] as const) {
      expect(await late(60, edit, 'real')).toMatchObject({ ok: true });
      expect(await late(60.001, edit, 'real')).toMatchObject({ sequence: 7, code });
      expect(await late(86_400, edit, 'rehearsal')).toMatchObject({ ok: true });
    }
    expect(await late(86_400, () => undefined, 'real')).toMatchObject({ ok: true });
  });

  it('a law that was never entered', async () => {
    const found = await forged(withClue(), ({ head }) => {
      head.lawAt = 1;
    });
    expect(found).toMatchObject({ sequence: 7, code: 'LAW_AT_WRONG' });
  });

  it('time that falls by more than five seconds from one case to another', async () => {
    const made = withClue();
    const clue = { by: BUREAU, command: 'send-clue', body: { to: [POLICE], fields: { topic: 'x' } } };
    made.submit({ ...clue, after: -4.9 / 60 });
    expect(await verified(await exported(made), made)).toMatchObject({ ok: true });
    made.submit({ ...clue, after: -0.2 / 60 });
    expect(await verified(await exported(made), made)).toMatchObject({
      sequence: 9,
      code: 'LEDGER_CLOCK_BACKWARDS',
    });
  });

  it('a body under a head that names another, though the head is signed', async () => {
    const made = withClue();
    const last = made.messages.at(-1) as (typeof made.messages)[0];
    const { head, body, envelope } = parseRecord(last.data);
    const other = parseRecord((made.messages.at(-2) as typeof last).data);
    const signature = sign(made.key('ledger'), head.format, { ...head, body: other.head.body });
    const forgery = { body, envelope, head: { ...head, body: other.head.body }, signature };
    made.messages[6] = { ...last, data: Buffer.from(JSON.stringify(forgery)) };
    expect(await verified(await exported(made), made)).toMatchObject({ sequence: 7, code: 'BODY_ALTERED' });
  });

  it('the same command twice', async () => {
    const made = memoryLedger();
    const clue = {
      by: BUREAU,
      command: 'send-clue',
      commandId: 'once',
      body: { to: [POLICE], fields: { topic: 'x' } },
    };
    const { id } = made.submit(clue);
    made.submit({ by: POLICE, command: 'acknowledge', case: id, commandId: 'twice' });
    made.submit({ by: POLICE, command: 'accept-clue', case: id, commandId: 'twice' });
    expect(await verified(await exported(made), made)).toMatchObject({
      sequence: 7,
      code: 'COMMAND_REPEATED',
    });
  });

  it('a case under an id that does not follow from its opening', async () => {
    const made = memoryLedger();
    made.submit({ by: BUREAU, command: 'send-clue', body: { to: [POLICE], fields: { topic: 'x' } } });
    const last = made.messages.at(-1) as (typeof made.messages)[0];
    const record = parseRecord(last.data);
    record.head.id = '653023-aaaaaaaaaaaaaaaa';
    const { bytes } = sealRecord(made.key('ledger'), record, record.envelope);
    made.messages[4] = { ...last, subject: 'ledger.case.653023.653023-aaaaaaaaaaaaaaaa', data: bytes };
    expect(await verified(await exported(made), made)).toMatchObject({ sequence: 5, code: 'CASE_ID_WRONG' });
  });

  it('an entry signed by the root key once the ledger has its own', async () => {
    const made = withClue();
    expect(await forged(made, () => undefined, made.root)).toMatchObject({
      sequence: 7,
      code: 'LEDGER_KEY_UNKNOWN',
    });
  });

  it('a key granted under another’s id', async () => {
    const made = memoryLedger();
    const grant = made.grant('projector', 'sign', generateSigningKey('projector'));
    made.change('100000', [{ ...grant, key: 'projector#AAAAAAAA' } as RegisterChange]);
    expect(await verified(await exported(made), made)).toMatchObject({ sequence: 5, code: 'KEY_ID_WRONG' });
  });

  it('a register change that the rules refuse', async () => {
    const made = memoryLedger();
    made.change('653023', [{ change: 'department-retired', department: POLICE }]);
    made.change('653023', [
      { change: 'officer-appointed', department: BUREAU, officer: 'o-2', ranks: ['head'] },
    ]);
    const found = await forged(made, ({ body }) => {
      const { command } = body;
      if (command.format !== 'xianjie.register.v1') return;
      command.changes = [
        { change: 'officer-appointed', department: POLICE, officer: 'o-2', ranks: ['head'] },
      ];
      body.attestation.signature = sign(made.key('operator'), command.format, command);
    });
    expect(found).toMatchObject({ sequence: 6, code: 'REGISTER_CHANGE_REFUSED' });
  });

  it('a key granted again after it was revoked, on a register from before it was granted', async () => {
    for (const rules of [undefined, { ...currentRules, deciders: {} }]) {
      const made = memoryLedger();
      const second = generateSigningKey(POLICE);
      const grant = made.grant(POLICE, 'sign', second);
      made.change('653023', [grant]);
      made.change('653023', [{ change: 'key-revoked', key: second.id, reason: '遗失' }]);
      made.change('653023', [{ change: 'token-revoked', token: 't-2' }]);
      const last = made.messages.at(-1) as (typeof made.messages)[0];
      const { head, body, envelope } = parseRecord(last.data);
      const { command } = body;
      if (command.format !== 'xianjie.register.v1') throw new Error('no register entry');
      command.changes = [grant];
      body.attestation.signature = sign(made.key('operator'), command.format, command);
      const { bytes } = sealRecord(made.key('ledger'), { body, head: { ...head, registerAt: 4 } }, envelope);
      made.messages[6] = { ...last, data: bytes };
      const found = await verifyExport(given(await exported(made)), {
        rootKey: made.root.publicKey,
        ...(rules ? { rules, allowUnknownDeciders: true } : {}),
      });
      expect(found).toMatchObject({ sequence: 7, code: 'REGISTER_CHANGE_REFUSED' });
    }
  });
});
