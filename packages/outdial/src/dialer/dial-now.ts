/** One call that an agent asks for: to a lead of the campaign, or to a number, which becomes a lead. */
import { z } from 'zod';
import { limitedText } from '../campaign-file/limited-values.js';
import type { LeadRecord, LeadVerdict } from '../leads/add-rows.js';
import { readFields, type OrderAnswer } from './orders.js';

/** Whom the call is for. */
export type DialTarget = { readonly leadId: string } | { readonly phone: string };

/** What it takes to place the call. */
export interface DialNowParts {
  readonly addLeads: (rows: readonly LeadRecord[]) => Promise<readonly LeadVerdict[]>;
  readonly manualDial: (agentId: string, leadId: string) => Promise<OrderAnswer>;
}

const fields = z
  .strictObject({
    leadId: limitedText('leadId').exactOptional(),
    phone: z.string().min(1).exactOptional(),
  })
  .refine(({ leadId, phone }) => (leadId === undefined) !== (phone === undefined), {
    message: 'must name either leadId or phone',
  });

/** Places one call for an agent at once. */
export async function dialNow(
  parts: DialNowParts,
  agentId: string,
  target: DialTarget,
): Promise<OrderAnswer> {
  const read = readFields(fields, target);
  if (!read.ok) return { accepted: false, code: 'order-invalid', reason: read.reason };
  const { leadId, phone } = read.fields;
  if (leadId !== undefined) return parts.manualDial(agentId, leadId);

  const [added] = await parts.addLeads([{ phone: phone ?? '' }]);
  if (added?.leadId !== null && added?.leadId !== undefined) return parts.manualDial(agentId, added.leadId);
  const problem = added?.problems.at(-1);
  const reason = problem
    ? `${problem.field}: ${problem.problem}; ${problem.remedy}`
    : 'the number cannot be used';
  return { accepted: false, code: 'number-unusable', reason };
}
