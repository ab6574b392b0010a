// A notice is a CloudEvent to others too: the SDK of the specification's own project reads it, and finds nothing to refuse.
import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { noticeOf } from '../../../services/bus/relay/notice.ts';
import { parseRecord } from '../../../services/proof/record.ts';
import { DEPARTMENTS, memoryLedger } from '../../support/memory-ledger.ts';

const ledger = memoryLedger();
ledger.clue();
const record = parseRecord((ledger.messages[4] as (typeof ledger.messages)[0]).data);
const recipient = {
  department: DEPARTMENTS[1] as string,
  sees: 'all',
  procedure: 'clue-notice',
  event: 'clue-sent',
} as const;

describe('a notice', () => {
  it.each([
    ['as it is told at once', {}],
    ['shown after a hand-over', { entitledBy: 9 }],
  ])('%s is taken by the official SDK, with all that it says', (_, later) => {
    const notice = noticeOf({ recipient, record, ledgerSequence: 5, ...later }, null);
    const text = JSON.stringify(notice);
    const headers = { 'content-type': 'application/cloudevents+json' };
    const read = HTTP.toEvent({ headers, body: text });
    if (Array.isArray(read)) throw new Error('one event');
    const event = new CloudEvent(JSON.parse(JSON.stringify(read)), true);
    expect(event.validate()).toBe(true);
    // It keeps its own spelling of the same instant.
    expect(JSON.parse(JSON.stringify(event))).toEqual({
      ...JSON.parse(text),
      time: new Date(notice.time).toISOString(),
    });
    expect(new URL(notice.dataschema).href).toBe(notice.dataschema);
  });
});
