// schemas/asyncapi.json: what travels on NATS (AsyncAPI 3), for a department that writes its software in any language.
import * as z from 'zod';
import { isClosed, STATUS_CHANGED } from '../../../case/who-is-told.ts';
import type { Law } from '../../../law/law.ts';
import { GENERAL_EVENTS } from '../../../law/titles.ts';
import {
  CaseCommand,
  Disclosure,
  OpenBody,
  PartyBody,
  SealedBody,
  Signature,
  SignedCommand,
  SubjectValue,
} from '../../../schemas/command.ts';
import { Answer, Body, Head, Notice, NoticeData, Receipt, Refusal } from '../../../schemas/entry.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { type Bilingual, BODIES } from '../../../schemas/ids.ts';
import { LawCommand } from '../../../schemas/law.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import { GenesisCommand, RegisterCommand } from '../../../schemas/register.ts';
import {
  filterConsumer,
  INBOX_ACK_WAIT_SECONDS,
  INBOX_CONSUMER,
  INBOX_MOST_UNACKNOWLEDGED,
} from '../../../schemas/subjects.ts';
import { describedCommands } from '../../doors/http/command-bodies.ts';
import { openToMore } from '../../doors/http/open-to-more.ts';
import { withoutShared } from '../../doors/http/openapi.ts';

const NAMED = {
  Answer,
  Body,
  CaseCommand,
  CaseEvent,
  Disclosure,
  GenesisCommand,
  Head,
  LawCommand,
  Notice,
  NoticeData,
  OpenBody,
  PartyBody,
  Receipt,
  Refusal,
  RegisterCommand,
  SealedBody,
  Signature,
  SignedCommand,
  SubjectValue,
} as const;

/** What a department is sent; all else it sends, or stands below one of these. */
const RECEIVED = ['Answer', 'Disclosure', 'Notice', 'SubjectValue'] as const;
/** What a department sends. */
const SENT = ['Disclosure', 'OpenBody', 'PartyBody', 'SealedBody', 'SignedCommand', 'SubjectValue'] as const;

const componentSchemas = (): Record<string, unknown> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  const all = withoutShared({ components: { schemas } }).components?.schemas ?? {};
  const bare = Object.fromEntries(
    Object.entries(all as Record<string, Record<string, unknown>>).map(
      ([id, { $schema: _, $id: __, ...schema }]) => [id, schema],
    ),
  );
  return openToMore(bare, RECEIVED, SENT).schemas;
};

/** What can head a notice of any procedure beside its own steps. */
export const OF_EVERY_PROCEDURE = [
  'limit-reminded',
  'strict-limit-reached',
  'limit-overdue',
  'limit-escalated',
  'limit-urged',
  'clock-stopped',
  'clock-escalation-ended',
  'clock-recalculated',
  'step-corrected',
  'clock-settled',
  'clock-restarted',
  'proceeding-moved',
  'proceeding-arrived',
];

const generalTitle = (event: string): Bilingual => GENERAL_EVENTS[event] ?? { zh: event, en: event };

/** Every event of a procedure that can head a notice, with its title; without those of every procedure. */
const eventsOf = (p: Procedure): [event: string, title: Bilingual][] => {
  const drafts = Object.values(p.clocks).flatMap(({ onOverdue }): [string, Bilingual][] =>
    onOverdue ? [[onOverdue.event, onOverdue.title]] : [],
  );
  // Whoever is obliged since a step of another proceeding is told by the limit that began in its own.
  const begun = Object.values(p.clocks).some(({ startsOnMark }) => startsOnMark) ? ['clock-started'] : [];
  // A word is told of a proceeding of which some see no more.
  const words = isClosed(p) ? [STATUS_CHANGED] : [];
  const general = [...begun, ...words].map((event): [string, Bilingual] => [event, generalTitle(event)]);
  const steps = Object.values(p.commands).map((c): [string, Bilingual] => [c.event, c.title]);
  return [...new Map([...steps, ...drafts, ...general])];
};
/** What can head a notice of the case itself. */
export const OF_THE_CASE = [
  'fact-recorded',
  'departments-admitted',
  'case-linked',
  'subject-revised',
  'amount-stated',
  'charge-stated',
  'case-opened',
  'void-asked',
  'case-voided',
  'proceeding-waived',
  'case-closed',
  'case-reopened',
  'case-marked-major',
  'case-unmarked-major',
  'case-joined',
  'joined-case-noted',
  'joined-case-settled',
  'case-parted',
  'joined-case-parted',
  'join-refused',
  'joined-case-refused',
  'case-restricted',
  'restriction-lifted',
];

const ref = (pointer: string): { $ref: string } => ({ $ref: pointer });
const parameter = (description: string, ...examples: string[]) => ({ description, examples });
const json = (name: string, title: string, summary: string) => ({
  name,
  title,
  summary,
  contentType: 'application/json',
  payload: ref(`#/components/schemas/${name}`),
});

const notice = ({ zh, en }: Bilingual, type: object) => ({
  title: `${zh} / ${en}`,
  payload: { allOf: [ref('#/components/schemas/Notice'), { properties: { type } }] },
});

/** Every notice there is: by its `type`, those of every procedure by their event. */
const notices = (law: Law): Record<string, object> => {
  const single = (procedure: string, event: string, title: Bilingual): [string, object] => {
    const type = `xianjie.${procedure}.${event}.v1`;
    return [type, notice(title, { const: type })];
  };
  return Object.fromEntries([
    ...law.procedures.flatMap((p) => eventsOf(p).map(([event, title]) => single(p.procedure, event, title))),
    ...OF_EVERY_PROCEDURE.map((event): [string, object] => [
      event,
      notice(generalTitle(event), { pattern: `^xianjie\\.[a-z0-9-]+\\.${event}\\.v1$` }),
    ]),
    ...OF_THE_CASE.map((event) => single('case', event, generalTitle(event))),
  ]);
};

/** What a department sends and receives under a law; its procedures and their commands stand under `x-procedures`, commands on the case
 * itself under `x-case-commands`. */
export const asyncapi = (law: Law): object => {
  const { schemas, procedures, onCase } = describedCommands(law);
  const place = {
    region: parameter('GB/T 2260', '653023'),
    body: {
      ...parameter('部门类别 kind of department: x-bodies', 'public-security'),
      enum: Object.keys(BODIES),
    },
  };
  return {
    asyncapi: '3.0.0',
    info: {
      title: '衔接 Xianjie',
      version: '1',
      description:
        '部门间案件衔接总线的 NATS 接口。部门以连接密钥（nkey）登录，回复前缀为凭据所定，命令以签名密钥签署，通报中的当事人信息以封装密钥开启；签名、承诺与开启的算法见 services/client/README.md。收到的内容日后可增字段（名为 Received.… 的结构亦然），读者不予理会。The NATS side of the case bus; how to sign, commit and open is in services/client/README.md. What is received may have more fields later (so has every shape named Received.…): leave alone what you do not know.',
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      bus: {
        host: '{address}',
        protocol: 'nats',
        description:
          '凭据文件中的 url：nats:// 或 tls://；连接时服务器给出单条上限 max_payload / url of the credentials; the server says its max_payload when you connect',
        variables: { address: { default: '127.0.0.1:4222', description: 'host:port of url' } },
        security: [ref('#/components/securitySchemes/nkey')],
      },
    },
    channels: {
      command: {
        address: 'command.{region}.{body}',
        description: '提交命令，请求—应答 / a command, request–reply',
        parameters: place,
        messages: { command: ref('#/components/messages/SignedCommand') },
      },
      clue: {
        address: 'clue.{region}.{body}.{topic}',
        description:
          '通报线索，请求—应答；topic 与命令 body.fields.topic 相同 / a clue, request–reply; topic is the command’s body.fields.topic',
        parameters: { ...place, topic: parameter('主题 topic', 'fraud') },
        messages: { clue: ref('#/components/messages/SignedCommand') },
      },
      answer: {
        address: null,
        description: '应答主题在部门自己的回复前缀下 / under the department’s own reply prefix',
        messages: { answer: ref('#/components/messages/Answer') },
      },
      inbox: {
        address: 'notice.{region}.{body}.{procedure}.{event}.{caseRegion}',
        description: `收件箱：流 INBOX_{region}_{body}，持久消费者 ${INBOX_CONSUMER}，JetStream API 前缀 bus.API，逐条确认，${INBOX_ACK_WAIT_SECONDS} 秒未确认（ack_wait）再次送达，未确认的至多 ${INBOX_MOST_UNACKNOWLEDGED} 条（max_ack_pending），按 id 去重；运维人员可应部门所请另设筛选（xianjie department filter），每个筛选是同一个流的持久消费者 ${filterConsumer('{filter}')}，只送达所列程序、事件、县级区划的通报，用法与 inbox 相同，确认各自独立；只有 data.head 由账本签名，CloudEvent 外层各字段（id、type、subject、time、recipient、causationid、backfill、ledgerSequence 等）未签名，以 head 与 body 为准；data.disclosures 是给本部门封装密钥的 JWE（ECDH-ES+A256KW、A256GCM），内容为披露清单；body 为空时只见状态词；backfill 为移交前的记录 / the inbox stream: pull and acknowledge through the durable consumer, what is not acknowledged within ${INBOX_ACK_WAIT_SECONDS} s (ack_wait) comes again, at most ${INBOX_MOST_UNACKNOWLEDGED} may wait for it (max_ack_pending), de-duplicate by id; on request the operator sets filters (xianjie department filter), each one a durable consumer ${filterConsumer('{filter}')} of the same stream with the notices of the procedures, events and counties it names, used as inbox is and acknowledged apart from it; data.head alone is signed by the ledger, the outer attributes of the CloudEvent and ledgerSequence are not: go by head and body; data.disclosures is a JWE to the department’s sealing key, of a list of Disclosure; no body: a status word only; backfill: recorded before the case was handed over`,
        parameters: {
          ...place,
          procedure: parameter('程序 procedure', 'criminal-transfer'),
          event: parameter('事件 event', 'handed-over', STATUS_CHANGED),
          caseRegion: parameter(
            '案件起始地县级区划，乡镇归其所在县 county of origin of the case, of a township the county it lies in',
            '653023',
          ),
        },
        messages: notices(law),
      },
    },
    operations: {
      submitCommand: {
        action: 'send',
        channel: ref('#/channels/command'),
        reply: { channel: ref('#/channels/answer') },
      },
      sendClue: {
        action: 'send',
        channel: ref('#/channels/clue'),
        reply: { channel: ref('#/channels/answer') },
      },
      receiveNotice: { action: 'receive', channel: ref('#/channels/inbox') },
    },
    components: {
      securitySchemes: {
        nkey: {
          type: 'asymmetricEncryption',
          description:
            'NATS nkey：以 connectSeed(SU…)签署服务器的随机数，不出示口令 / NATS nkey: the server’s nonce is signed with connectSeed (SU…), no secret is sent',
        },
      },
      messages: {
        SignedCommand: json('SignedCommand', '已签名的命令 / signed command', '开放字段、签名与披露'),
        Answer: json('Answer', '回执或拒绝 / receipt or refusal', '无应答时用同一编号重发'),
      },
      schemas: { ...componentSchemas(), ...schemas },
    },
    'x-bodies': BODIES,
    'x-procedures': procedures,
    'x-case-commands': onCase,
  };
};
