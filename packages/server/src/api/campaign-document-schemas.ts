/** Shapes of campaigns as documents. */
import { CAMPAIGN_RUN_STATES, DIAL_MODES } from '@outdial/core';
import { LEAD_ORDERS } from '@outdial/store';
import { SCHEDULE_CLOCKS } from 'outdial';
import { z } from 'zod';
import { instant } from './schemas.js';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Entries of a setting: lists, rules, and pages with their choices. */
const entry = z.record(
  z.string(),
  z.union([scalar, z.array(z.union([z.string(), z.record(z.string(), scalar)]))]),
);

const setting = z.union([scalar, z.array(z.union([z.string(), entry]))]);

/** A setting to be changed in a document. */
export const settingChange = z
  .strictObject({
    path: z
      .string()
      .regex(/^[A-Za-z]+(\.[A-Za-z]+)*$/, "must be the place of a setting, e.g. 'dialing.lines'")
      .max(120),
    value: setting.meta({ description: 'null takes the setting out.' }),
  })
  .meta({ id: 'SettingChange' });

/** What is wrong with a setting. */
export const settingProblem = z
  .strictObject({
    field: z.string(),
    value: z.string().optional(),
    remedy: z.string(),
  })
  .meta({ id: 'SettingProblem' });

/** What the law's review finds. */
const finding = z.strictObject({
  rule: z.string(),
  title: z.string(),
  message: z.string(),
  remedy: z.string(),
  blocks: z.boolean().meta({ description: 'True: the campaign must not start. False: a duty, or a notice.' }),
});

/** The settings that the form shows, with defaults filled in. */
export const commonSettings = z
  .strictObject({
    name: z.string(),
    mode: z.enum(DIAL_MODES),
    callerNumber: z.string(),
    countries: z.array(z.string()),
    timeZone: z.string(),
    live: z.boolean(),
    lists: z.array(z.string()),
    weights: z
      .array(z.strictObject({ id: z.string(), share: z.number().nullable(), priority: z.number() }))
      .meta({ description: 'How the lists stand beside each other, in the order of `lists`.' }),
    dispositions: z.array(z.strictObject({ code: z.string(), label: z.string() })),
    purpose: z.string(),
    seller: z.string().nullable(),
    lines: z.number(),
    callsPerSecond: z.number(),
    ringTimeoutSeconds: z.number(),
    schedule: z
      .strictObject({
        clock: z.enum(SCHEDULE_CLOCKS),
        weekdays: z.string(),
        saturday: z.string(),
        sunday: z.string(),
        firstDay: z.string().nullable(),
        lastDay: z.string().nullable(),
        closedDays: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'Own days and hours; null: whenever the law allows.' }),
    filter: z.string().nullable().meta({ description: 'Only leads for which it is true are dialed.' }),
    order: z.enum(LEAD_ORDERS),
    score: z.string().nullable().meta({ description: 'Number of a lead, of order score.' }),
    recycle: z
      .strictObject({
        at: z.string(),
        rules: z.array(
          z.strictObject({ endings: z.array(z.string()), afterDays: z.number(), rounds: z.number() }),
        ),
      })
      .nullable()
      .meta({ description: 'Closed leads that are opened again each day; null: none.' }),
    script: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string().nullable(),
          text: z.string(),
          choices: z.array(z.strictObject({ label: z.string(), page: z.string() })),
        }),
      )
      .meta({ description: 'Pages of the script; empty: there is none.' }),
    wrapUpSeconds: z.number(),
  })
  .meta({ id: 'CommonSettings' });

/** A text as it was examined. */
export const examination = z
  .strictObject({
    text: z.string(),
    problems: z.array(settingProblem),
    findings: z.array(finding),
    settings: commonSettings.nullable().meta({ description: 'null: the text cannot be used.' }),
  })
  .meta({ id: 'CampaignExamination' });

/** A version without its text. */
export const versionInfo = z
  .strictObject({
    version: z.number(),
    author: z.string(),
    at: instant,
    source: z.string().nullable().meta({ description: 'The campaign file; null: a person wrote it.' }),
  })
  .meta({ id: 'CampaignVersionInfo' });

/** A campaign as a document, and where it stands. */
export const campaignDocument = z
  .strictObject({
    campaignId: z.string(),
    name: z.string(),
    newest: versionInfo,
    inForce: z.number().nullable().meta({ description: 'Version on the floor; null: it is not there.' }),
    state: z.enum(CAMPAIGN_RUN_STATES).nullable().meta({ description: 'null: it is not on the floor.' }),
    fault: z.string().nullable().meta({ description: 'Why it is not on the floor.' }),
  })
  .meta({ id: 'CampaignDocument' });

/** A version with its text. */
export const campaignVersion = z
  .strictObject({ campaignId: z.string(), info: versionInfo, examination })
  .meta({ id: 'CampaignVersion' });

/** What became of a change. */
export const savedVersion = z
  .strictObject({
    campaignId: z.string(),
    version: z.number(),
    inForce: z
      .boolean()
      .meta({ description: 'False: the campaign runs, and some settings wait for the next start.' }),
    applied: z.array(z.string()).meta({
      description:
        'Settings that a running campaign took at once: of leads.filter, leads.order and the like.',
    }),
    later: z.array(z.string()).meta({ description: 'Settings that are in force from the next start.' }),
  })
  .meta({ id: 'SavedVersion' });

/** A setting that differs between two versions; JSON texts, null where it is not set. */
export const settingDifference = z
  .strictObject({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })
  .meta({ id: 'SettingDifference' });
