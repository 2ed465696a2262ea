import type { DialMode, Outcome, Voice } from '@outdial/core';

/**
 * A campaign file after reading: every default filled in. The units stand in the names (`Seconds`, `Minutes`,
 * `Ms`); shares are 0..1. `packages/outdial/schema/campaign.schema.json` describes the file for editors;
 * docs/reference/campaign-file.md explains it.
 */
export interface CampaignFile {
  /** Names the campaign in the store, in attempt ids and in channel ids. */
  readonly id: string;
  readonly name: string;
  readonly mode: DialMode;
  /** E.164. No caller number, no call. */
  readonly callerNumber: string;
  /** Trunk of all calls; absent: any whose destinations allow the number. */
  readonly trunk?: string;
  /** ISO 3166-1 alpha-2 codes it may dial; everything else is never dialed. */
  readonly countries: readonly string[];
  /** False: only numbers of `allowList` are dialed. */
  readonly live: boolean;
  readonly allowList: readonly string[];
  readonly lists: readonly ListSource[];
  readonly store: StoreSection;
  readonly compliance: ComplianceSection;
  readonly doNotCall: DoNotCallSection;
  readonly abandonment: AbandonmentSection;
  readonly dialing: DialingSection;
  readonly machineDetection: MachineDetectionSection | null;
  readonly flows: FlowsSection;
  readonly preview: PreviewSection;
  readonly wrapUp: WrapUpSection;
  /** Absent: the shipped set. */
  readonly dispositions?: readonly DispositionEntry[];
  readonly retry: RetrySection;
  readonly agents: AgentsSection;
  readonly telephony: TelephonySection;
  readonly simulation: SimulationSection;
  readonly control: ControlSection | null;
  readonly log: LogSection;
}

/** A lead list and how its file is read. */
export interface ListSource {
  readonly id: string;
  /** CSV file, relative to the campaign file; `outdial import` reads it. */
  readonly file?: string;
  /** ISO 3166-1 alpha-2: the country of numbers written without a country code. */
  readonly defaultCountry?: string;
  /** Header of the file to field of the lead; absent: guessed from the headers. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly delimiter?: string;
  readonly encoding: 'auto' | 'utf-8' | 'latin1';
  /** What happens to a row whose person is in the list already. */
  readonly duplicates: 'skip' | 'update';
  /** File with one number a line that must never be called. */
  readonly doNotCallFile?: string;
  /** Where rejected rows go; absent: beside the list, '<file>.rejected.csv'. */
  readonly rejectedFile?: string;
}

/** Where leads and attempts are kept. */
export interface StoreSection {
  /** 'sqlite:./outdial.db' (relative to the campaign file) or 'mysql://user@host:port/database'. */
  readonly url: string;
  /** Name of the environment variable that holds the database password. */
  readonly passwordEnvironment?: string;
}

/** Do-not-call lists in which every number is looked up before each call, beside the store's own opt-outs. */
export interface DoNotCallSection {
  readonly lists: readonly DoNotCallListSource[];
  /** The files are looked at for a new version this often. */
  readonly reloadSeconds: number;
}

/** One list, as a set file made by `outdial dnc build`. */
export interface DoNotCallListSource {
  /** Name in refusals; absent: the scope, with the region of a state's list. */
  readonly name?: string;
  /**
   * 'national' is the public registry of its country, which consent and relationship may lift; numbers of the
   * others are never called.
   */
  readonly scope: 'national' | 'state' | 'company' | 'campaign' | 'litigators';
  /** Set file, relative to the campaign file. */
  readonly file: string;
  /** National lists: ISO 3166-1 alpha-2 of the registry; absent: the campaign's only country. */
  readonly country?: string;
  /** State lists: ISO 3166-2 subdivision without the country. */
  readonly region?: string;
  /** Where it comes from, for refusals; absent: what the file says. */
  readonly source?: string;
}

/** What the law must know of the campaign. */
export interface ComplianceSection {
  readonly purpose: Purpose;
  /** What a called person hears from the agents' side: people, a recording, or a synthetic voice. */
  readonly voice: Voice;
  readonly seller?: string;
  readonly subject?: string;
  readonly content?: string;
  readonly firstParty?: boolean;
  readonly taxExempt?: boolean;
  readonly freeToEndUser?: boolean;
  readonly autodialer?: boolean;
  /** Date (YYYY-MM-DD) of the do-not-call registry copy the lists were scrubbed with. */
  readonly doNotCallVersion?: string;
  /** The caller number takes do-not-call requests in business hours. */
  readonly callerNumberTakesRequests: boolean;
  /** The agents' script names caller, principal and a number or address. */
  readonly scriptIdentifies: boolean;
  /** The message left on machines gives a toll-free number that reaches the same opt-out. */
  readonly voicemailTollFree: boolean;
  /** Every absent fact that an applicable rule needs refuses. */
  readonly strict: boolean;
  /** Jurisdictions or purposes without rules that the client accepts by name. */
  readonly acceptUnmodelled: readonly string[];
  /** Rules of the client's own, stricter than the law. */
  readonly policies: readonly PolicyEntry[];
  /** Stop originating this long before the calling window closes. */
  readonly closingMarginSeconds: number;
}

/** A rule of the client's own. It can only refuse. */
export type PolicyEntry = { readonly id: string; readonly purposes?: readonly Purpose[] } & (
  | {
      readonly kind: 'hours';
      readonly weekdays: string;
      readonly saturday: string;
      readonly sunday: string;
      readonly closedDates?: readonly string[];
    }
  | {
      readonly kind: 'cap';
      readonly max: number;
      readonly period: { readonly hours: number } | { readonly days: number };
      readonly per: 'person' | 'number' | 'subject';
      readonly counts: 'calls' | 'conversations';
    }
  | { readonly kind: 'cool-down'; readonly after: readonly CooledOutcome[]; readonly hours: number }
);

/** Outcomes that a cool-down may follow, in the law's words. */
export type CooledOutcome =
  | 'no-answer'
  | 'busy'
  | 'failed'
  | 'machine'
  | 'voicemail'
  | 'message-delivered'
  | 'conversation'
  | 'refused'
  | 'abandoned';

/** Purposes of calls, in the compliance module's words. */
export type Purpose =
  | 'telemarketing'
  | 'debt-collection'
  | 'political'
  | 'charity'
  | 'informational'
  | 'healthcare'
  | 'financial-alert'
  | 'research'
  | 'emergency';

/** What an abandoned call hears, and how often that may happen. */
export interface AbandonmentSection {
  /** Audio that says who called, and that it was for telemarketing purposes. */
  readonly identification: readonly string[];
  /** E.164: good for opt-outs in business hours. */
  readonly optOutNumber: string;
  /** Audio that says the number; absent: spoken digit by digit. */
  readonly optOutNumberMedia?: readonly string[];
  /** Audio that tells which key opts out. */
  readonly optOutOffer: readonly string[];
  readonly optOutKey: string;
  /** Whom an opt-out covers. */
  readonly optOutCovers: 'number' | 'person';
  readonly voice: 'prerecorded' | 'artificial';
  /** The words of the message, for reviewers. */
  readonly transcript?: string;
  /** Share of live answers the pacer steers to; absent: a tenth below the smallest limit. */
  readonly targetShare?: number;
  /** A limit of the client's own beside the law's. */
  readonly limitShare?: number;
  /**
   * From live answer until an agent must have the call; the law's when absent, never longer than the law's.
   */
  readonly connectGraceMs?: number;
  /** The lead rests this long after abandonment; never shorter than the law's. */
  readonly banHours?: number;
}

/** Speed and time-outs of dialing. */
export interface DialingSection {
  readonly lines: number;
  readonly callsPerSecond: number;
  readonly callsPerAgent: number;
  readonly speed: number | null;
  readonly ringTimeoutSeconds: number;
  readonly setupTimeoutSeconds: number;
  readonly dialCommandLifeMs: number;
  readonly bufferSeconds: number;
}

/** Answering machine detection. */
export interface MachineDetectionSection {
  readonly onMachine: 'hang-up' | 'voicemail' | 'agent';
  readonly sampleShare: number;
}

/** Call flows: inline, or the path of a JSON or YAML file. */
export interface FlowsSection {
  readonly agentless?: FlowSource;
  readonly voicemail?: FlowSource;
}

/** A flow inline, or the path of its file relative to the campaign file. */
export type FlowSource = string | Readonly<Record<string, unknown>>;

/** Preview mode. */
export interface PreviewSection {
  readonly timeoutSeconds: number | null;
  readonly onTimeout: 'dial' | 'skip';
  readonly skipDelayMinutes: number;
}

/** After the talk. */
export interface WrapUpSection {
  readonly timeoutSeconds: number;
  readonly disposition: string;
}

/** One disposition code of the campaign's own. */
export interface DispositionEntry {
  readonly code: string;
  readonly label: string;
  readonly outcome: 'conversation' | 'machine' | 'voicemail' | 'no-answer' | 'reneged' | 'message-delivered';
  readonly contact: boolean;
  readonly rightParty: boolean;
  readonly conversion: boolean;
  readonly then: 'close' | 'retry' | 'callback';
  readonly retry?: RetryEntry;
  readonly closes: 'none' | 'number' | 'person' | 'entry';
  readonly sets?: string;
}

/** When a lead is tried again. */
export interface RetryEntry {
  readonly delayMinutes: number;
  readonly most: number;
}

/** Retries by outcome; rules given here replace the shipped rule of that outcome, `null` removes it. */
export interface RetrySection {
  readonly rules: Readonly<Partial<Record<Outcome, RetryEntry | null>>>;
  readonly mostAttempts: number;
  readonly mostPerDay: number;
  readonly alternateDelayMinutes: number;
  readonly minimumDelayMinutes: number;
}

/** Who takes the calls. */
export interface AgentsSection {
  /** True: agents keep a leg up while logged in. */
  readonly persistentLegs: boolean;
  readonly people: readonly AgentEntry[];
  /**
   * Agents that act by themselves: for demonstrations, tests and agent desktops that are not built yet. Null:
   * none.
   */
  readonly automatic: AutomaticAgents | null;
}

/** One agent. */
export interface AgentEntry {
  readonly id: string;
  /** Where the agent's leg is called, e.g. 'PJSIP/101'. */
  readonly station?: string;
  readonly skills: readonly string[];
}

/** How automatic agents behave. */
export interface AutomaticAgents {
  /**
   * The agent hangs up after this long, drawn from an exponential distribution; null: only the called party
   * hangs up.
   */
  readonly talkMeanSeconds: number | null;
  readonly wrapUpMeanSeconds: number;
  /** Preview: time until the lead is accepted. Manual: pause before the next call is asked for. */
  readonly decideMeanSeconds: number;
  /** Weights of the disposition codes they give. */
  readonly dispositions: Readonly<Record<string, number>>;
  readonly seed: number;
}

/** What carries the calls. */
export type TelephonySection = SimulatedTelephony | AsteriskTelephony;

/** The simulated carrier of the `simulation` section. */
export interface SimulatedTelephony {
  readonly kind: 'simulated';
}

/** An Asterisk and its trunks. Credentials come from the environment, never from the file. */
export interface AsteriskTelephony {
  readonly kind: 'asterisk';
  /**
   * Name of this dialer: the ARI application is `outdial-<node>`. Two dialers on one Asterisk have different
   * names.
   */
  readonly node: string;
  readonly server: AsteriskServer;
  readonly trunks: readonly TrunkEntry[];
  /** Sound of the dialplan's own message, for called parties whom nobody can take. */
  readonly safeHarbour?: string;
  /** Arguments of AMD(); absent: amd.conf of the server. */
  readonly machineDetection?: string;
  readonly agentLegs: AgentLegsSection;
}

/** How agents' legs are kept. */
export interface AgentLegsSection {
  readonly hold: 'music' | 'silence' | 'nothing';
  /** Played to the agent right before the bridge; null: none. */
  readonly connectBeep: string | null;
  /** The station must send audio within this time of answering; null: not checked. */
  readonly audioWithinMs: number | null;
}

/** One Asterisk. */
export interface AsteriskServer {
  /** Base address of ARI, e.g. 'http://127.0.0.1:8088/ari'. */
  readonly url: string;
  readonly usernameEnvironment: string;
  readonly passwordEnvironment: string;
}

/** One trunk. */
export interface TrunkEntry {
  readonly name: string;
  /** Dial string with `{number}`, e.g. 'PJSIP/{number}@carrier'. */
  readonly endpoint: string;
  readonly channels: number;
  readonly callsPerSecond: number;
  /** Put before the number. */
  readonly prefix: string;
  /** How the number is written: '+15551234567', '15551234567', or the national number. */
  readonly numberFormat: 'e164' | 'digits' | 'national';
  /** Country calling codes it carries; absent: all of the campaign. */
  readonly destinations?: readonly string[];
}

/** The simulated carrier, agents and hour of `outdial simulate` and of simulated telephony. */
export interface SimulationSection {
  readonly seed: number;
  /** Local instant in ISO 8601 with offset at which virtual time starts. */
  readonly startsAt: string;
  readonly durationMinutes: number;
  /** Agents when `agents.people` is empty. */
  readonly agents: number;
  /** Share of calls that a live person answers. */
  readonly answerShare: number;
  readonly machineShare: number;
  readonly busyShare: number;
  readonly invalidShare: number;
  readonly ringMeanSeconds: number;
  readonly talkMeanSeconds: number;
  readonly wrapUpMeanSeconds: number;
}

/** The control interface over HTTP. */
export interface ControlSection {
  readonly host: string;
  readonly port: number;
  /** Environment variable that holds the token. */
  readonly tokenEnvironment: string;
}

/** Log of the running dialer. It never holds numbers or names. */
export interface LogSection {
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Relative to the campaign file; '-': standard error. */
  readonly file: string;
}
