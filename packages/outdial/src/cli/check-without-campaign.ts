/** `outdial check --purpose`: the law's answer about one number, from options alone. */
import { createCompliance, type LeadFacts } from '@outdial/compliance';
import { defined } from '@outdial/core';
import type { NumberCheck } from '../gate/check-number.js';
import { titleOfRule } from '../gate/rule-title.js';
import { instantOf } from './clock.js';
import { CommandError } from './command-errors.js';
import { readStoredPhone } from './read-phone.js';
import type { CheckGiven } from './syntax/reading-commands.js';

/**
 * What the law alone says of a call to a number: every rule in force; no list, store, history or policy of a
 * client.
 *
 * @throws `check-of-campaign` where a campaign is named, too
 */
export function answerWithoutCampaign(options: CheckGiven): NumberCheck {
  const { purpose, voice = 'live', mode = 'predictive', line, zip, region, country } = options;
  if (options.campaign !== undefined || purpose === undefined)
    throw new CommandError('check-of-campaign', {});
  const phone = readStoredPhone(options.number, country ?? 'US');
  const at = instantOf(options.at, Date.now());
  const lead: LeadFacts = {
    phone,
    ...defined({
      lineType: line,
      postalCode: zip,
      region: region?.toUpperCase(),
      country,
    }),
  };
  const decision = createCompliance().evaluate({ at, lead, campaign: { purpose, voice, mode }, history: [] });
  return {
    question:
      `${purpose} by a ${voice} voice, ${mode}, ${line ?? 'unknown'} line; no consent, no earlier call, ` +
      'no campaign file, no store',
    phone,
    at,
    allowed: decision.allowed,
    nextByLaw: decision.nextAllowedAt,
    nextAllowedAt: decision.nextAllowedAt,
    lead: null,
    earlierContacts: 0,
    timeZones: decision.timeZones,
    jurisdictions: decision.jurisdictions,
    lists: { lookedIn: [], holding: [] },
    requests: [],
    facts: [],
    interlock: null,
    store: null,
    refusals: decision.refusals.map((refusal) => ({ ...refusal, title: titleOfRule(refusal.rule) ?? '' })),
    verdicts: [{ voice, decision }],
  };
}
