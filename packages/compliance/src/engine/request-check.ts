/** Reads a request before it is judged: what cannot be read is an error, not a refusal. */
import type { DialingMode, Purpose, Request, Voice } from '../contract.js';
import { ComplianceInputError } from '../invariant.js';

const PURPOSES: ReadonlySet<Purpose> = new Set<Purpose>(['telemarketing', 'debt-collection', 'political', 'charity', 'informational', 'healthcare', 'financial-alert', 'research', 'emergency']);
const MODES: ReadonlySet<DialingMode> = new Set<DialingMode>(['manual', 'preview', 'progressive', 'power', 'predictive', 'agentless']);
const VOICES: ReadonlySet<Voice> = new Set<Voice>(['live', 'prerecorded', 'artificial']);
/** Instants the zone arithmetic is made for: years 1970 to 2200. */
const LAST_INSTANT = 7_258_118_400_000;

/** @throws ComplianceInputError naming the field, what is wrong with it and what is expected */
export function checkRequest(request: Request): void {
  const { at, lead, campaign, history } = request;
  if (!(at >= 0 && at < LAST_INSTANT)) throw new ComplianceInputError('at', 'must be epoch milliseconds between 1970 and 2200');
  if (typeof lead?.phone !== 'string') throw new ComplianceInputError('lead.phone', 'must be an E.164 text such as +12025550100');
  if (!PURPOSES.has(campaign?.purpose)) throw new ComplianceInputError('campaign.purpose', `must be one of ${[...PURPOSES].join(', ')}`);
  if (!MODES.has(campaign.mode)) throw new ComplianceInputError('campaign.mode', `must be one of ${[...MODES].join(', ')}`);
  if (!VOICES.has(campaign.voice)) throw new ComplianceInputError('campaign.voice', `must be one of ${[...VOICES].join(', ')}`);
  if (!Array.isArray(history)) throw new ComplianceInputError('history', 'must be a list; [] where there were no attempts');
  for (let index = 0; index < history.length; index += 1) {
    const entryAt = (history as Request['history'])[index]?.at;
    if (!(typeof entryAt === 'number' && entryAt >= 0 && entryAt < LAST_INSTANT)) throw new ComplianceInputError(`history[${index}].at`, 'must be epoch milliseconds between 1970 and 2200');
  }
}
