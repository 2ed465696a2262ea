/** The campaign file as a whole: every section and every setting that stands outside one. */
import { DIAL_MODES } from '@outdial/core';
import { z } from 'zod';
import { country, identifier, phone, timeZone } from './basic-values.js';
import { abandonmentSchema } from './sections/abandonment.js';
import { previewSchema, wrapUpSchema } from './sections/agent-work.js';
import { agentsSchema } from './sections/agents.js';
import { auditSchema } from './sections/audit.js';
import { callbacksSchema } from './sections/callbacks.js';
import { complianceSchema } from './sections/compliance.js';
import { controlSchema } from './sections/control.js';
import { conversationsSchema } from './sections/conversations.js';
import { dialingSchema } from './sections/dialing.js';
import { dispositionsSchema } from './sections/dispositions.js';
import { doNotCallSchema } from './sections/do-not-call.js';
import { flowsSchema } from './sections/flows.js';
import { inboundSchema } from './sections/inbound.js';
import { leadsSchema } from './sections/leads.js';
import { listsSchema } from './sections/lists.js';
import { logSchema } from './sections/log.js';
import { machineDetectionSchema } from './sections/machine-detection.js';
import { scheduleSchema } from './sections/schedule.js';
import { retrySchema } from './sections/retry.js';
import { scriptSchema } from './sections/script.js';
import { simulationSchema } from './sections/simulation.js';
import { storeSchema } from './sections/store.js';
import { telephonySchema } from './sections/telephony.js';

/** Every setting of a campaign, each checked alone; `campaignFileSchema` adds what they must be together. */
export const campaignSection = z.strictObject({
  id: identifier(
    'Names the campaign in the store, in attempt ids and in channel ids. ' +
      'Keep it for the life of the campaign.',
  ),
  name: z.string().min(1).describe('Name shown to people.'),
  mode: z.enum(DIAL_MODES).describe('How it dials; may be changed while it runs.'),
  callerNumber: phone('Number shown to the called person. No caller number, no call.'),
  trunk: identifier('Trunk of all calls; absent: any whose destinations allow the number.').exactOptional(),
  countries: z
    .array(country('Two-letter country code.'))
    .min(1)
    .describe('Countries it may dial; everything else is never dialed.'),
  timeZone: timeZone(
    'Zone of the agency: what is printed for people (status, report, live view) is in its time. ' +
      'The law goes by the called place whatever it is.',
  ).default('UTC'),
  live: z.boolean().default(false).describe('False: only the numbers of allowList are dialed.'),
  allowList: z
    .array(phone('Number.'))
    .default([])
    .describe('Numbers that may be dialed while live is false.'),
  schedule: scheduleSchema,
  lists: listsSchema,
  leads: leadsSchema,
  store: storeSchema,
  compliance: complianceSchema,
  doNotCall: doNotCallSchema,
  abandonment: abandonmentSchema,
  dialing: dialingSchema,
  machineDetection: machineDetectionSchema,
  flows: flowsSchema,
  preview: previewSchema,
  wrapUp: wrapUpSchema,
  conversations: conversationsSchema,
  inbound: inboundSchema.exactOptional(),
  script: scriptSchema.exactOptional(),
  dispositions: dispositionsSchema.exactOptional(),
  retry: retrySchema,
  callbacks: callbacksSchema,
  agents: agentsSchema,
  telephony: telephonySchema,
  simulation: simulationSchema,
  control: controlSchema,
  log: logSchema,
  audit: auditSchema,
});
