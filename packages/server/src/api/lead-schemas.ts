/** Shapes of leads as they are looked up. Personal data. */
import { z } from 'zod';
import { instant } from './schemas.js';

const phone = z.strictObject({
  phone: z.string(),
  lineType: z.string().nullable(),
  isOpen: z.boolean(),
  closedWhy: z.string().nullable(),
});

/** A lead that was found. */
export const foundLead = z
  .strictObject({
    leadId: z.string(),
    listId: z.string(),
    state: z.string(),
    why: z.string(),
    nextDialableAt: instant.nullable(),
    account: z.string().nullable(),
    phones: z.array(phone),
    fields: z.record(z.string(), z.string()),
    attempts: z.number(),
    lastDisposition: z.string().nullable(),
  })
  .meta({ id: 'FoundLead' });

/** One attempt to call a lead. */
const attempt = z.strictObject({
  attemptId: z.string(),
  campaignId: z.string(),
  at: instant,
  phone: z.string(),
  outcome: z.string().nullable(),
  disposition: z.string().nullable(),
  agentId: z.string().nullable(),
  talkMs: z.number().nullable(),
});

/** What keeps a lead from being dialed in one campaign. */
const leadExplanation = z.strictObject({
  campaignId: z.string(),
  name: z.string(),
  at: instant,
  reasons: z
    .array(z.strictObject({ kind: z.string(), text: z.string(), until: instant.nullable() }))
    .meta({ description: 'None: it is dialed when its turn comes.' }),
  timeZones: z.array(z.string()).meta({ description: 'Zones of the person, by number and address.' }),
});

/** A lead with everything that is known of it. */
export const leadFile = z
  .strictObject({
    lead: foundLead,
    priority: z.number(),
    callback: z.strictObject({ at: instant, agentId: z.string().nullable() }).nullable(),
    facts: z.record(z.string(), z.string()),
    attempts: z.array(attempt).meta({ description: 'Newest first.' }),
    doNotCall: z.array(
      z.strictObject({
        of: z.enum(['number', 'person']),
        scope: z.string(),
        at: instant,
        source: z.string(),
      }),
    ),
    consents: z.array(
      z.strictObject({ type: z.string(), at: instant, evidence: z.string().nullable(), source: z.string() }),
    ),
    learned: z.array(z.strictObject({ kind: z.string(), at: instant, source: z.string() })),
    explanations: z.array(leadExplanation).meta({ description: 'One a campaign that dials its list.' }),
  })
  .meta({ id: 'LeadFile' });
