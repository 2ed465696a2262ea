/**
 * State laws under which a recorded announcement, whatever it says, needs the consent of the called party
 * or a live introduction.
 */
import { hasConsent, hasRelationship, consentFault, consentFaultText } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import { EVER_MONTHS } from '../terms.js';
import { ALL_PURPOSES, rule, type Rule, type RuleSpec } from '../../../engine/rule.js';

/** What a statute exempts beside consent; each is read off the facts of the call. */
export type RecordedExemption = 'relationship' | 'purchase' | 'school' | 'work-schedule' | 'creditor';

/** A rule on recorded calls as a state's file writes it. */
export interface RecordedConsentSpec extends Omit<RuleSpec<readonly string[]>, 'parameter' | 'check'> {
  /** The value is the list of exemptions in force. */
  readonly values: readonly DatedValue<readonly RecordedExemption[]>[];
}

/** Builds the rule. An agent who introduces the recording and asks records the consent before it plays. */
export function recordedConsent(spec: RecordedConsentSpec): Rule {
  const { values, ...own } = spec;
  return rule<readonly string[]>({
    purposes: ALL_PURPOSES,
    ...own,
    voices: 'recorded',
    scope: 'call',
    parameter: { unit: 'exemptions besides consent', values },
    needs: ['lead.consent'],
    check: (context, at, exemptions) =>
      hasConsent(context, at, 'express') || exemptions.some((name) => isExempt(name, context, at))
        ? undefined
        : {
            until: null,
            because:
              'A recorded or synthetic announcement needs prior consent or a live introduction here; ' +
              `${consentFaultText(consentFault(context, at, 'express'))}.`,
          },
  });
}

const SCHOOL = /school|pupil|student|attendance/i;
const WORK_SCHEDULE = /work-?schedule|shift|roster/i;
/** Any purchase that is past, however long ago. */
const EVER = { transactionMonths: EVER_MONTHS, inquiryMonths: null };

function isExempt(name: string, context: Context, at: number): boolean {
  const content = context.campaign.content ?? '';
  const { purpose, firstParty } = context.campaign;
  switch (name) {
    case 'relationship':
      return (
        context.lead.existingContract === true ||
        (purpose === 'debt-collection' && firstParty === true) ||
        hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: null })
      );
    case 'purchase':
      return context.lead.existingContract === true || hasRelationship(context, at, EVER);
    case 'school':
      return purpose === 'informational' && SCHOOL.test(content);
    case 'work-schedule':
      return purpose === 'informational' && WORK_SCHEDULE.test(content);
    default:
      return purpose === 'debt-collection';
  }
}
