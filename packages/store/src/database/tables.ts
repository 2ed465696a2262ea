/**
 * The tables as Kysely sees them: every statement of the store is checked against `Database`, and every row
 * type comes from it. Instants are epoch ms, flags 0 or 1, JSON is text.
 */
import type {
  AttemptResult,
  ComplianceFactKind,
  CallMode,
  DialMode,
  HangupCause,
  LeadPhone,
  LeadReason,
  Outcome,
  CallRefusal,
  CallVoice,
} from '@outdial/core';
import type { Generated } from 'kysely';
import type { ImportTotals } from '../import/import-totals.js';
import type { FactDetail } from '../law/fact-detail.js';
import type { StandingOrderKind } from '../law/standing-order-kind.js';
import type { JsonText } from './json-text.js';

/** 1 for yes. Both databases keep it as an integer. */
export type Flag = 0 | 1;

/**
 * State of a lead. 'waiting' becomes 'ready' when its instant comes; 'callback' waits for its time (and
 * perhaps an agent).
 */
export type LeadState = 'ready' | 'waiting' | 'callback' | 'claimed' | 'closed';
/**
 * What closed a lead: an outcome, a recall from outside, the law, a do-not-call request, or the campaign
 * when it gave the lead up.
 */
export type ClosedBy = 'outcome' | 'withdrawn' | 'refused' | 'do-not-call' | 'released';

/** Lists of leads. */
export interface ListsTable {
  list_id: string;
  created_at: number;
}

/** Campaigns, with what the law must know of them when their attempts are read back as history. */
export interface CampaignsTable {
  campaign_id: string;
  purpose: string | null;
  seller: string | null;
  /** The facts given to `registerCampaign`, complete. */
  facts: JsonText<Readonly<Record<string, string>>>;
  updated_at: number;
}

/** Which lists a campaign dials. */
export interface CampaignListsTable {
  campaign_id: string;
  list_id: string;
}

/** The distinct places of a list's leads: calling windows are asked once a place. */
export interface PlacesTable {
  list_id: string;
  place: string;
}

/** One row a lead. */
export interface LeadsTable {
  lead_id: string;
  list_id: string;
  person_id: string;
  /** Which of the person's entries in the list it is: '' for the only one, else a digest of the account. */
  entry: string;
  state: LeadState;
  /** Null once closed. */
  next_dialable_at: number | null;
  place: string;
  /** The priority negated, so that an ascending index gives the dial order. See `leads/dial-order.ts`. */
  dial_order: number;
  /** Age within the store: smaller is older. */
  seq: number;
  reason: LeadReason;
  phone_index: number;
  callback_at: number | null;
  callback_agent_id: string | null;
  callback_note: string | null;
  owner_agent_id: string | null;
  skills: JsonText<readonly string[]>;
  answer_probability: number | null;
  attempts: number;
  /** 1 after the first attempt, whether it counted or not. */
  touched: Flag;
  /** How often each outcome came since the last contact. */
  outcomes: JsonText<Readonly<Partial<Record<Outcome, number>>>>;
  /** Epoch ms of the attempts of the last 24 hours that counted. */
  recent_attempts: JsonText<readonly number[]>;
  last_outcome: Outcome | null;
  last_disposition: string | null;
  last_attempt_at: number | null;
  /** Reason of the state, for reports. */
  why: string;
  closed_by: ClosedBy | null;
  claim_campaign: string | null;
  claim_epoch: number | null;
  claimed_at: number | null;
  account: string | null;
  seller: string | null;
  /** Facts of the lead in the compliance module's terms (region, timeZone, relationship ...). */
  facts: JsonText<Readonly<Record<string, unknown>>>;
  /** Name, account and custom fields for the agent's screen. */
  fields: JsonText<Readonly<Record<string, string>>>;
  import_id: string | null;
  import_line: number | null;
  created_at: number;
  updated_at: number;
}

/** Numbers of a lead, in dial order. */
export interface PhonesTable {
  lead_id: string;
  position: number;
  phone: string;
  person_id: string;
  line_type: NonNullable<LeadPhone['lineType']> | null;
  open: Flag;
  closed_why: string | null;
}

/** One row a call attempt. Open while `ended_at` is null. */
export interface AttemptsTable {
  attempt_id: string;
  campaign_id: string;
  lead_id: string;
  list_id: string;
  person_id: string;
  phone: string;
  node: string;
  epoch: number;
  /** 'inbound': the call came in, `phone` is the caller's and `caller_number` the number they called. */
  mode: CallMode;
  human_initiated: Flag;
  voices: JsonText<readonly CallVoice[]>;
  caller_number: string;
  agent_id: string | null;
  purpose: string | null;
  seller: string | null;
  account: string | null;
  opened_at: number;
  live_answer_at: number | null;
  connected_at: number | null;
  abandoned_at: number | null;
  outcome: Outcome | null;
  disposition: string | null;
  cause: JsonText<HangupCause> | null;
  machine_verdict: NonNullable<AttemptResult['machineVerdict']> | null;
  dialed_at: number | null;
  ringing_at: number | null;
  answered_at: number | null;
  ended_at: number | null;
  closed_at: number | null;
  talk_ms: number | null;
  wrap_up_ms: number | null;
  counts: Flag | null;
  /** The person refused to talk: history reads 'refused'. */
  refused: Flag;
  /** Instant of the callback that was agreed in this call. */
  callback_at: number | null;
  /** What the end meant for lead, numbers and person. */
  result: JsonText<Pick<AttemptResult, 'lead' | 'closes' | 'learned' | 'callerEnding'>> | null;
  /** When what names the person was erased; null: it was not. */
  erased_at: number | null;
}

/**
 * Ends that came after an attempt had ended, e.g. after a take-over: the first end stays, a different one is
 * kept here.
 */
export interface LateEndsTable {
  attempt_id: string;
  /** SHA-256 of `result`: the same end is kept once. */
  hash: string;
  at: number;
  node: string;
  outcome: Outcome;
  disposition: string | null;
  agent_id: string | null;
  connected_at: number | null;
  /** As in attempts: null where this end tells of none. */
  live_answer_at: number | null;
  abandoned_at: number | null;
  ended_at: number;
  /** As in attempts. */
  refused: Flag;
  callback_at: number | null;
  /** The whole end, without what a flow gathered: that is in `answers`. */
  result: JsonText<Omit<AttemptResult, 'variables'>>;
}

/** Unique keys of attempts in progress: `n:<number>` and `p:<person>`. */
export interface InProgressTable {
  subject: string;
  attempt_id: string;
}

/** Where a record of `decision_records` stands. */
export interface RecordPlace {
  readonly writer: string;
  readonly n: number;
  readonly hash: string;
}

/** A decision as it is stored: the gate's own record with the verdict in force. */
export interface StoredDecision {
  readonly allowed?: boolean;
  readonly refusals?: readonly CallRefusal[];
  readonly nextAllowedAt?: number | null;
  readonly records?: readonly RecordPlace[];
  readonly [member: string]: unknown;
}

/** Every answer of the gate, allowed or not. */
export interface DecisionsTable {
  id: Generated<number>;
  attempt_id: string;
  campaign_id: string;
  lead_id: string;
  at: number;
  mode: DialMode;
  allowed: Flag;
  refusals: JsonText<readonly CallRefusal[]>;
  /** Rule of the first refusal, for counting. */
  rule: string | null;
  scope: CallRefusal['scope'] | null;
  /** What was decided, with place and hash of each record in `decision_records` it rests on. */
  record: JsonText<StoredDecision>;
  /** SHA-256 of `record`, also in the audit chain. */
  hash: string;
}

/**
 * Each question put to the law with its answer: one hash chain a writer, in the format of the compliance
 * module's audit records.
 */
export interface DecisionRecordsTable {
  writer: string;
  n: number;
  attempt_id: string;
  campaign_id: string;
  lead_id: string;
  phone: string;
  at: number;
  allowed: Flag;
  /** The record with its chain. */
  record: JsonText<Readonly<Record<string, unknown>>>;
  hash: string;
  /** When its content was erased; null: it was not. Its place and hash stay. */
  erased_at: number | null;
}

/** The audit trail: one hash chain a writer. */
export interface AuditTable {
  writer: string;
  n: number;
  at: number;
  campaign_id: string;
  kind: string;
  detail: JsonText<Readonly<Record<string, unknown>>>;
  prev_hash: string;
  hash: string;
  /** Keyed hash of `hash`, behind the id of its key; null where no key was set. */
  mac: string | null;
}

/**
 * The internal do-not-call list. `subject`: `n:<number>` or `p:<person>`; `scope`: 'company' or a campaign
 * id.
 */
export interface DoNotCallTable {
  subject: string;
  scope: string;
  at: number;
  source: string;
}

/** What a row of `consents` is: a grant, by its form, or a revocation. */
export type ConsentType = 'written' | 'express' | 'revocation';

/** Grants and revocations of consent. `phone` '' covers all numbers of the person. */
export interface ConsentsTable {
  consent_id: string;
  person_id: string;
  phone: string;
  type: ConsentType;
  at: number;
  /** Purposes; null: all. */
  scope: JsonText<readonly string[]> | null;
  /** Sellers; null: any. */
  sellers: JsonText<readonly string[]> | null;
  /** The form with its version, a recording: where the proof is. */
  evidence: string | null;
  source: string;
  /** From where it was given. */
  address: string | null;
  /** Identifier of a certificate by a third party. */
  certificate_id: string | null;
  /** From then on it does not count. */
  expires_at: number | null;
  /** Recorded by mistake: it does not count, and stays on record. */
  withdrawn_at: number | null;
  withdrawn_why: string | null;
}

/** Facts learned on calls or entered by an operator. `phone` '' covers the person. */
export interface LearnedTable {
  id: Generated<number>;
  person_id: string;
  phone: string;
  kind: ComplianceFactKind;
  at: number;
  source: string;
  attempt_id: string | null;
  /** What the fact carries besides its date. */
  detail: JsonText<FactDetail> | null;
  /** Not so, as it turned out: it does not count, and stays on record. */
  withdrawn_at: number | null;
  withdrawn_why: string | null;
}

/** Contacts other than our attempts: inbound calls, e-mails. They are part of the person's history. */
export interface ContactsTable {
  id: Generated<number>;
  person_id: string;
  phone: string;
  at: number;
  /** The history entry in the compliance module's terms. */
  entry: JsonText<Readonly<Record<string, unknown>>>;
  /** Where it was read; null in rows of versions that did not write it. */
  source: string | null;
  withdrawn_at: number | null;
  withdrawn_why: string | null;
}

/** Emergencies that a state has declared, and legal holds. They end, and stay on record. */
export interface StandingOrdersTable {
  order_id: string;
  kind: StandingOrderKind;
  subject: string;
  at: number;
  until_at: number | null;
  reason: string;
  ended_at: number | null;
  ended_why: string | null;
}

/**
 * One row a campaign: which running instance has it. The columns of the instance are null in rows of versions
 * that did not write them.
 */
export interface LeasesTable {
  campaign_id: string;
  node: string;
  epoch: number;
  expires_at: number;
  /** Random id of the dialer. */
  instance: string | null;
  host: string | null;
  /** The machine since its boot, and its space of process ids. */
  machine: string | null;
  pid: number | null;
  /** Tells the process from a later one with the same id. */
  pid_started: string | null;
  since: number | null;
}

/** One row an agent: which running instance they work at, named as in a lease. It ends as a lease does. */
export interface PresencesTable extends Omit<LeasesTable, 'epoch'> {
  agent_id: string;
}

/** One row, id 1: the switch that stops all campaigns. */
export interface KillSwitchTable {
  id: number;
  is_on: Flag;
  reason: string;
  at: number;
  version: number;
}

/** Changes that running campaigns look for: leads withdrawn while claimed, leads pushed to the front. */
export interface ChangesTable {
  id: Generated<number>;
  campaign_id: string;
  lead_id: string;
  reason: string;
  at: number;
}

/** How far an import got: written in the transaction of each batch. */
export interface ImportsTable {
  import_id: string;
  list_id: string;
  /** Records committed. */
  position: number;
  rejects_bytes: number;
  totals: JsonText<Partial<ImportTotals>>;
  done: Flag;
  started_at: number;
  updated_at: number;
}

/** What flows gathered. Never logged. */
export interface AnswersTable {
  attempt_id: string;
  name: string;
  value: string;
}

/** Where a recording of a call is kept. */
export interface RecordingsTable {
  recording_id: string;
  attempt_id: string;
  at: number;
  duration_ms: number | null;
  location: string | null;
}

/** What the database keeps to itself: made with it, shown nowhere. */
export interface SecretsTable {
  name: string;
  value: string;
}

/** People who log in at the server. */
export interface AccountsTable {
  /** Name they log in by; of one who takes calls, also the id of the agent. */
  account_id: string;
  name: string;
  role: string;
  /** Salted hash with its parameters; null until a password was set. */
  password: string | null;
  created_at: number;
  disabled_at: number | null;
}

/** One-time links by which a person sets a password: only the hash of the token is kept. */
export interface AccountLinksTable {
  token_hash: string;
  account_id: string;
  expires_at: number;
}

/** Sessions of people: only the hash of the token is kept. */
export interface SessionsTable {
  token_hash: string;
  account_id: string;
  created_at: number;
  expires_at: number;
}

/** Campaigns as documents: a row a version, which is never changed. */
export interface CampaignVersionsTable {
  campaign_id: string;
  /** From 1. */
  version: number;
  author: string;
  at: number;
  /** Path of the campaign file it was read from; null: a person wrote it. */
  source: string | null;
  /** Text of the campaign file. */
  document: string;
}

/** All tables by name. */
export interface Database {
  lists: ListsTable;
  campaigns: CampaignsTable;
  campaign_lists: CampaignListsTable;
  places: PlacesTable;
  leads: LeadsTable;
  phones: PhonesTable;
  attempts: AttemptsTable;
  late_ends: LateEndsTable;
  in_progress: InProgressTable;
  decisions: DecisionsTable;
  decision_records: DecisionRecordsTable;
  audit: AuditTable;
  do_not_call: DoNotCallTable;
  consents: ConsentsTable;
  learned: LearnedTable;
  contacts: ContactsTable;
  standing_orders: StandingOrdersTable;
  leases: LeasesTable;
  presences: PresencesTable;
  kill_switch: KillSwitchTable;
  changes: ChangesTable;
  imports: ImportsTable;
  answers: AnswersTable;
  recordings: RecordingsTable;
  secrets: SecretsTable;
  accounts: AccountsTable;
  account_links: AccountLinksTable;
  sessions: SessionsTable;
  campaign_versions: CampaignVersionsTable;
}

/** Names of all tables, to tell them from aliases; the compiler demands each. */
export const TABLE_NAMES: ReadonlySet<string> = new Set(
  Object.keys({
    lists: true,
    campaigns: true,
    campaign_lists: true,
    places: true,
    leads: true,
    phones: true,
    attempts: true,
    late_ends: true,
    in_progress: true,
    decisions: true,
    decision_records: true,
    audit: true,
    do_not_call: true,
    consents: true,
    learned: true,
    contacts: true,
    standing_orders: true,
    leases: true,
    presences: true,
    kill_switch: true,
    changes: true,
    imports: true,
    answers: true,
    recordings: true,
    secrets: true,
    accounts: true,
    account_links: true,
    sessions: true,
    campaign_versions: true,
  } satisfies Record<keyof Database, true>),
);
