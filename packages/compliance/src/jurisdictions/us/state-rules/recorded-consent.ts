/**
 * State laws under which a recorded announcement, whatever it says, needs the consent of the called party
 * or a live introduction.
 */
import {
  hasConsent,
  hasRelationship,
  consentFault,
  consentFaultText,
  type ConsentLevel,
} from '../../../engine/consent.js';
import type { Purpose } from '../../../contract.js';
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import { EVER_MONTHS } from '../terms.js';
import { ALL_PURPOSES, rule, type Rule, type RuleSpec } from '../../../engine/rule.js';

/** What a statute exempts beside consent; each is read off the facts of the call. */
export type RecordedExemption =
  | 'relationship'
  | 'purchase'
  | 'contract'
  | 'nonprofit'
  | 'school'
  | 'work-schedule'
  | 'appointment'
  | 'public-notice'
  | 'creditor';

/** A rule on recorded calls as a state's file writes it. */
export interface RecordedConsentSpec extends Omit<RuleSpec<readonly string[]>, 'parameter' | 'check'> {
  /** The consent that the statute asks for. Default 'express'. */
  readonly level?: ConsentLevel;
  /** True where the facts put the call outside the statute. */
  readonly outside?: (context: Context) => boolean;
  /** The value is the list of exemptions in force. */
  readonly values: readonly DatedValue<readonly RecordedExemption[]>[];
}

/** Builds the rule. An agent who introduces the recording and asks records the consent before it plays. */
export function recordedConsent(spec: RecordedConsentSpec): Rule {
  const { values, level = 'express', outside, ...own } = spec;
  const wanted = level === 'written' ? 'written consent' : 'consent';
  return rule<readonly string[]>({
    purposes: ALL_PURPOSES,
    ...own,
    voices: 'recorded',
    scope: 'call',
    parameter: { unit: 'exemptions besides consent', values },
    needs: ['lead.consent'],
    check: (context, at, exemptions) =>
      outside?.(context) === true ||
      hasConsent(context, at, level) ||
      exemptions.some((name) => isExempt(name, context, at))
        ? undefined
        : {
            until: null,
            because:
              `A recorded or synthetic announcement needs prior ${wanted} or a live introduction here; ` +
              `${consentFaultText(consentFault(context, at, level))}.`,
          },
  });
}

const SCHOOL = /school|pupil|student|attendance/i;
const WORK_SCHEDULE = /work-?schedule|shift|roster/i;
const APPOINTMENT = /appointment|reminder/i;
const PUBLIC_NOTICE = /outage|service-?interruption|restoration|recall/i;
/** Purposes that ask for money: what nonprofits may say by a recording leaves them out. */
const SOLICITS: ReadonlySet<Purpose> = new Set(['telemarketing', 'charity']);

/** A contract, a debt to the caller itself, or a transaction of the last 18 months. */
export function hasCurrentRelationship(context: Context, at: number): boolean {
  const { purpose, firstParty } = context.campaign;
  return (
    context.lead.existingContract === true ||
    (purpose === 'debt-collection' && firstParty === true) ||
    hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: null })
  );
}

/** Any purchase that is past, however long ago. */
const EVER = { transactionMonths: EVER_MONTHS, inquiryMonths: null };

function isExempt(name: string, context: Context, at: number): boolean {
  const content = context.campaign.content ?? '';
  const { purpose, taxExempt } = context.campaign;
  switch (name) {
    case 'relationship':
      return hasCurrentRelationship(context, at);
    case 'purchase':
      return context.lead.existingContract === true || hasRelationship(context, at, EVER);
    case 'contract':
      return context.lead.existingContract === true;
    case 'nonprofit':
      return taxExempt === true && !SOLICITS.has(purpose);
    case 'appointment':
      return !SOLICITS.has(purpose) && APPOINTMENT.test(content);
    case 'public-notice':
      return purpose === 'informational' && PUBLIC_NOTICE.test(content);
    case 'school':
      return purpose === 'informational' && SCHOOL.test(content);
    case 'work-schedule':
      return purpose === 'informational' && WORK_SCHEDULE.test(content);
    default:
      return purpose === 'debt-collection';
  }
}
