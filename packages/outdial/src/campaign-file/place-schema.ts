import { z } from 'zod';
import { country, environmentName, identifier, share } from './basic-values.js';
import type {
  ComplianceSection,
  ControlSection,
  DoNotCallSection,
  ListSource,
  LogSection,
  SimulationSection,
  StoreSection,
  TelephonySection,
} from './types.js';

/** Sections of the campaign file that say with what it dials: lists, store, law, telephony, simulation. */

export const listsSchema: z.ZodType<readonly ListSource[]> = z
  .array(
    z.strictObject({
      id: identifier('List id.'),
      file: z
        .string()
        .min(1)
        .exactOptional()
        .describe('CSV file, relative to this file; `outdial import` reads it.'),
      defaultCountry: country('Country of numbers written without a country code.').exactOptional(),
      columns: z
        .record(z.string(), z.string())
        .exactOptional()
        .describe('Header of the file to field of the lead; absent: guessed.'),
      delimiter: z.string().length(1).exactOptional().describe('Absent: guessed.'),
      encoding: z
        .enum(['auto', 'utf-8', 'latin1'])
        .default('auto')
        .describe('auto: UTF-8 where it is valid, else Latin-1.'),
      duplicates: z
        .enum(['skip', 'update'])
        .default('skip')
        .describe('What happens to a row whose person is in the list already.'),
      doNotCallFile: z
        .string()
        .min(1)
        .exactOptional()
        .describe('File with one number a line that must never be called.'),
      rejectedFile: z
        .string()
        .min(1)
        .exactOptional()
        .describe("Rejected rows go here; absent: beside the list, '<file>.rejected.csv'."),
    }),
  )
  .min(1)
  .describe('Lead lists.');

export const storeSchema: z.ZodType<StoreSection> = z
  .strictObject({
    url: z
      .string()
      .regex(
        /^(sqlite:.+|(mysql|mariadb):\/\/.+)$/,
        "must be 'sqlite:<file>' or 'mysql://user@host:port/database'",
      )
      .refine(
        (url) => !/^[a-z]+:\/\/[^/@]*:[^/@]*@/.test(url),
        'must not hold a password: remove it and name an environment variable in store.passwordEnvironment',
      )
      .default('sqlite:./outdial.db')
      .describe("'sqlite:./outdial.db' (relative to this file) or 'mysql://user@host:port/database'."),
    passwordEnvironment: environmentName('Environment variable with the database password.').exactOptional(),
  })
  .prefault({})
  .describe('Where leads and attempts are kept.');

const PURPOSES = [
  'telemarketing',
  'debt-collection',
  'political',
  'charity',
  'informational',
  'healthcare',
  'financial-alert',
  'research',
  'emergency',
] as const;

const policyBase = {
  id: z
    .string()
    .regex(
      /^client\.[a-z0-9_.-]+$/,
      "must begin with 'client.' and go on in lower-case letters, digits, dots and dashes",
    )
    .describe("Name in refusals: 'client.' and a word."),
  purposes: z.array(z.enum(PURPOSES)).min(1).exactOptional().describe('Purposes it concerns; absent: all.'),
};
const spans = z
  .string()
  .regex(
    /^(\*|(([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)( (?=\d)|$))*)$/,
    "must be spans like '09:00-12:00 13:00-18:00', '' for closed, or '*' for all day",
  );

const policySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...policyBase,
    kind: z.literal('hours').describe('Own calling hours, local at the called party.'),
    weekdays: spans.describe("Monday to Friday, like '09:00-18:00'."),
    saturday: spans.describe("'' is closed."),
    sunday: spans.describe("'' is closed."),
    closedDates: z.array(z.iso.date()).exactOptional().describe('Dates without calls, YYYY-MM-DD.'),
  }),
  z.strictObject({
    ...policyBase,
    kind: z.literal('cap').describe('Own cap on calls or conversations.'),
    max: z.int().min(1).describe('Most in a period.'),
    period: z
      .union([
        z.strictObject({ hours: z.number().positive().describe('Elapsed hours.') }),
        z.strictObject({ days: z.int().min(1).describe('Local calendar days.') }),
      ])
      .describe('Elapsed hours, or local calendar days.'),
    per: z.enum(['person', 'number', 'subject']).describe('What is counted together.'),
    counts: z.enum(['calls', 'conversations']).default('calls').describe('What is counted.'),
  }),
  z.strictObject({
    ...policyBase,
    kind: z.literal('cool-down').describe('Own pause after outcomes.'),
    after: z
      .array(
        z.enum([
          'no-answer',
          'busy',
          'failed',
          'machine',
          'voicemail',
          'message-delivered',
          'conversation',
          'refused',
          'abandoned',
        ]),
      )
      .min(1)
      .describe('Outcomes it follows.'),
    hours: z.number().positive().describe('Length.'),
  }),
]);

export const complianceSchema: z.ZodType<ComplianceSection> = z
  .strictObject({
    purpose: z.enum(PURPOSES).describe('What the calls are for; the law differs by it.'),
    voice: z
      .enum(['live', 'prerecorded', 'artificial'])
      .default('live')
      .describe("What the called person hears from the agents' side."),
    seller: z
      .string()
      .min(1)
      .exactOptional()
      .describe('On whose behalf; consent that names sellers must name it.'),
    subject: z
      .string()
      .min(1)
      .exactOptional()
      .describe('What the calls are about; frequency caps count by it.'),
    content: z
      .string()
      .min(1)
      .exactOptional()
      .describe("Kind of healthcare or financial message, e.g. 'appointment-reminder'."),
    firstParty: z.boolean().exactOptional().describe('The creditor itself calls, not a collector.'),
    taxExempt: z.boolean().exactOptional().describe('By or for a tax-exempt nonprofit.'),
    freeToEndUser: z.boolean().exactOptional().describe('The called person is not charged for the call.'),
    autodialer: z.boolean().exactOptional().describe('True where numbers are generated.'),
    doNotCallVersion: z.iso
      .date()
      .exactOptional()
      .describe(
        'Date of the do-not-call registry copy the lists were scrubbed with, YYYY-MM-DD. A national list under doNotCall tells its own.',
      ),
    callerNumberTakesRequests: z
      .boolean()
      .default(false)
      .describe(
        'The caller number reaches staff or an automated opt-out in business hours. Sales calls into the US must not start without.',
      ),
    scriptIdentifies: z
      .boolean()
      .default(false)
      .describe("The agents' script names caller, principal and a number or address."),
    voicemailTollFree: z
      .boolean()
      .default(false)
      .describe('The message left on machines gives a toll-free number that reaches the same opt-out.'),
    strict: z.boolean().default(false).describe('Every absent fact that an applicable rule needs refuses.'),
    acceptUnmodelled: z
      .array(z.string())
      .default([])
      .describe('Jurisdictions without rules that you accept by name, on advice of your own.'),
    policies: z
      .array(policySchema)
      .default([])
      .describe('Rules of your own, stricter than the law: they can only refuse.'),
    closingMarginSeconds: z
      .number()
      .min(0)
      .max(3600)
      .default(30)
      .describe('Stop dialing this long before a calling window closes.'),
  })
  .describe('What the law must know of the campaign.');

export const doNotCallSchema: z.ZodType<DoNotCallSection> = z
  .strictObject({
    lists: z
      .array(
        z.strictObject({
          name: identifier(
            "Name in refusals; absent: the scope, with the region of a state's list.",
          ).exactOptional(),
          scope: z
            .enum(['national', 'state', 'company', 'campaign', 'litigators'])
            .describe(
              'national: the public registry of a country, which consent or a relationship may lift as its law says. Numbers of the others are never called.',
            ),
          file: z
            .string()
            .min(1)
            .describe(
              'Set file made by `outdial dnc build`, relative to this file; a name that ends in .gz is compressed. Its date counts for the rules on the age of a registry copy.',
            ),
          country: country(
            'National lists: country of the registry; absent: the only country of the campaign.',
          ).exactOptional(),
          region: z
            .string()
            .regex(/^[A-Z0-9]{1,3}$/, 'must be a subdivision without its country, e.g. FL')
            .exactOptional()
            .describe("State lists: the state, e.g. 'FL'."),
          source: z
            .string()
            .min(1)
            .exactOptional()
            .describe('Where it comes from, for refusals; absent: what the file says.'),
        }),
      )
      .default([])
      .describe('Lists in which every number is looked up before each call.'),
    reloadSeconds: z
      .number()
      .min(1)
      .max(86_400)
      .default(60)
      .describe(
        'The files are looked at for a new version this often; a damaged one is refused and the old one stays in use.',
      ),
  })
  .prefault({})
  .describe('Do-not-call lists, beside the opt-outs that the store keeps. See docs/guides/do-not-call.md.');

const server = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'must be the base address of ARI, e.g. http://127.0.0.1:8088/ari' })
      .refine(
        (url) => !/^https?:\/\/[^/]*@/.test(url),
        'must not hold credentials: name environment variables in usernameEnvironment and passwordEnvironment',
      )
      .describe('Base address of ARI, e.g. http://127.0.0.1:8088/ari.'),
    usernameEnvironment: environmentName('Environment variable with the ARI user.').default(
      'OUTDIAL_ARI_USERNAME',
    ),
    passwordEnvironment: environmentName('Environment variable with the ARI password.').default(
      'OUTDIAL_ARI_PASSWORD',
    ),
  })
  .describe('The Asterisk server.');

const agentLegs = z
  .strictObject({
    hold: z.enum(['music', 'silence', 'nothing']).default('silence').describe('What a waiting agent hears.'),
    connectBeep: z
      .string()
      .min(1)
      .nullable()
      .default('sound:outdial/beep')
      .describe('Played to the agent right before the bridge; null: none.'),
    audioWithinMs: z
      .int()
      .min(500)
      .max(60_000)
      .nullable()
      .default(5000)
      .describe(
        'The station must send audio within this time of answering, or the leg is given up; null: not checked.',
      ),
  })
  .prefault({})
  .describe("How agents' legs are kept.");

const asterisk = z.strictObject({
  kind: z.literal('asterisk').describe('Calls through Asterisk.'),
  node: z
    .string()
    .regex(/^[\w.-]{1,40}$/, "must be 1 to 40 letters, digits, '.', '_' and '-'")
    .default('main')
    .describe(
      'Name of this dialer: the ARI application is outdial-<node>. Two dialers on one Asterisk have different names.',
    ),
  server,
  trunks: z
    .array(
      z.strictObject({
        name: identifier('Trunk name.'),
        endpoint: z
          .string()
          .includes('{number}', 'must contain {number}, e.g. PJSIP/{number}@carrier')
          .describe('Dial string with {number}.'),
        channels: z.int().min(1).max(20_000).default(30).describe('Most calls at once on this trunk.'),
        callsPerSecond: z
          .number()
          .positive()
          .max(1000)
          .default(5)
          .describe('Most new calls a second on this trunk, evenly spaced.'),
        prefix: z
          .string()
          .regex(/^[0-9*#+]*$/, 'must hold digits, *, # and + only')
          .default('')
          .describe('Put before the number.'),
        numberFormat: z
          .enum(['e164', 'digits', 'national'])
          .default('e164')
          .describe("'+12025550100', '12025550100' or '2025550100'."),
        destinations: z
          .array(z.string().regex(/^[1-9]\d{0,2}$/, "must be a country calling code, e.g. '44'"))
          .min(1)
          .exactOptional()
          .describe('Country calling codes it carries.'),
      }),
    )
    .min(1)
    .describe('Trunks, tried in this order.'),
  safeHarbour: z
    .string()
    .min(1)
    .exactOptional()
    .describe(
      "Sound of the dialplan's own message, for called parties whom nobody can take; absent: outdial/safe-harbour.",
    ),
  machineDetection: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Arguments of AMD(), e.g. 2500,1500,800,5000; absent: amd.conf of the server.'),
  agentLegs,
});

export const telephonySchema: z.ZodType<TelephonySection> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('simulated').describe('The carrier of the section simulation.') }),
    asterisk,
  ])
  .default({ kind: 'simulated' })
  .describe('What carries the calls.');

export const simulationSchema: z.ZodType<SimulationSection> = z
  .strictObject({
    seed: z.int().min(0).default(1).describe('Same seed, same calls.'),
    startsAt: z.iso
      .datetime({ offset: true, error: 'must be an instant with offset, e.g. 2026-06-10T10:00:00-04:00' })
      .default('2026-06-10T13:00:00-04:00')
      .describe('Where virtual time starts.'),
    durationMinutes: z
      .number()
      .positive()
      .max(60 * 24 * 14)
      .default(120)
      .describe('Virtual time after which the campaign drains.'),
    agents: z.int().min(0).max(2000).default(10).describe('Agents when agents.people is empty.'),
    answerShare: share('Calls that a live person answers.').default(0.25),
    machineShare: share('Calls that a machine answers.').default(0.3),
    busyShare: share('Calls that end busy.').default(0.05),
    invalidShare: share('Calls to numbers out of service.').default(0.03),
    ringMeanSeconds: z.number().positive().max(60).default(11).describe('Mean time until somebody answers.'),
    talkMeanSeconds: z
      .number()
      .positive()
      .max(3600)
      .default(100)
      .describe('Mean until the called person hangs up.'),
    wrapUpMeanSeconds: z.number().min(0).max(3600).default(20).describe('Mean wrap-up of simulated agents.'),
  })
  .prefault({})
  .describe('The simulated carrier, agents and hour.');

export const controlSchema: z.ZodType<ControlSection | null> = z
  .strictObject({
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('Address to listen on; loopback unless you say otherwise.'),
    port: z.int().min(0).max(65_535).default(7780).describe('0: any free one.'),
    tokenEnvironment: environmentName(
      'Environment variable with the token every request must carry.',
    ).default('OUTDIAL_TOKEN'),
  })
  .nullable()
  .default(null)
  .describe('Control interface over HTTP; null: off.');

export const logSchema: z.ZodType<LogSection> = z
  .strictObject({
    level: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'])
      .default('warn')
      .describe('Least severe lines that are written.'),
    file: z
      .string()
      .min(1)
      .default('outdial.log')
      .describe("Relative to this file; '-' writes to standard error."),
  })
  .prefault({})
  .describe('Log of the running dialer. It never holds numbers or names.');
