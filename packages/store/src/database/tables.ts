import type { Generated } from 'kysely';

/**
 * Where a lead row stands. 'waiting' becomes 'ready' when its instant comes; 'callback' waits for a promised
 * time (and perhaps an agent).
 */
export type LeadState = 'ready' | 'waiting' | 'callback' | 'claimed' | 'closed';
/**
 * What closed a lead: an outcome, a recall from outside, the law, a do-not-call request, or the campaign
 * giving it up.
 */
export type ClosedBy = 'outcome' | 'withdrawn' | 'refused' | 'do-not-call' | 'released';

/** Lists of leads. */
export interface ListsTable {
  list_id: string;
  created_at: number;
}

/** Campaigns and what the law must know of them when their attempts are read back as history. */
export interface CampaignsTable {
  campaign_id: string;
  purpose: string | null;
  seller: string | null;
  /** JSON: the facts given to `defineCampaign`, whole. */
  facts: string;
  updated_at: number;
}

export interface CampaignListsTable {
  campaign_id: string;
  list_id: string;
}

/** The distinct places a list's leads live in: calling windows are asked by place. */
export interface PlacesTable {
  list_id: string;
  place: string;
}

/** One row a lead. Instants are epoch ms; flags are 0 or 1; JSON is text. */
export interface LeadsTable {
  lead_id: string;
  list_id: string;
  person_id: string;
  state: LeadState;
  /** Null once closed. */
  next_dialable_at: number | null;
  place: string;
  /** The priority negated, so that an ascending index gives the dial order. */
  dial_order: number;
  /** Age within the store: smaller is older. */
  seq: number;
  reason: 'fresh' | 'retry' | 'callback' | 'abandoned';
  phone_index: number;
  callback_at: number | null;
  callback_agent_id: string | null;
  callback_note: string | null;
  owner_agent_id: string | null;
  /** JSON array. */
  skills: string;
  answer_probability: number | null;
  attempts: number;
  /** 1 after the first attempt, whether it counted or not. */
  touched: number;
  /** JSON: outcome to count since the last contact. */
  outcomes: string;
  /** JSON array of epoch ms: attempts of the last 24 hours that counted. */
  recent_attempts: string;
  last_outcome: string | null;
  last_disposition: string | null;
  last_attempt_at: number | null;
  /** Why it stands where it stands, for reports. */
  why: string;
  closed_by: ClosedBy | null;
  claim_campaign: string | null;
  claim_epoch: number | null;
  claimed_at: number | null;
  account: string | null;
  seller: string | null;
  /** JSON: facts of the lead in the compliance module's words (region, timeZone, relationship ...). */
  facts: string;
  /** JSON: name, account and custom fields for the agent's screen. */
  fields: string;
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
  line_type: string | null;
  open: number;
  closed_why: string | null;
}

export interface PersonsTable {
  person_id: string;
  created_at: number;
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
  mode: string;
  human_initiated: number;
  /** JSON array. */
  voices: string;
  caller_number: string;
  agent_id: string | null;
  purpose: string | null;
  seller: string | null;
  account: string | null;
  opened_at: number;
  live_answer_at: number | null;
  connected_at: number | null;
  abandoned_at: number | null;
  outcome: string | null;
  disposition: string | null;
  /** JSON {@link HangupCause}. */
  cause: string | null;
  machine_verdict: string | null;
  dialed_at: number | null;
  ringing_at: number | null;
  answered_at: number | null;
  ended_at: number | null;
  closed_at: number | null;
  talk_ms: number | null;
  wrap_up_ms: number | null;
  counts: number | null;
  /** The person refused to talk: history reads 'refused'. */
  refused: number;
  /** A callback was promised in this call, for this instant. */
  callback_at: number | null;
  /** JSON of the closing command, to replay it. */
  result: string | null;
}

/** Unique keys of attempts in progress: `n:<number>` and `p:<person>`. */
export interface InProgressTable {
  subject: string;
  attempt_id: string;
}

/** Every answer of the gate, allowed or not. */
export interface DecisionsTable {
  id: Generated<number>;
  attempt_id: string;
  campaign_id: string;
  lead_id: string;
  at: number;
  mode: string;
  allowed: number;
  /** JSON array of refusals. */
  refusals: string;
  /** Rule of the first refusal, for counting. */
  rule: string | null;
  scope: string | null;
  /** JSON: what was decided, with place and hash of each record in `decision_records` it rests on. */
  record: string;
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
  allowed: number;
  /** JSON: the record with its chain. */
  record: string;
  hash: string;
}

/** The audit trail: one hash chain a writer. */
export interface AuditTable {
  writer: string;
  n: number;
  at: number;
  campaign_id: string;
  kind: string;
  detail: string;
  prev_hash: string;
  hash: string;
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

/** Grants and revocations of consent. `phone` '' covers all numbers of the person. */
export interface ConsentsTable {
  consent_id: string;
  person_id: string;
  phone: string;
  type: 'written' | 'express' | 'revocation';
  at: number;
  /** JSON array of purposes; null: all. */
  scope: string | null;
  /** JSON array of sellers; null: any. */
  sellers: string | null;
  evidence: string | null;
  source: string;
}

/** Facts learned on calls or entered by hand. `phone` '' covers the person. */
export interface LearnedTable {
  id: Generated<number>;
  person_id: string;
  phone: string;
  kind: string;
  at: number;
  source: string;
  attempt_id: string | null;
  /** JSON; e.g. the inconvenient hours. */
  detail: string | null;
}

/** Contacts other than our attempts: inbound calls, e-mails. They stand in the person's history. */
export interface ContactsTable {
  id: Generated<number>;
  person_id: string;
  phone: string;
  at: number;
  /** JSON: the history entry in the compliance module's words. */
  entry: string;
}

/** One row a campaign: who runs it. */
export interface LeasesTable {
  campaign_id: string;
  node: string;
  epoch: number;
  expires_at: number;
}

export interface KillSwitchTable {
  id: number;
  is_on: number;
  reason: string;
  at: number;
  version: number;
}

/** What running campaigns must learn: leads withdrawn while claimed. */
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
  /** JSON totals. */
  totals: string;
  done: number;
  started_at: number;
  updated_at: number;
}

/** What flows gathered. Never logged. */
export interface AnswersTable {
  attempt_id: string;
  name: string;
  value: string;
}

export interface RecordingsTable {
  recording_id: string;
  attempt_id: string;
  at: number;
  duration_ms: number | null;
  location: string | null;
}

/** The database as Kysely sees it. */
export interface Tables {
  lists: ListsTable;
  campaigns: CampaignsTable;
  campaign_lists: CampaignListsTable;
  places: PlacesTable;
  leads: LeadsTable;
  phones: PhonesTable;
  persons: PersonsTable;
  attempts: AttemptsTable;
  in_progress: InProgressTable;
  decisions: DecisionsTable;
  decision_records: DecisionRecordsTable;
  audit: AuditTable;
  do_not_call: DoNotCallTable;
  consents: ConsentsTable;
  learned: LearnedTable;
  contacts: ContactsTable;
  leases: LeasesTable;
  kill_switch: KillSwitchTable;
  changes: ChangesTable;
  imports: ImportsTable;
  answers: AnswersTable;
  recordings: RecordingsTable;
}
