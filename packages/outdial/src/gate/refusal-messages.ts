/** Refusals of the law as an operator reads them, and how those of several voices become one set. */
import type { CallRefusal } from '@outdial/core';
import type { Decision, Request } from '@outdial/compliance';
import type { CallFacts } from './call-facts.js';
import type { Evaluation } from './evaluation.js';
import type { GateSettings } from './gate-settings.js';
import { asInCampaignFile } from './paths-in-file.js';

/**
 * The refusals of one answer, with what the law cannot know: the closing margin, and which list holds the
 * number.
 */
export function explainedRefusals(
  settings: GateSettings,
  call: CallFacts,
  { request, decision: answer, when }: Evaluation,
): readonly CallRefusal[] {
  const byRegistry = registryRules(settings, call, request, answer);
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
    return { ...refusal, message: `${early}${asInCampaignFile(refusal.message)}${held}` };
  });
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
  const others = new Set(
    settings.compliance
      .evaluate({ ...request, lead: { ...call.lead, doNotCall: rest } })
      .refusals.map(({ rule }) => rule),
  );
  return new Set(answer.refusals.map(({ rule }) => rule).filter((rule) => !others.has(rule)));
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
