/** Shapes of callbacks that were promised. Personal data. */
import { z } from 'zod';
import { instant } from './schemas.js';

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
