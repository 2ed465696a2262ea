/** Shapes of lists and uploads. */
import { z } from 'zod';
import { WORK_KINDS, WORK_STATES } from '../lists/list-work.js';
import { instant } from './schemas.js';

/** A list with the state of its leads. */
export const listFigures = z
  .strictObject({
    listId: z.string(),
    createdAt: instant,
    campaigns: z
      .array(z.strictObject({ campaignId: z.string(), name: z.string(), isOnFloor: z.boolean() }))
      .meta({ description: 'Campaigns that dial it.' }),
    leads: z.number(),
    fresh: z.number().meta({ description: 'Never called, and open.' }),
    ready: z.number().meta({ description: 'Open, and due; calling hours are not asked.' }),
    waiting: z.number().meta({ description: 'Open, and due later: retries and callbacks.' }),
    closed: z.number(),
    called: z.number(),
    penetration: z.number().nullable().meta({ description: 'called / leads, 0 to 1; null without leads.' }),
    defaultCountry: z
      .string()
      .nullable()
      .meta({ description: 'Country of numbers without a country code, as a campaign says it.' }),
  })
  .meta({ id: 'ListFigures' });

/** What became of the rows of a file: they add up to `rows`, but for the last two. */
export const importTotals = z
  .strictObject({
    rows: z.number(),
    added: z.number(),
    updated: z.number(),
    duplicatesInFile: z.number(),
    duplicatesInList: z.number(),
    doNotCall: z.number(),
    rejected: z.number(),
    inOtherLists: z.number().meta({ description: 'Of the added and updated.' }),
    valuesDropped: z.number().meta({ description: 'Values left out of rows that were taken.' }),
  })
  .meta({ id: 'ImportTotals' });

/** An upload that the store has. */
export const listImport = z
  .strictObject({
    importId: z.string(),
    listId: z.string(),
    startedAt: instant,
    isDone: z.boolean(),
    totals: importTotals,
    used: z
      .number()
      .meta({ description: 'Leads of it that were called already; 0: the import can be undone.' }),
    hasRejects: z.boolean().meta({ description: 'Rows that were not taken as they are can be downloaded.' }),
  })
  .meta({ id: 'ListImport' });

/** A column of a file. Samples are personal data. */
export const listColumn = z
  .strictObject({
    position: z.number().meta({ description: 'From 1.' }),
    header: z.string(),
    target: z.string(),
    samples: z.array(z.string()).meta({ description: 'Up to three of its values.' }),
  })
  .meta({ id: 'ListColumn' });

/** How a file is understood. */
export const listPreview = z
  .strictObject({
    format: z.string(),
    encoding: z.string(),
    delimiter: z.string(),
    columns: z.array(listColumn),
    warnings: z
      .array(z.string())
      .meta({ description: 'What to look at: columns that look legal and are not used, and more.' }),
    targets: z
      .array(z.strictObject({ target: z.string(), about: z.string() }))
      .meta({ description: "What a column can hold beside 'field:<name>'." }),
  })
  .meta({ id: 'ListPreview' });

/** Work on an uploaded file. */
export const listWork = z
  .strictObject({
    kind: z.enum(WORK_KINDS),
    state: z.enum(WORK_STATES),
    startedAt: instant,
    endedAt: instant.nullable(),
    rows: z.number(),
    share: z.number().nullable().meta({ description: 'Share of the file that was read, 0 to 1.' }),
    totals: importTotals.nullable(),
    warnings: z.array(z.string()),
    numbers: z
      .strictObject({ lines: z.number(), numbers: z.number(), added: z.number(), rejected: z.number() })
      .nullable()
      .meta({ description: 'Of a do-not-call list.' }),
    note: z.string().nullable().meta({ description: 'Why it failed, or what became of it.' }),
    hasRejects: z.boolean(),
  })
  .meta({ id: 'ListWork' });

/** An uploaded file with the last work on it. */
export const upload = z
  .strictObject({
    uploadId: z.string(),
    name: z.string(),
    size: z.number(),
    received: z.number(),
    work: listWork.nullable(),
  })
  .meta({ id: 'Upload' });

type Totals = z.input<typeof importTotals>;

/** The counts alone, of what may hold more. */
export function totalsOf(given: Totals): Totals {
  const { rows, added, updated, duplicatesInFile, duplicatesInList, ...rest } = given;
  const { doNotCall, rejected, inOtherLists, valuesDropped } = rest;
  return {
    ...{ rows, added, updated, duplicatesInFile, duplicatesInList },
    ...{ doNotCall, rejected, inOtherLists, valuesDropped },
  };
}
