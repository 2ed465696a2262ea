/** Shapes of callbacks that were promised. Personal data. */
import type { ForeseenCallback } from 'outdial';
import { z } from 'zod';
import { instantOrNull } from '../stream/instants.js';
import { instant } from './schemas.js';

/** What the law would say of a callback at a time. */
export const foreseenCallback = z
  .strictObject({
    allowed: z.boolean(),
    text: z.string().meta({ description: 'Why not; empty where it is allowed.' }),
    nextAllowedAt: instant.nullable(),
    timeZones: z.array(z.string()).meta({ description: 'Where the customer may live, IANA names.' }),
  })
  .meta({ id: 'ForeseenCallback' });

/** The same as the API tells it. */
export function describeForeseen({
  allowed,
  text,
  nextAllowedAt,
  timeZones,
}: ForeseenCallback): z.input<typeof foreseenCallback> {
  return { allowed, text, timeZones: [...timeZones], nextAllowedAt: instantOrNull(nextAllowedAt) };
}

/** A callback that was promised. */
export const callback = z
  .strictObject({
    leadId: z.string(),
    listId: z.string(),
    account: z.string().nullable(),
    phone: z.string().nullable(),
    fields: z.record(z.string(), z.string()),
    at: instant,
    isOverdue: z.boolean(),
    agentId: z.string().nullable().meta({ description: 'Who promised it; null: anybody calls back.' }),
    isAgentHere: z.boolean().nullable().meta({ description: 'Whether that agent is logged in.' }),
    note: z.string().nullable(),
    isBeingCalled: z.boolean().meta({ description: 'A campaign has the lead: it cannot be changed now.' }),
  })
  .meta({ id: 'Callback' });
