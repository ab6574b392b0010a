// Attempts to speak through a reply subject: publish where one may, and ask for the answer where one may not.
// NATS checks the subject of a message only, so a server or a service would speak there in its own name.
import { createInbox, type NatsConnection } from 'nats';
import { type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { clueSubject, commandSubject, inboxStream, noticeSubject } from '../../schemas/subjects.ts';

export type ReplyInjection = {
  readonly id: string;
  readonly sentence: string;
  attempt(connection: NatsConnection, api: 'bus.API' | '$JS.API', replyPrefix: string): Promise<void> | void;
};

/** Pulls one notice raw, without acknowledging it: its reply subject is the acknowledgement's. */
async function pullRaw(
  connection: NatsConnection,
  api: string,
  replyPrefix: string,
  own: DepartmentId,
): Promise<string> {
  const inbox = createInbox(replyPrefix);
  const subscription = connection.subscribe(inbox, { max: 1, timeout: 5_000 });
  connection.publish(`${api}.CONSUMER.MSG.NEXT.${inboxStream(own)}.inbox`, JSON.stringify({ batch: 1 }), {
    reply: inbox,
  });
  for await (const message of subscription) return message.reply ?? '';
  return '';
}

/** The twelve kinds; R7 and R10 are tried in two ways, so fourteen rows. */
export function replyInjections(own: DepartmentId, other: DepartmentId): ReplyInjection[] {
  const entry = `ledger.case.${regionOf(own)}.injected`;
  const command = (reply: string) => (connection: NatsConnection) =>
    connection.publish(commandSubject(own), '', { reply });
  const clue = (reply: string) => (connection: NatsConnection) =>
    connection.publish(clueSubject(own, 'leads'), '', { reply });
  const pull = (reply: string) => (connection: NatsConnection, api: string) =>
    connection.publish(`${api}.CONSUMER.MSG.NEXT.${inboxStream(own)}.inbox`, JSON.stringify({ batch: 1 }), {
      reply,
    });
  const purge = `$JS.API.STREAM.PURGE.${inboxStream(other)}`;
  const removal = `$JS.API.CONSUMER.DELETE.${inboxStream(other)}.inbox`;
  const otherClue = clueSubject(other, 'injected');
  return [
    { id: 'R1', sentence: 'a clue answered into the ledger', attempt: clue(entry) },
    { id: 'R2', sentence: 'a pulled notice delivered into the ledger', attempt: pull(entry) },
    {
      id: 'R3',
      sentence: "a pulled notice delivered into another's inbox",
      attempt: pull(noticeSubject(other, 'injected', 'injected', '653023')),
    },
    {
      id: 'R4',
      sentence: "a pulled notice delivered as another's command",
      attempt: pull(commandSubject(other)),
    },
    { id: 'R5', sentence: "a clue answered as another's command", attempt: clue(commandSubject(other)) },
    {
      id: 'R6',
      sentence: "a command answered as another's command",
      attempt: command(commandSubject(other)),
    },
    { id: 'R7a', sentence: "a clue answered as another's clue", attempt: clue(otherClue) },
    { id: 'R7b', sentence: "a pulled notice delivered as another's clue", attempt: pull(otherClue) },
    { id: 'R8', sentence: "a clue answered as a purge of another's inbox", attempt: clue(purge) },
    { id: 'R9', sentence: "a command answered as a purge of another's inbox", attempt: command(purge) },
    {
      id: 'R10a',
      sentence: "a command answered as removal of another's consumer",
      attempt: command(removal),
    },
    { id: 'R10b', sentence: "a clue answered as removal of another's consumer", attempt: clue(removal) },
    {
      id: 'R11',
      sentence: "a command answered into another's reply prefix, its secret guessed",
      attempt: (connection) => {
        const prefix = `_INBOX_${regionOf(other)}_${other.split('/')[1]}`;
        command(`${prefix}.AAAAAA`)(connection);
        command(`${prefix}_00000000000000000000000000000000.AAAAAA`)(connection);
      },
    },
    {
      id: 'R12',
      sentence: 'a double acknowledgement answered into the ledger',
      attempt: async (connection, api, replyPrefix) => {
        const acknowledgement = await pullRaw(connection, api, replyPrefix, own);
        if (!acknowledgement.startsWith('$JS.ACK.')) throw new Error('nothing was pulled to acknowledge');
        connection.publish(acknowledgement, '+ACK', { reply: entry });
      },
    },
  ];
}
