// Ten cases in two cities and two counties, so that every section of a report has something to say.
import type { Instant } from '../../schemas/instant.ts';
import { caseDriver, registerWith, type Told } from './case-driver.ts';
import { reachAll } from './docket.ts';
import { ledgerMessages } from './ledger-messages.ts';

const BODIES = {
  'medical-insurance': '医疗保障局',
  'public-security': '公安局',
  procuratorate: '人民检察院',
  health: '卫生健康委员会',
  'joint-meeting-office': '医保基金监管联席会议办公室',
};
const REGIONS = { '320200': '无锡市', '320500': '苏州市', '320000': '江苏省', '540121': '林周县' };
const names: Record<string, string> = Object.fromEntries(
  Object.entries(REGIONS).flatMap(([region, place]) =>
    Object.entries(BODIES).map(([body, name]) => [`${region}/${body}`, `${place}${name}`]),
  ),
);
const register = registerWith(Object.keys(names));

type Driver = ReturnType<typeof caseDriver>;
const PAPERS = ['transfer-letter', 'investigation-report', 'property-list'];
const paper = (...codes: string[]) => ({ papers: codes.map((code) => ({ code, id: code })) });

/** Refusals are mistakes of the scenario. */
const open = (region: string, letter: string) => {
  const driver = caseDriver(register, `${region}-${letter.repeat(16)}`);
  const tell = (as: string, at: Instant, command: string, more: Partial<Told> = {}): void => {
    const place = more.procedure === undefined ? { proceeding: 'p1' } : {};
    const decision = driver.tell({ as: `${region}/${as}`, at, command, ...place, ...more });
    if (!decision.ok) throw new Error(`${letter} ${command}: ${decision.code} ${decision.details.join(' ')}`);
  };
  return { driver, tell };
};

const transfer = (region: string, letter: string, day: string, handOverAt?: Instant) => {
  const file = open(region, letter);
  const { tell } = file;
  tell('medical-insurance/o-1', `${day}T09:00:00+08:00`, 'suspect-crime', {
    procedure: 'criminal-transfer',
    body: { team: ['o-1', 'o-2'] },
  });
  tell('medical-insurance/o-1', `${day}T10:00:00+08:00`, 'submit-transfer-report', {
    body: paper('transfer-report'),
  });
  tell('medical-insurance/head', `${day}T16:00:00+08:00`, 'approve-transfer');
  if (handOverAt) tell('medical-insurance/o-1', handOverAt, 'hand-over', { body: paper(...PAPERS) });
  return file;
};

const clue = (region: string, letter: string, at: Instant, to: string) => {
  const file = open(region, letter);
  file.tell('medical-insurance/o-1', at, 'send-clue', {
    procedure: 'clue-notice',
    body: { to: [`${region}/${to}`], fields: { topic: 'fraud', noticeType: 'info' } },
  });
  return file;
};

/** Messages of the ledger the reports are made from. Everything lies between 2 September and 31 October 2024. */
export const reportedLedger = (clock: 'real' | 'rehearsal' = 'real') => {
  const end = AS_OF;
  const drivers: Driver[] = [];
  const keep = ({ driver }: { driver: Driver }): void => {
    drivers.push(driver);
  };

  // Handed over in time, filed in time.
  const a = transfer('320200', 'a', '2024-09-02', '2024-09-03T09:00:00+08:00');
  a.tell('public-security/o-1', '2024-09-03T11:00:00+08:00', 'sign-receipt');
  a.tell('public-security/o-1', '2024-09-03T15:00:00+08:00', 'start-review');
  a.tell('public-security/head', '2024-09-05T10:00:00+08:00', 'file-case', { body: paper('filing-notice') });
  keep(a);

  // Handed over late: the 24 hours were breached. Not filed, accepted.
  const b = transfer('320200', 'b', '2024-09-09', '2024-09-12T09:30:00+08:00');
  b.tell('public-security/o-1', '2024-09-12T10:00:00+08:00', 'sign-receipt');
  b.tell('public-security/o-1', '2024-09-12T15:00:00+08:00', 'start-review');
  b.tell('public-security/head', '2024-09-14T10:00:00+08:00', 'refuse-filing', {
    body: { ...paper('non-filing-notice'), reasonCode: 'no-criminal-facts' },
    with: ['reason'],
  });
  keep(b);

  // Never handed over: overdue and escalated to the top of the ladder.
  const c = transfer('320500', 'c', '2024-09-18');
  reachAll(c.driver, '2024-10-15T00:00:00+08:00');
  keep(c);

  // Handed over, nobody signs.
  keep(transfer('320500', 'd', '2024-10-21', '2024-10-22T09:00:00+08:00'));

  // Receipt refused: supervision asked for, and a question to the procuratorate under a limit from memory.
  const e = transfer('320200', 'e', '2024-10-08', '2024-10-09T09:00:00+08:00');
  e.tell('public-security/o-1', '2024-10-09T10:00:00+08:00', 'refuse-receipt', {
    body: { reasonCode: 'papers-missing' },
    with: ['reason'],
  });
  e.tell('medical-insurance/o-1', '2024-10-10T10:00:00+08:00', 'request-supervision', {
    body: paper('filing-supervision-suggestion'),
  });
  e.tell('medical-insurance/o-1', '2024-10-11T10:00:00+08:00', 'consult-standard', {
    procedure: 'consultation',
    body: { to: ['320200/procuratorate'] },
    with: ['summary'],
  });
  keep(e);

  // A clue answered, but later than agreed.
  const f = clue('320200', 'f', '2024-09-04T09:00:00+08:00', 'health');
  f.tell('health/o-1', '2024-09-20T09:00:00+08:00', 'acknowledge');
  f.tell('health/o-1', '2024-09-20T10:00:00+08:00', 'note-for-information');
  keep(f);

  // A clue nobody acknowledges: past what was agreed.
  const g = clue('320500', 'g', '2024-10-08T09:00:00+08:00', 'public-security');
  reachAll(g.driver, end);
  keep(g);

  // Returned twice: the common superior must decide.
  const h = clue('320200', 'h', '2024-09-05T09:00:00+08:00', 'public-security');
  const returned = { body: { reasonCode: 'not-competent' }, with: ['reason'] };
  h.tell('public-security/o-1', '2024-09-05T15:00:00+08:00', 'return-clue', returned);
  h.tell('medical-insurance/o-1', '2024-09-06T09:00:00+08:00', 'reroute-clue', {
    body: { to: ['320200/health'] },
  });
  h.tell('health/o-1', '2024-09-06T15:00:00+08:00', 'return-clue', returned);
  keep(h);

  // In Tibet, where the local holidays of the year are unknown: provisional, past the strict reading and not the latest.
  const x = open('540121', 'x');
  x.tell('medical-insurance/o-1', '2024-10-26T09:00:00+08:00', 'suspect-crime', {
    procedure: 'criminal-transfer',
    body: { team: ['o-1', 'o-2'] },
  });
  x.tell('medical-insurance/o-1', '2024-10-26T10:00:00+08:00', 'submit-transfer-report', {
    body: paper('transfer-report'),
  });
  keep(x);

  // A step a rehearsal filled in.
  const y = open('320500', 'y');
  y.tell('medical-insurance/o-1', '2024-09-10T09:00:00+08:00', 'suspect-crime', {
    procedure: 'criminal-transfer',
    body: { team: ['o-1', 'o-2'], filled: true },
  });
  y.tell('medical-insurance/o-1', '2024-09-10T10:00:00+08:00', 'submit-transfer-report', {
    body: { ...paper('transfer-report'), filled: true },
  });
  keep(y);

  return ledgerMessages(
    names,
    drivers.flatMap((d) => d.entries),
    clock,
  );
};

/** The instant the reports are asked for. */
export const AS_OF = '2024-10-30T12:00:00+08:00';

export const CHECKPOINT =
  'xianjie.test/ledger\n99\nq83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=\n\n— xianjie.test/ledger AAAA\n';
