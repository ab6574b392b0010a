// What a department must not be able to say or hear, one row per door: the direct probes of the permission suite.
import { bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { clueSubject, commandSubject, inboxStream, noticeSubject } from '../../schemas/subjects.ts';

export type ForbiddenSubject = {
  readonly sentence: string;
  readonly operation: 'publish' | 'subscription';
  readonly subject: string;
  readonly queue?: string;
};

type Names = { readonly own: DepartmentId; readonly other: DepartmentId; readonly otherSecret: string };

const tokens = (id: DepartmentId) => `${regionOf(id)}.${bodyOf(id)}`;
const prefixWithoutSecret = (id: DepartmentId) => `_INBOX_${regionOf(id)}_${bodyOf(id)}`;

function listening({ own, other, otherSecret }: Names): ForbiddenSubject[] {
  const row = (sentence: string, subject: string, queue?: string): ForbiddenSubject => ({
    sentence: `may not listen to ${sentence}`,
    operation: 'subscription',
    subject,
    ...(queue === undefined ? {} : { queue }),
  });
  return [
    row('everything', '>'),
    row('every subject of one token', '*'),
    row('every subject of two tokens', '*.*'),
    row('everything below any first token', '*.>'),
    row('the usual reply prefix', '_INBOX.>'),
    row(
      "another department's reply prefix with its secret",
      `${prefixWithoutSecret(other)}_${otherSecret}.>`,
    ),
    row("another department's reply prefix without its secret", `${prefixWithoutSecret(other)}.>`),
    row('its own reply prefix without the secret', `${prefixWithoutSecret(own)}.>`),
    row('its own reply prefix with a guessed secret', `${prefixWithoutSecret(own)}_0000000000000000000000.>`),
    row('all notices', 'notice.>'),
    row('its own notices past its inbox', `notice.${tokens(own)}.>`),
    row("another department's notices", `notice.${tokens(other)}.>`),
    row('the ledger', 'ledger.>'),
    row('the cases of its region in the ledger', `ledger.case.${regionOf(own)}.>`),
    row('the register in the ledger', `ledger.register.${regionOf(own)}.register`),
    row('all clues', 'clue.>'),
    row('its own clues, as a gateway would', `clue.${tokens(own)}.>`),
    row("another department's clues", `clue.${tokens(other)}.>`),
    row('all commands', 'command.>'),
    row('all commands by pattern', 'command.*.*'),
    row('its own commands, as a gateway would', commandSubject(own)),
    row("another department's commands", commandSubject(other)),
    row('all commands in a queue group', 'command.*.*', 'gateway'),
    row('its own commands in a queue group', commandSubject(own), 'gateway'),
    row("another department's commands in a queue group", commandSubject(other), 'gateway'),
    row('all clues in a queue group', 'clue.>', 'gateway'),
    row("another department's clues in a queue group", `clue.${tokens(other)}.>`, 'gateway'),
    row('all of JetStream', '$JS.>'),
    row('the JetStream API', '$JS.API.>'),
    row('the JetStream API as departments see it', 'bus.API.>'),
    row('pulls of another department', `bus.API.CONSUMER.MSG.NEXT.${inboxStream(other)}.inbox`),
    row('advisories', '$JS.EVENT.ADVISORY.>'),
    row('acknowledgements', '$JS.ACK.>'),
    row("another department's acknowledgements", `$JS.ACK.${inboxStream(other)}.inbox.>`),
    row('the system account', '$SYS.>'),
    row('replies across accounts', '_R_.>'),
    row('service discovery', '$SRV.>'),
    row('case keys', 'keys.>'),
    row('key-value buckets', '$KV.>'),
    row('checkpoints', 'checkpoint.>'),
    row('dead letters', 'dead.>'),
    row('dead letters of its own', `dead.${tokens(own)}`),
  ];
}

/** Verbs of the JetStream API with the streams `own`, `other` and `LEDGER` put in; none of them is for departments. */
function apiVerbs(own: string, other: string): string[] {
  return [
    'INFO',
    'ACCOUNT.PURGE.DEPARTMENTS',
    'META.LEADER.STEPDOWN',
    'STREAM.NAMES',
    'STREAM.LIST',
    ...[own, other, 'LEDGER'].flatMap((stream) => [
      `STREAM.INFO.${stream}`,
      `STREAM.UPDATE.${stream}`,
      `STREAM.DELETE.${stream}`,
      `STREAM.PURGE.${stream}`,
      `STREAM.MSG.GET.${stream}`,
      `STREAM.MSG.DELETE.${stream}`,
      `STREAM.SNAPSHOT.${stream}`,
      `DIRECT.GET.${stream}`,
      `CONSUMER.CREATE.${stream}`,
      `CONSUMER.CREATE.${stream}.spy.notice.>`,
      `CONSUMER.DURABLE.CREATE.${stream}.spy`,
      `CONSUMER.NAMES.${stream}`,
      `CONSUMER.LIST.${stream}`,
      `CONSUMER.DELETE.${stream}.inbox`,
      `CONSUMER.PAUSE.${stream}.inbox`,
      `CONSUMER.RESET.${stream}.inbox`,
      `CONSUMER.UNPIN.${stream}.inbox`,
    ]),
    'STREAM.CREATE.MINE',
    'STREAM.RESTORE.MINE',
    `CONSUMER.INFO.${other}.inbox`,
    `CONSUMER.MSG.NEXT.${other}.inbox`,
    'CONSUMER.INFO.LEDGER.inbox',
    'CONSUMER.MSG.NEXT.LEDGER.inbox',
    `CONSUMER.INFO.${own}.spy`,
    `CONSUMER.MSG.NEXT.${own}.spy`,
    ...[`${other}.f-licences`, `${own}.f-others`, 'LEDGER.f-licences'].flatMap((consumer) => [
      `CONSUMER.INFO.${consumer}`,
      `CONSUMER.MSG.NEXT.${consumer}`,
    ]),
    `CONSUMER.CREATE.${own}.f-licences`,
    `CONSUMER.DELETE.${own}.f-licences`,
  ];
}

function speaking({ own, other, otherSecret }: Names): ForbiddenSubject[] {
  const row = (sentence: string, subject: string): ForbiddenSubject => ({
    sentence: `may not publish ${sentence}`,
    operation: 'publish',
    subject,
  });
  const [ownStream, otherStream] = [inboxStream(own), inboxStream(other)];
  const elsewhere = commandSubject(own).replace(regionOf(own), '650100');
  return [
    row("a command in another's name", commandSubject(other)),
    row('a command of its own kind in another region', elsewhere),
    row('below its own command subject', `${commandSubject(own)}.more`),
    row("a clue in another's name", clueSubject(other, 'leads')),
    row('a clue without a topic', `clue.${tokens(own)}`),
    row('a notice to itself', noticeSubject(own, 'criminal-transfer', 'handed-over', '653023')),
    row('a notice to another', noticeSubject(other, 'criminal-transfer', 'handed-over', '653023')),
    row('a case entry', `ledger.case.${regionOf(own)}.forged`),
    row('a register entry', `ledger.register.${regionOf(own)}.register`),
    row('a genesis', 'ledger.genesis.100000.genesis'),
    row('a case key', `keys.${regionOf(own)}.forged`),
    row('into a key-value bucket', '$KV.keys.forged'),
    row('a checkpoint', 'checkpoint.ledger'),
    row('a dead letter', `dead.${tokens(own)}`),
    row('a reply across accounts', '_R_.AAAAAA.BBBBBB'),
    row('into the usual reply prefix', '_INBOX.AAAAAA'),
    row("into another's reply prefix", `${prefixWithoutSecret(other)}_${otherSecret}.AAAAAA`),
    row("an acknowledgement of another's notice", `$JS.ACK.${otherStream}.inbox.1.1.1.1700000000000000000.0`),
    row('an acknowledgement of a ledger consumer', '$JS.ACK.LEDGER.relay.1.1.1.1700000000000000000.0'),
    row('an acknowledgement of another consumer of its inbox', `$JS.ACK.${ownStream}.spy.1.1.1.17.0`),
    row(
      "an acknowledgement of another's filter",
      `$JS.ACK.${otherStream}.f-licences.1.1.1.1700000000000000000.0`,
    ),
    row('an acknowledgement of a filter it has not', `$JS.ACK.${ownStream}.f-others.1.1.1.17.0`),
    row('flow control', `$JS.FC.${ownStream}.inbox.A`),
    row('an advisory', '$JS.EVENT.ADVISORY.API'),
    row('a question to all servers', '$SYS.REQ.SERVER.PING'),
    row('a reload', '$SYS.REQ.SERVER.AAAA.RELOAD'),
    row('a question about accounts', '$SYS.REQ.ACCOUNT.BUS.INFO'),
    row('a change of accounts', '$SYS.REQ.CLAIMS.UPDATE'),
    row('a service discovery ping', '$SRV.PING'),
    ...apiVerbs(ownStream, otherStream).map((verb) => row(`bus.API.${verb}`, `bus.API.${verb}`)),
    // The plain prefix for the verbs it may use under the other name, and some that would hurt most.
    ...[
      `CONSUMER.INFO.${ownStream}.inbox`,
      `CONSUMER.MSG.NEXT.${ownStream}.inbox`,
      `CONSUMER.MSG.NEXT.${otherStream}.inbox`,
      `CONSUMER.CREATE.${ownStream}`,
      'INFO',
      'STREAM.NAMES',
      'STREAM.DELETE.LEDGER',
      `STREAM.PURGE.${otherStream}`,
      'STREAM.MSG.GET.LEDGER',
      'DIRECT.GET.LEDGER.ledger.>',
    ].map((verb) => row(`$JS.API.${verb}`, `$JS.API.${verb}`)),
  ];
}

/** Every forbidden row for a department `own` beside a department `other`. */
export const forbiddenSubjects = (names: Names): ForbiddenSubject[] => [
  ...listening(names),
  ...speaking(names),
];
