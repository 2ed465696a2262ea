/** Shapes that several routes and the stream share. Instants are ISO 8601 with offset, durations ms. */
import {
  AGENT_STATES,
  CALL_STAGES,
  CAMPAIGN_RUN_STATES,
  CONVERSATION_STAGES,
  DIAL_MODES,
  MONITOR_WAYS,
} from '@outdial/core';
import { z } from 'zod';
import { ROLES, type Role } from '../accounts/roles.js';
import { deskConversation, parkedCustomer } from './conversation-schemas.js';

/** An instant, e.g. 2026-06-10T17:00:00.000Z. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant with offset, e.g. 2026-06-10T10:00:00-04:00' })
  .meta({ description: 'ISO 8601 with offset.' });

/** Id of an account, an agent or a campaign. */
export const id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/,
    'must be 1 to 32 letters, digits, dots, hyphens or underscores',
  );

/** A role. */
export const role = z.enum(ROLES as [Role, ...Role[]]);

/** Nothing to say beyond that it was done. */
export const followed = z.strictObject({ followed: z.literal(true) }).meta({ id: 'Followed' });

/** What every refusal says. */
export const refusal = z
  .strictObject({
    code: z.string().meta({ description: 'Stable, kebab-case: what a program tests.' }),
    text: z.string().meta({ description: 'Why, and what to do.' }),
    problems: z
      .array(z.strictObject({ field: z.string(), value: z.string().optional(), remedy: z.string() }))
      .optional()
      .meta({ description: 'With 422: each field that cannot be used.' }),
  })
  .meta({ id: 'Refusal' });

/** Who is logged in. */
export const session = z
  .strictObject({
    accountId: z.string(),
    name: z.string(),
    role,
    simulated: z.boolean(),
    telephone: z.boolean().meta({ description: 'Their telephone is in the browser.' }),
    timeZone: z.string().meta({ description: "The agency's zone, IANA name: its screens tell times in it." }),
    version: z.string(),
    words: z
      .record(z.string(), z.string())
      .meta({ description: 'Codes of outcomes, facts, pauses and reasons, as people read them.' }),
  })
  .meta({ id: 'Session' });

/** An account as the screen of users shows it. */
export const account = z
  .strictObject({
    accountId: z.string(),
    name: z.string(),
    role: z.string(),
    createdAt: instant,
    disabledAt: instant.nullable(),
    hasPassword: z.boolean(),
  })
  .meta({ id: 'Account' });

/** One disposition of a campaign. */
const disposition = z
  .strictObject({ code: z.string(), label: z.string(), callsBack: z.boolean() })
  .meta({ id: 'Disposition' });

/** A person of a list as the desk shows them. Personal data. */
const lead = z
  .strictObject({
    leadId: z.string(),
    listId: z.string(),
    phone: z.string(),
    fields: z.record(z.string(), z.string()),
    attempts: z.number(),
    reason: z.string(),
    callbackNote: z.string().nullable(),
  })
  .meta({ id: 'Lead' });

/** An earlier call to a lead. */
const earlierCall = z
  .strictObject({
    at: instant,
    outcome: z.string().nullable(),
    disposition: z.string().nullable(),
    agentId: z.string().nullable(),
    talkMs: z.number().nullable(),
    note: z.string().nullable().meta({ description: 'What the agent noted. Personal data.' }),
  })
  .meta({ id: 'EarlierCall' });

/** What an agent's desk shows. */
export const desk = z
  .strictObject({
    agentId: z.string(),
    campaignId: z.string(),
    campaign: z.string(),
    mode: z.enum(DIAL_MODES),
    state: z.enum(AGENT_STATES),
    since: instant,
    code: z.string().nullable(),
    next: z.enum(['ready', 'paused', 'offline']),
    legUp: z.boolean(),
    dispositions: z.array(disposition),
    call: z
      .object({
        attemptId: z.string(),
        stage: z.enum(CALL_STAGES),
        connectedAt: instant.nullable(),
        endedAt: instant.nullable(),
      })
      .nullable(),
    lead: lead.nullable(),
    history: z.array(earlierCall).nullable(),
    preview: z.strictObject({ expiresAt: instant.nullable() }).nullable(),
    callbackRefused: z.strictObject({ text: z.string(), nextAllowedAt: instant.nullable() }).nullable(),
    conversation: deskConversation.nullable(),
    parked: z.array(parkedCustomer).meta({ description: 'Customers of the campaign who wait parked.' }),
    noCalls: z
      .strictObject({ text: z.string(), since: instant.nullable() })
      .nullable()
      .meta({ description: 'Why no call comes, unless that passes within moments; null: one may come.' }),
  })
  .meta({ id: 'Desk' });

/** What the agent says, page by page. */
export const script = z
  .strictObject({
    pages: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string().nullable(),
          text: z.string().meta({ description: 'With places for fields: {first name}, {first name|there}.' }),
          choices: z.array(z.strictObject({ label: z.string(), page: z.string() })),
        }),
      )
      .meta({ description: 'The first one is shown when the call comes; none: the campaign has no script.' }),
    values: z
      .record(z.string(), z.string())
      .meta({ description: 'What is known of every call: agent, campaign and seller.' }),
  })
  .meta({ id: 'Script' });

/** An agent on the board. */
export const agent = z
  .strictObject({
    agentId: z.string(),
    campaignId: z.string(),
    state: z.enum(AGENT_STATES),
    since: instant,
    code: z.string().nullable(),
    next: z.enum(['ready', 'paused', 'offline']),
    legUp: z.boolean(),
    attemptId: z.string().nullable(),
    watching: z
      .strictObject({ agentId: z.string(), how: z.enum(MONITOR_WAYS) })
      .nullable()
      .meta({ description: 'To whom they listen as a supervisor, and how; null: to nobody.' }),
  })
  .meta({ id: 'Agent' });

/** A call on the board: no name, and of the number only its last digits. */
export const call = z
  .strictObject({
    attemptId: z.string(),
    campaignId: z.string(),
    stage: z.enum(CALL_STAGES),
    conversation: z
      .enum(CONVERSATION_STAGES)
      .nullable()
      .meta({ description: 'Where its conversation stands; null: it has none.' }),
    phoneEnd: z.string(),
    agentId: z.string().nullable(),
    openedAt: instant,
    answeredAt: instant.nullable(),
    connectedAt: instant.nullable(),
  })
  .meta({ id: 'Call' });

/** A legal limit on abandonment and where the campaign stands. Shares are 0 to 1. */
const abandonment = z
  .strictObject({
    limitId: z.string(),
    title: z.string(),
    limit: z.number(),
    rate: z.number(),
    abandoned: z.number(),
    liveAnswers: z.number(),
    spent: z.boolean(),
  })
  .meta({ id: 'Abandonment' });

/** Why no call can be placed. */
export const explanation = z
  .strictObject({
    at: instant,
    sentence: z
      .string()
      .nullable()
      .meta({ description: 'One sentence; null while a call may come at any moment.' }),
    since: instant.nullable().meta({
      description: 'Since when no call could be placed; null: calls are placed, or `at` is to come.',
    }),
    reasons: z.array(
      z.strictObject({
        kind: z.string(),
        text: z.string(),
        since: instant.nullable(),
        until: instant.nullable(),
        blocksAll: z.boolean().meta({ description: 'It alone holds back every call.' }),
      }),
    ),
    dialable: z.number().nullable(),
  })
  .meta({ id: 'Explanation' });

/** Callers of a campaign that takes calls: who waits, and how well they are served. Shares are 0 to 1. */
const callers = z
  .strictObject({
    waiting: z.number(),
    longestWaitMs: z.number().nullable(),
    arrived: z.number(),
    served: z.number(),
    serviceLevel: z.number().nullable(),
    serviceLevelMs: z.number(),
    lostInQueue: z.number().nullable(),
  })
  .meta({ id: 'Callers' });

/** The share of a server in a campaign that several servers work. */
const campaignShare = z
  .strictObject({
    /** From 1. */
    number: z.number(),
    /** Servers that may work the campaign at once. */
    of: z.number(),
    /** Servers that do. */
    atWork: z.number(),
    /** What this one may use of lines and calls a second, 0 to 1. */
    part: z.number(),
    /** Lines of the whole campaign. */
    lines: z.number(),
    /** Calls a second of the whole campaign. */
    callsPerSecond: z.number(),
  })
  .meta({ id: 'CampaignShare' });

/** A campaign with its live figures. */
export const campaign = z
  .strictObject({
    campaignId: z.string(),
    name: z.string(),
    timeZone: z.string(),
    state: z.enum(CAMPAIGN_RUN_STATES),
    mode: z.enum(DIAL_MODES),
    lines: z.number(),
    speed: z.number().nullable(),
    share: campaignShare.nullable().meta({
      description:
        'Null: the campaign runs at one server. Else everything else in this document is of the share of ' +
        'the server that is asked.',
    }),
    explanation,
    figures: z.strictObject({
      dials: z.number(),
      liveAnswers: z.number(),
      answerRate: z.number(),
      connected: z.number(),
      abandoned: z.number(),
      machines: z.number(),
      occupancy: z.number(),
      meanWaitMs: z.number(),
      connectP95Ms: z.number(),
      callsInFlight: z.number(),
      callsWithAgents: z.number(),
      penetration: z.number().nullable(),
      leads: z.number().nullable(),
      dialable: z.number().nullable(),
    }),
    agents: z.record(z.enum(AGENT_STATES), z.number()),
    outcomes: z.record(z.string(), z.number()),
    dispositions: z.record(z.string(), z.number()),
    abandonment: z.array(abandonment),
    callers: callers.nullable().meta({ description: 'Null: the campaign takes no calls.' }),
  })
  .meta({ id: 'Campaign' });

/** A server of the store. */
export const node = z
  .strictObject({
    /** Where browsers reach it. Of the server that is asked it is '' where its file does not say it. */
    address: z.string(),
    /** Campaigns that it runs. */
    runs: z.array(z.string()),
    /** True: it drains. */
    leaving: z.boolean(),
  })
  .meta({ id: 'Node' });

/** Campaigns and files of the server that cannot be used: the others run. */
export const unusableCampaigns = z
  .strictObject({
    campaigns: z.array(
      z.strictObject({
        /** Id of the campaign, or the name of its file where nobody knows it. */
        name: z.string(),
        /** What is wrong, and what to do. */
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'UnusableCampaigns' });

/** What concerns the whole floor. */
export const floor = z
  .strictObject({
    simulated: z.boolean(),
    draining: z.boolean(),
    storeSilentSince: instant
      .nullable()
      .meta({ description: 'Since when the database has not answered; null: it answers.' }),
    telephonyDownSince: instant
      .nullable()
      .meta({ description: 'Since when telephony is not connected; null: it is.' }),
    telephonyTroubles: z
      .array(z.strictObject({ text: z.string(), since: instant }))
      .meta({ description: 'Trunks and servers of telephony that are away while the rest goes on.' }),
    killSwitch: z.strictObject({ on: z.boolean(), reason: z.string() }),
    /** The servers of the store, the one asked first: where to go when it has gone. */
    nodes: z.array(node),
  })
  .meta({ id: 'Floor' });
