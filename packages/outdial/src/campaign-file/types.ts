/** Types of the campaign file, derived from its schema: as it is written, and as it is after reading. */
import type { z } from 'zod';
import type { campaignSection } from './campaign-section.js';

/** A value that nobody may change, at any depth. */
type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/**
 * A campaign as it is written: settings that have a default may be absent. docs/reference/campaign-file.md
 * explains every setting; {@link defineCampaign} checks an object literal while it is typed.
 */
export type CampaignInput = Immutable<z.input<typeof campaignSection>> & {
  /** Path or address of the JSON schema, for editors; ignored. */
  readonly $schema?: string;
};

/**
 * A campaign after reading: every default is filled in. The units stand in the names (`Seconds`, `Minutes`,
 * `Ms`); shares are 0 to 1.
 */
export type CampaignFile = Immutable<z.output<typeof campaignSection>>;

/** A lead list, and how its file is read. */
export type ListSource = CampaignFile['lists'][number];
/** Own days and hours of the campaign. */
export type ScheduleSection = NonNullable<CampaignFile['schedule']>;
/** Which leads are dialed, and in which order. */
export type LeadsSection = CampaignFile['leads'];
/** Where leads and attempts are kept. */
export type StoreSection = CampaignFile['store'];
/** Do-not-call lists in which every number is looked up before each call. */
export type DoNotCallSection = CampaignFile['doNotCall'];
/** One do-not-call list, as a set file made by `outdial dnc build`. */
export type DoNotCallListSource = DoNotCallSection['lists'][number];
/** What the law must know of the campaign. */
export type ComplianceSection = CampaignFile['compliance'];
/** A rule of the client. It can only refuse. */
export type PolicyEntry = ComplianceSection['policies'][number];
/** What an abandoned call hears, and how often that may happen. */
export type AbandonmentSection = CampaignFile['abandonment'];
/** Speed and time-outs of dialing. */
export type DialingSection = CampaignFile['dialing'];
/** Answering machine detection. */
export type MachineDetectionSection = NonNullable<CampaignFile['machineDetection']>;
/** Call flows: inline, or the path of a JSON or YAML file. */
export type FlowsSection = CampaignFile['flows'];
/** A flow inline, or the path of its file relative to the campaign file. */
export type FlowSource = NonNullable<FlowsSection['agentless']>;
/** Preview mode. */
export type PreviewSection = CampaignFile['preview'];
/** The time after the conversation. */
export type WrapUpSection = CampaignFile['wrapUp'];
/** Conversations of agents: transfers, parking, recording. */
export type ConversationsSection = CampaignFile['conversations'];
/** Calls that come in. */
export type InboundSection = NonNullable<CampaignFile['inbound']>;
/** What the agent says, page by page. */
export type ScriptSection = NonNullable<CampaignFile['script']>;
/** One disposition code of the campaign. */
export type DispositionEntry = NonNullable<CampaignFile['dispositions']>[number];
/** Retries by outcome: a rule replaces the shipped rule of that outcome, `null` removes it. */
export type RetrySection = CampaignFile['retry'];
/** When a lead is tried again. */
export type RetryEntry = NonNullable<DispositionEntry['retry']>;
/** Scheduled callbacks. */
export type CallbacksSection = CampaignFile['callbacks'];
/** Who takes the calls. */
export type AgentsSection = CampaignFile['agents'];
/** One agent. */
export type AgentEntry = AgentsSection['people'][number];
/** How automatic agents behave. */
export type AutomaticAgents = NonNullable<AgentsSection['automatic']>;
/** What carries the calls. */
export type TelephonySection = CampaignFile['telephony'];
/** The simulated carrier of the `simulation` section. */
export type SimulatedTelephony = Extract<TelephonySection, { readonly kind: 'simulated' }>;
/** An Asterisk and its trunks. Credentials come from the environment, never from the file. */
export type AsteriskTelephonySection = Extract<TelephonySection, { readonly kind: 'asterisk' }>;
/** How agents' legs are kept. */
export type AgentLegsSection = AsteriskTelephonySection['agentLegs'];
/** One Asterisk. */
export type AsteriskServer = AsteriskTelephonySection['server'];
/** One trunk. */
export type TrunkEntry = AsteriskTelephonySection['trunks'][number];
/** The simulated carrier, its agents and its hour. */
export type SimulationSection = CampaignFile['simulation'];
/** The control interface over HTTP. */
export type ControlSection = NonNullable<CampaignFile['control']>;
/** Log of the running dialer. It never holds numbers or names. */
export type LogSection = CampaignFile['log'];
/** Where the heads of the audit trail are kept. */
export type AuditSection = CampaignFile['audit'];
