/** Shapes of reports. */
import { AGENT_DOINGS } from '@outdial/store';
import { CELL_KINDS } from 'outdial';
import { z } from 'zod';
import { id, instant } from './schemas.js';

/** A day of the agency. */
export const day = z.iso
  .date({ error: 'must be a day, e.g. 2026-06-10' })
  .meta({ description: "A day in the agency's time zone." });

/** What a report is narrowed to; `to` is included. */
export const reportQuery = z.strictObject({
  from: day.exactOptional(),
  to: day.exactOptional(),
  listId: id.exactOptional(),
  agentId: z.string().min(1).max(96).exactOptional(),
});

const plot = z.strictObject({
  kind: z.enum(['bar', 'line']).meta({ description: 'Bars of several series stand on each other.' }),
  x: z.strictObject({ title: z.string(), kind: z.enum(['name', 'instant', 'number']) }),
  y: z.strictObject({ title: z.string(), kind: z.enum(['count', 'share']) }),
  points: z.array(
    z.strictObject({ x: z.union([z.string(), z.number()]), y: z.number(), series: z.string().optional() }),
  ),
  levels: z
    .array(z.strictObject({ y: z.number(), title: z.string() }))
    .meta({ description: 'Legal limits, drawn across.' }),
});

const section = z.strictObject({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(CELL_KINDS),
    }),
  ),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  plot: plot.nullable(),
});

/** A report as sections with a table each, and perhaps a plot. */
export const reportAnswer = z
  .strictObject({
    title: z.string(),
    subtitle: z.string(),
    timeZone: z.string().meta({ description: 'IANA name of the zone of its days and hours.' }),
    sections: z.array(section),
    words: z
      .record(z.string(), z.string())
      .meta({ description: 'What stands in its cells of kind code, as people read it.' }),
  })
  .meta({
    id: 'Report',
    description: 'Shares are 0 to 1, durations ms, instants epoch ms; null: not known.',
  });

/** What each agent of a campaign did on a day. */
export const agentDays = z
  .strictObject({
    from: instant,
    to: instant.meta({ description: 'End of the day, or now.' }),
    agents: z.array(
      z.strictObject({
        agentId: z.string(),
        spans: z.array(
          z.strictObject({
            doing: z.enum(AGENT_DOINGS).meta({
              description: "'there': logged in and neither paused nor with a call. Calls lie over presence.",
            }),
            code: z.string().nullable().meta({ description: 'Of a pause.' }),
            from: instant,
            to: instant,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'AgentDays' });
