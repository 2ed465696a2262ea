/** Refusals of the law as an operator reads them, and how those of several voices become one set. */
import { utcText, type CallRefusal } from '@outdial/core';
import type { Consent, Decision, LeadFacts, Request } from '@outdial/compliance';
import type { CallFacts } from './call-facts.js';
import type { Evaluation } from './evaluation.js';
import type { GateSettings } from './gate-settings.js';
import { CONSENT_ENDED } from './held-calls.js';
import { asInCampaignFile } from './paths-in-file.js';

/**
 * The refusals of one answer, with what the law cannot know: the closing margin, which list holds the number,
 * and that a consent which has ended would lift it.
 */
export function explainedRefusals(
  settings: GateSettings,
  call: CallFacts,
  { request, decision: answer, when }: Evaluation,
): readonly CallRefusal[] {
  const byRegistry = registryRules(settings, call, request, answer);
  const byEnd = endedConsentRules(settings, call, request, answer);
  return answer.refusals.map((refusal) => {
    const lists = call.listed.filter(({ scope, name }) =>
      scope === 'national' ? byRegistry.has(refusal.rule) : refusal.rule === `client.do-not-call.${name}`,
    );
    const held = lists
      .map(({ scope, source, date }) => ` It stands on the ${scope} list '${source}' of ${date}.`)
      .join('');
    // A call allowed now may still ring when the window closes: it must be allowed at the end of the margin,
    // too.
    const early =
      when === 'closing'
        ? `Within ${settings.closingMarginMs / 1000} s of the end of the calling window ` +
          'no call is placed any more. '
        : '';
    const ended = byEnd.rules.has(refusal.rule) ? ` ${byEnd.sentence}` : '';
    return { ...refusal, message: `${early}${asInCampaignFile(refusal.message)}${held}${ended}` };
  });
}

/** The rules that would not refuse if the consent on file had not ended, and the sentence that says so. */
function endedConsentRules(
  settings: GateSettings,
  call: CallFacts,
  request: Request,
  answer: Decision,
): { readonly rules: ReadonlySet<string>; readonly sentence: string } {
  const { expiresAt, ...endless } = call.lead.consent ?? {};
  if (answer.allowed || !isConsent(endless) || expiresAt === undefined || expiresAt > request.at)
    return { rules: new Set(), sentence: '' };
  return {
    rules: rulesSilentWith(settings, request, answer, { ...call.lead, consent: endless }),
    sentence: `${CONSENT_ENDED} ${utcText(expiresAt, 'day')} (UTC).`,
  };
}

function isConsent(consent: Partial<Consent>): consent is Consent {
  return consent.type !== undefined && consent.at !== undefined;
}

/** Rules of an answer that do not refuse the same call to a lead with other facts. */
function rulesSilentWith(
  settings: GateSettings,
  request: Request,
  answer: Decision,
  lead: LeadFacts,
): ReadonlySet<string> {
  const others = new Set(settings.compliance.evaluate({ ...request, lead }).refusals.map(({ rule }) => rule));
  return new Set(answer.refusals.map(({ rule }) => rule).filter((rule) => !others.has(rule)));
}

/** The rules that refuse only because a registry holds the number: they are silent when it does not. */
function registryRules(
  settings: GateSettings,
  call: CallFacts,
  request: Request,
  answer: Decision,
): ReadonlySet<string> {
  if (answer.allowed || !call.listed.some(({ scope }) => scope === 'national')) return new Set();
  const { national: _listed, ...rest } = call.lead.doNotCall ?? {};
  return rulesSilentWith(settings, request, answer, { ...call.lead, doNotCall: rest });
}

/** Two voices are often refused by one rule: it is said once, with the later instant. */
export function withoutRepeats(refusals: readonly CallRefusal[]): readonly CallRefusal[] {
  const byRule = new Map<string, CallRefusal>();
  for (const refusal of refusals) {
    const earlier = byRule.get(refusal.rule);
    if (!earlier || isLater(refusal.nextAllowedAt, earlier.nextAllowedAt)) byRule.set(refusal.rule, refusal);
  }
  return [...byRule.values()];
}

/** Null is never, and so later than anything. */
export function isLater(a: number | null, b: number | null): boolean {
  return b !== null && (a === null || a > b);
}
