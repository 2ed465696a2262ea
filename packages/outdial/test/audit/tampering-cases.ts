import { LAST_REQUEST, phoneOf } from './dialed-campaign.js';

/**
 * What finds a case: the trail by itself (with heads and key as well), only heads kept elsewhere, only the
 * key, either of both, or nothing.
 */
export type FoundBy = 'trail' | 'heads' | 'key' | 'heads or key' | 'nothing';

/** One way to tamper with a database. */
export interface TamperingCase {
  readonly title: string;
  readonly by: FoundBy;
  /** Statements in the SQL that SQLite and MariaDB share, {@link statementFor} apart. */
  readonly sql: readonly string[];
  /** A forger makes the chains of events anew afterwards: every hash but the keyed ones. */
  readonly rehash?: true;
  /** Writes a baseline without the key afterwards. */
  readonly baseline?: true;
  /** For the guide, where nothing finds it: why not. */
  readonly why?: string;
}

/**
 * A statement in a database's own words: to drop a table would commit in MariaDB, a temporary one does not.
 */
export function statementFor(kind: 'sqlite' | 'mysql', statement: string): string {
  return kind === 'sqlite' ? statement : statement.replace(/^drop table /, 'drop temporary table ');
}

/** Copies one row of a table with other values. */
function copyOf(table: string, where: string, set: string): readonly string[] {
  return [
    `create temporary table copied as select * from ${table} where ${where} limit 1`,
    `update copied set ${set}`,
    `insert into ${table} select * from copied`,
    'drop table copied',
  ];
}

const ABANDONED = "outcome = 'abandoned'";
const TALKED = "outcome = 'conversation'";
const ONE_TALKED = `attempt_id = (select max(attempt_id) from attempts where ${TALKED})`;
const NEXT = (table: string): string => `id = (select max(id) + 1 from ${table})`;
const trail = (title: string, ...sql: readonly string[]): TamperingCase => ({ title, by: 'trail', sql });
const nothing = (title: string, why: string, ...sql: readonly string[]): TamperingCase => ({
  title,
  by: 'nothing',
  why,
  sql,
});

const CHAINS: readonly TamperingCase[] = [
  trail('the audit table emptied', 'delete from audit'),
  trail('audit table and decision records emptied', 'delete from audit', 'delete from decision_records'),
  trail('the chain of one writer removed', "delete from audit where writer = 'simulation/0'"),
  trail('the chain of baselines removed', "delete from audit where writer = 'baseline/0'"),
  trail(
    'the last entries of a chain cut, rows left',
    "delete from audit where writer = 'simulation/0' and n > 30",
  ),
  trail('an entry removed from the middle', "delete from audit where writer = 'simulation/0' and n = 20"),
  trail('the detail of an entry changed', "update audit set detail = '{}' where kind = 'kill-switch.on'"),
  trail('the instant of an entry changed', "update audit set at = at + 1 where kind = 'import.began'"),
  trail(
    'two entries exchanged',
    "update audit set n = 9000 where writer = 'simulation/0' and n = 20",
    "update audit set n = 20 where writer = 'simulation/0' and n = 21",
    "update audit set n = 21 where writer = 'simulation/0' and n = 9000",
  ),
  trail(
    'an entry doubled at the end of its chain',
    ...copyOf(
      'audit',
      "kind = 'kill-switch.on'",
      "n = (select max(n) + 1 from audit where writer = 'store/0')",
    ),
  ),
];

const ATTEMPTS: readonly TamperingCase[] = [
  trail('abandoned calls made none, everywhere', 'update attempts set abandoned_at = null'),
  trail(
    'the outcome of an abandoned call changed',
    `update attempts set outcome = 'no-answer', abandoned_at = null, live_answer_at = null where ${ABANDONED}`,
  ),
  trail(
    'live answers added',
    "update attempts set live_answer_at = opened_at + 9000 where outcome in ('busy', 'no-answer')",
  ),
  trail('the number of an attempt changed', "update attempts set phone = '+13125559999' where " + ONE_TALKED),
  trail('the caller number changed', "update attempts set caller_number = '+12025550177'"),
  trail('the agent of a call changed', `update attempts set agent_id = 'zoe' where ${ONE_TALKED}`),
  trail('the instant of opening moved', `update attempts set opened_at = opened_at - 1 where ${ONE_TALKED}`),
  trail('the trunk changed', `update attempts set trunk = 'other' where ${ONE_TALKED}`),
  trail('the instant of dialing moved', `update attempts set dialed_at = dialed_at + 1 where ${ONE_TALKED}`),
  trail('the instant of ringing moved', `update attempts set ringing_at = 1 where ${ONE_TALKED}`),
  trail(
    'the instant of the answer moved',
    `update attempts set answered_at = answered_at + 1 where ${ONE_TALKED}`,
  ),
  trail(
    'the instant of the connection moved',
    `update attempts set connected_at = connected_at - 1 where ${ONE_TALKED}`,
  ),
  trail(
    'the instant of the end moved',
    `update attempts set ended_at = ended_at + 60000 where ${ONE_TALKED}`,
  ),
  trail('talk time changed', `update attempts set talk_ms = talk_ms + 1000 where ${ONE_TALKED}`),
  trail('wrap-up time changed', `update attempts set wrap_up_ms = 0 where ${ONE_TALKED}`),
  trail(
    'a disposition changed',
    "update attempts set disposition = 'sale' where disposition = 'do-not-call'",
  ),
  trail('attempts no longer counted', 'update attempts set counts = 0'),
  trail('an attempt marked as erased', `update attempts set erased_at = opened_at where ${ONE_TALKED}`),
  trail('the result of an end changed', `update attempts set result = '{}' where ${ONE_TALKED}`),
  trail(
    'the mode of an attempt changed',
    `update attempts set mode = 'manual', human_initiated = 1 where ${ONE_TALKED}`,
  ),
  trail(
    'purpose and seller of an attempt changed',
    `update attempts set purpose = 'survey' where ${ONE_TALKED}`,
  ),
  trail(
    'an attempt moved to another campaign',
    `update attempts set campaign_id = 'other' where ${ONE_TALKED}`,
  ),
  trail('an attempt made one of another person', `update attempts set person_id = 'p0' where ${ONE_TALKED}`),
  trail(
    'an attempt opened again',
    `update attempts set ended_at = null, closed_at = null where ${ONE_TALKED}`,
  ),
  trail('an attempt inserted', ...copyOf('attempts', TALKED, "attempt_id = 'spring-9-9'")),
  trail('an attempt removed', `delete from attempts where ${ONE_TALKED}`),
];

const DECISIONS: readonly TamperingCase[] = [
  trail('a decision removed', 'delete from decisions where id = 3'),
  trail('a refusal made an allowance', 'update decisions set allowed = 1 where allowed = 0'),
  trail(
    'the rule of a refusal changed',
    "update decisions set rule = 'us.tcpa.dnc_national' where allowed = 0",
  ),
  trail('the record of a decision changed', "update decisions set record = '{}' where id = 3"),
  trail('the instant of a decision moved', 'update decisions set at = at + 1 where id = 3'),
  trail('the mode of a decision changed', "update decisions set mode = 'manual' where id = 3"),
  trail('a decision invented', ...copyOf('decisions', 'id = 3', NEXT('decisions'))),
  trail(
    'an answer of the law changed',
    `update decision_records set record = replace(record, 'US-IL', 'US-XX') where n = 2`,
  ),
  trail("an answer's number changed", "update decision_records set phone = '+13125559999' where n = 2"),
  trail("an answer's instant changed", 'update decision_records set at = at + 1 where n = 2'),
  trail(
    'the last answers of the law cut',
    'delete from decision_records where n = (select max(n) from decision_records)',
  ),
  trail(
    'an answer of the law invented',
    ...copyOf('decision_records', 'n = 2', 'n = (select max(n) + 1 from decision_records)'),
  ),
];

const LAW: readonly TamperingCase[] = [
  trail('the do-not-call list emptied', 'delete from do_not_call'),
  trail(
    'one do-not-call request removed',
    `delete from do_not_call where subject = 'n:${phoneOf(5)}' and source = 'web form'`,
  ),
  trail('a do-not-call request dated later', 'update do_not_call set at = at + 86400000'),
  trail('a do-not-call request narrowed to a campaign', "update do_not_call set scope = 'spring'"),
  trail(
    'a do-not-call request invented',
    "insert into do_not_call values ('n:+13125550199', 'company', 1, 'web form')",
  ),
  trail('learned facts emptied', 'delete from learned'),
  trail('a learned fact made another', "update learned set kind = 'refused' where kind = 'wrong-number'"),
  trail('a learned fact invented', ...copyOf('learned', '1 = 1', `${NEXT('learned')}, at = 1`)),
  trail('a consent invented', ...copyOf('consents', "type = 'written'", "consent_id = 'c0', phone = ''")),
  trail('a consent made a written one', "update consents set type = 'written' where type = 'express'"),
  trail('a consent dated earlier', "update consents set at = at - 86400000 where type = 'written'"),
  trail('the proof of a consent changed', "update consents set evidence = 'form-8' where type = 'written'"),
  trail('a consent removed', "delete from consents where type = 'express'"),
  trail('revocations removed', "delete from consents where type = 'revocation'"),
  trail('a contact removed', 'delete from contacts'),
  trail('a contact invented', ...copyOf('contacts', '1 = 1', `${NEXT('contacts')}, at = 1`)),
  trail('the kill switch turned', "update kill_switch set is_on = 1, reason = 'found so'"),
  trail('the last turn of the kill switch dated later', 'update kill_switch set at = at + 1'),
  trail('the purpose of the campaign changed', "update campaigns set purpose = 'survey'"),
  trail('the lists of the campaign changed', "insert into campaign_lists values ('spring', 'other-list')"),
  trail(
    'the totals of an import changed',
    'update imports set totals = replace(totals, \'"added":\', \'"added":1\')',
  ),
  trail('an import removed', 'delete from imports'),
  trail('the attempts that a lead counts lowered', 'update leads set attempts = 0'),
  trail(
    "a lead's last outcome changed",
    "update leads set last_outcome = 'busy' where last_outcome = 'conversation'",
  ),
];

const ATTEMPT_IN_ENTRY = `concat('"attemptId":"', (select max(attempt_id) from attempts where ${TALKED}), '"')`;
const OF_LAST_REQUEST = "writer = 'store/0' and n = (select max(n) from audit where writer = 'store/0')";

const FORGERIES: readonly TamperingCase[] = [
  {
    title: 'the last request and its entry removed together',
    by: 'heads',
    sql: [
      `delete from do_not_call where subject = 'n:${LAST_REQUEST}'`,
      `delete from audit where ${OF_LAST_REQUEST}`,
    ],
  },
  {
    title: 'the last order of a chain removed',
    by: 'heads',
    sql: [
      "delete from audit where writer = 'simulation/0' and n = " +
        "(select max(n) from audit where writer = 'simulation/0')",
    ],
  },
  {
    title: 'a row and its entry changed, the chain made anew',
    by: 'heads or key',
    sql: [
      `update attempts set talk_ms = 5 where ${ONE_TALKED}`,
      `update audit set detail = json_set(detail, '$.row.talk_ms', 5) where kind = 'attempt.closed'
         and instr(detail, ${ATTEMPT_IN_ENTRY}) > 0`,
    ],
    rehash: true,
  },
  {
    title: 'the instant of an order changed, the chain made anew',
    by: 'heads or key',
    sql: ["update audit set at = at - 60000 where kind = 'kill-switch.on'"],
    rehash: true,
  },
  {
    title: 'an order appended with a hash of its own',
    by: 'key',
    sql: [
      ...copyOf(
        'audit',
        "kind = 'kill-switch.off'",
        "kind = 'note', detail = '{}', mac = null, " +
          "n = (select max(n) + 1 from audit where writer = 'store/0')",
      ),
    ],
    rehash: true,
  },
  {
    title: 'consents removed, and a baseline written over it',
    by: 'key',
    sql: ['delete from consents'],
    baseline: true,
  },
];

const NOT_FOUND: readonly TamperingCase[] = [
  nothing(
    'facts, fields, place, account or seller of a lead changed',
    'uploads change them lawfully; ' +
      'what the law was told of the lead at each call is in the decision records, which are checked',
    "update leads set facts = '{}', fields = '{}', place = 'x', account = 'x', seller = 'x'",
  ),
  nothing(
    'a lead opened again, or closed',
    'its state changes with every claim, release and callback; the law is asked anew at every call',
    "update leads set state = 'ready', closed_by = null, next_dialable_at = 1 where state = 'closed'",
  ),
  nothing(
    'numbers of a lead opened, closed or exchanged',
    'uploads change them lawfully; requests and learned facts, which bar a number at every call, are checked',
    'update phones set open = 1 where open = 0',
    "update phones set phone = '+13125559998' where phone = '+18762345678'",
  ),
  nothing(
    'a lead that was never called removed or invented',
    'lists are yours to change; a lead that was called is missed by its attempts only through their persons',
    'delete from leads where attempts = 0',
  ),
  nothing(
    'leases and notices between processes changed',
    'they are working state: nothing legal rests on them',
    'update leases set expires_at = 0',
    'delete from changes',
  ),
  nothing(
    'places of recordings changed',
    'their entries name them and state no digest; the recordings themselves are not in the database',
    "insert into recordings values ('r1', 'spring-1-1', 1, 1, 'elsewhere')",
  ),
];

/** Every way to tamper that was tried. */
export const TAMPERING: readonly TamperingCase[] = [
  ...CHAINS,
  ...ATTEMPTS,
  ...DECISIONS,
  ...LAW,
  ...FORGERIES,
  ...NOT_FOUND,
];
