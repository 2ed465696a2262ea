import { z } from 'zod';
import { OUTCOMES, type Outcome } from '@outdial/core';
import { identifier, media, phone, share } from './basic-values.js';
import type {
  AbandonmentSection,
  AgentsSection,
  DialingSection,
  DispositionEntry,
  FlowsSection,
  MachineDetectionSection,
  PreviewSection,
  RetrySection,
  WrapUpSection,
} from './types.js';

/** Sections of the campaign file that say how it dials. */

/** Longest a phone may be left ringing; beyond it networks hang up by themselves. */
const LONGEST_RING_SECONDS = 180;
/** The legal minimum wherever there is one (47 CFR 64.1200(a)(6): 15 seconds or four rings). */
const SHORTEST_RING_SECONDS = 15;

export const dialingSchema: z.ZodType<DialingSection> = z
  .strictObject({
    lines: z
      .int()
      .min(1)
      .max(20_000)
      .default(100)
      .describe('Most calls at once, reserved and live ones included.'),
    callsPerSecond: z.number().positive().max(1000).default(5).describe('Most new calls a second.'),
    callsPerAgent: z
      .number()
      .min(1)
      .max(20)
      .default(2)
      .describe('Power mode: calls in flight per free agent.'),
    speed: z
      .number()
      .min(1)
      .max(20)
      .nullable()
      .default(null)
      .describe(
        "A supervisor's speed by hand: calls per free agent; null: the pacer's own. The legal limits still hold.",
      ),
    ringTimeoutSeconds: z
      .number()
      .min(SHORTEST_RING_SECONDS, 'a phone must ring at least 15 s before we hang up')
      .max(LONGEST_RING_SECONDS)
      .default(25)
      .describe('Counted from the first ringing, 15 to 180.'),
    setupTimeoutSeconds: z
      .number()
      .min(2)
      .max(60)
      .default(8)
      .describe(
        'From the request until something rings; then it is a trunk fault and no attempt on the lead.',
      ),
    dialCommandLifeMs: z
      .int()
      .min(200)
      .max(10_000)
      .default(2000)
      .describe('A dial command older than this is not carried out.'),
    bufferSeconds: z
      .number()
      .min(1)
      .max(120)
      .default(10)
      .describe('Leads held in hand beyond those being dialed, in seconds of dialing.'),
  })
  .prefault({})
  .describe('Speed and time-outs of dialing.');

export const abandonmentSchema: z.ZodType<AbandonmentSection> = z
  .strictObject({
    identification: media(
      'Audio for a called person whom no agent can take in time: who called and, when selling, that it was for telemarketing purposes.',
    ),
    optOutNumber: phone('Number good for opt-outs in business hours, as long as the campaign runs.'),
    optOutNumberMedia: media('Audio that says this number; absent: spoken digit by digit.').exactOptional(),
    optOutOffer: media('Audio that tells which key opts out.'),
    optOutKey: z
      .string()
      .regex(/^[0-9*#]$/, 'must be one key: 0-9, * or #')
      .default('9')
      .describe('Key that records the wish not to be called.'),
    optOutCovers: z.enum(['number', 'person']).default('person').describe('Whom an opt-out by key covers.'),
    voice: z.enum(['prerecorded', 'artificial']).default('prerecorded').describe('Voice of the message.'),
    transcript: z.string().min(1).exactOptional().describe('The words of the message, for reviewers.'),
    targetShare: share(
      'Abandonment the pacer steers to; absent: a tenth below the smallest limit.',
    ).exactOptional(),
    limitShare: share(
      "A limit of the client's own beside the law's, per 30 days from the campaign's first call.",
    ).exactOptional(),
    connectGraceMs: z
      .int()
      .min(0)
      .max(10_000)
      .exactOptional()
      .describe("From live answer until an agent must have the call; never longer than the law's."),
    banHours: z
      .number()
      .min(0)
      .max(24 * 365)
      .exactOptional()
      .describe("The lead rests this long after abandonment; never shorter than the law's."),
  })
  .describe('What an abandoned call hears, and how often that may happen.');

export const machineDetectionSchema: z.ZodType<MachineDetectionSection | null> = z
  .strictObject({
    onMachine: z.enum(['hang-up', 'voicemail', 'agent']).describe('What a machine gets.'),
    sampleShare: share('Machine verdicts sent to an agent all the same, to measure false positives.').default(
      0.02,
    ),
  })
  .nullable()
  .default(null)
  .describe('Answering machine detection; null: off.');

const flowSource = z.union(
  [z.string().min(1), z.record(z.string(), z.unknown())],
  'must be a flow (an object) or the path of a JSON or YAML file with one',
);

export const flowsSchema: z.ZodType<FlowsSection> = z
  .strictObject({
    agentless: flowSource.exactOptional().describe('What an agentless call hears.'),
    voicemail: flowSource.exactOptional().describe('What a machine hears after the beep.'),
  })
  .prefault({})
  .describe('Call flows: inline, or the path of a file.');

export const previewSchema: z.ZodType<PreviewSection> = z
  .strictObject({
    timeoutSeconds: z
      .number()
      .min(1)
      .max(3600)
      .nullable()
      .default(null)
      .describe('The lead waits this long for the agent; null: for ever.'),
    onTimeout: z
      .enum(['dial', 'skip'])
      .default('skip')
      .describe("What the timer does. 'dial' makes it an automated call to the law."),
    skipDelayMinutes: z
      .number()
      .min(0)
      .max(60 * 24 * 30)
      .default(60)
      .describe('A skipped lead rests this long.'),
  })
  .prefault({})
  .describe('Preview mode.');

export const wrapUpSchema: z.ZodType<WrapUpSection> = z
  .strictObject({
    timeoutSeconds: z
      .number()
      .min(0)
      .max(3600)
      .default(60)
      .describe('After it the engine sets `disposition`.'),
    disposition: identifier(
      'Code set when the agent gives none in time; it must read as a conversation.',
    ).default('unspecified'),
  })
  .prefault({})
  .describe('After the talk.');

const retryEntry = z.strictObject({
  delayMinutes: z
    .number()
    .min(0)
    .max(60 * 24 * 366)
    .describe('Until the lead is dialable again.'),
  most: z.int().min(1).max(1000).describe('How often this ending may come before the lead is closed.'),
});

export const dispositionsSchema: z.ZodType<readonly DispositionEntry[]> = z
  .array(
    z.strictObject({
      code: identifier('Code.'),
      label: z.string().min(1).describe("What the agent's screen shows."),
      outcome: z
        .enum(['conversation', 'machine', 'voicemail', 'no-answer', 'reneged', 'message-delivered'])
        .describe('What it is to the law.'),
      contact: z.boolean().default(false).describe('Somebody was spoken to.'),
      rightParty: z.boolean().default(false).describe('The person the list means was spoken to.'),
      conversion: z.boolean().default(false).describe("The campaign's aim was reached."),
      then: z.enum(['close', 'retry', 'callback']).describe('What becomes of the lead.'),
      retry: retryEntry
        .exactOptional()
        .describe('When it is tried again; absent: by the rule of its outcome.'),
      closes: z
        .enum(['none', 'number', 'person', 'entry'])
        .default('none')
        .describe('What it closes beside the lead.'),
      sets: z
        .enum([
          'do-not-call',
          'do-not-call-person',
          'wrong-number',
          'cease',
          'attorney',
          'bankrupt',
          'deceased',
          'inconvenient-time',
          'employer-prohibits',
          'refused',
          'consent-revoked',
        ])
        .exactOptional()
        .describe('Fact it tells the law.'),
    }),
  )
  .min(1)
  .describe('Disposition codes of the campaign; absent: the shipped set.');

const outcomes = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];

export const retrySchema: z.ZodType<RetrySection> = z
  .strictObject({
    rules: z
      .partialRecord(z.enum(outcomes), retryEntry.nullable())
      .default({})
      .describe('By outcome; replaces the shipped rule, null removes it (the lead closes).'),
    mostAttempts: z.int().min(1).max(1000).default(12).describe('Attempts over the life of the lead.'),
    mostPerDay: z.int().min(1).max(100).default(3).describe('Attempts within any 24 hours.'),
    alternateDelayMinutes: z
      .number()
      .min(0)
      .max(1440)
      .default(2)
      .describe("Until the person's next number is tried."),
    minimumDelayMinutes: z
      .number()
      .min(0)
      .max(60 * 24 * 30)
      .default(0)
      .describe('Never sooner than this, whatever a rule says.'),
  })
  .prefault({})
  .describe('When leads are tried again.');

export const agentsSchema: z.ZodType<AgentsSection> = z
  .strictObject({
    persistentLegs: z
      .boolean()
      .default(true)
      .describe(
        'True: agents keep a leg up while logged in; false: the leg is rung before each customer is dialed.',
      ),
    people: z
      .array(
        z.strictObject({
          id: identifier('Agent id.'),
          station: z
            .string()
            .min(1)
            .exactOptional()
            .describe("Where the agent's leg is called, e.g. PJSIP/101."),
          skills: z.array(z.string().min(1)).default([]).describe('Skills that leads may ask for.'),
        }),
      )
      .default([])
      .describe('Agents of the campaign.'),
    automatic: z
      .strictObject({
        talkMeanSeconds: z
          .number()
          .positive()
          .max(3600)
          .nullable()
          .default(null)
          .describe('Mean talk time; null: only the called party hangs up.'),
        wrapUpMeanSeconds: z.number().min(0).max(3600).default(10).describe('Mean wrap-up time.'),
        decideMeanSeconds: z
          .number()
          .min(0)
          .max(3600)
          .default(3)
          .describe('Preview: until the lead is accepted; manual: pause before the next call.'),
        dispositions: z
          .record(z.string(), z.number().min(0))
          .default({ sale: 1, 'right-party': 6, 'not-interested': 3 })
          .describe('Weights of the codes they give.'),
        seed: z.int().min(0).default(1).describe('Same seed, same behaviour.'),
      })
      .nullable()
      .default(null)
      .describe(
        'Agents that act by themselves, for demonstrations and tests; null: agents act through the control interface.',
      ),
  })
  .prefault({})
  .describe('Who takes the calls.');
