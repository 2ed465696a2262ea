/**
 * Robocalls to wireless lines that need no consent, within caps: packages, inmates, banks, healthcare. 47 CFR
 * 64.1200(a)(9).
 */
import type { HistoryEntry } from '../../../contract.js';
import type { Context } from '../../../engine/context.js';
import { courtesyRefusal } from '../../../engine/courtesy-hours.js';
import { hasConsent } from '../../../engine/consent.js';
import { isPlacedCall, isToThisPhone, wasRecorded } from '../../../engine/history.js';
import { later, rule, type Refused, type Rule } from '../../../engine/rule.js';
import { capRefusal, type Cap } from '../../../rules/frequency-cap.js';
import { tcpa } from '../sources.js';
import { internalRequestAt, isResidentialLine } from '../terms.js';

/** Which exemption of (a)(9) covers a robocall to a wireless line. */
export type WirelessExemption = 'package' | 'inmate' | 'financial' | 'healthcare';

const PACKAGE = /package|parcel|deliver|shipment|signature/i;
const INMATE = /inmate/i;
const FINANCIAL = /fraud|identity|theft|breach|remed|money-?transfer|pending-?transfer|transfer/i;
const HEALTHCARE = new RegExp(
  [
    'appointment',
    'exam',
    'check-?up',
    'lab',
    'test-?result',
    'pre-?op',
    'pre-?registration',
    'registration',
    'discharge',
    'follow-?up',
    'prescription',
    'refill',
    'medication',
    'home-?(health)?-?care',
    'wellness',
    'hospital',
    'instructions',
  ].join('|'),
  'i',
);
const NEVER_HEALTHCARE = /bill|payment|collect|debt|account|insurance|market|advert|solicit|promot|survey/i;
/**
 * Further notices allowed where a signature is needed and the recipient was missed: one for each of two
 * attempts, (a)(9)(i)(E).
 */
const SIGNATURE_ATTEMPTS = 2;
const NEVER_FINANCIAL = /market|collect|debt|solicit|advert|promot|cross-?sell/i;

/** The exemption that covers a call: by its content, unless the person opted out. */
export function wirelessExemption(context: Context, at: number): WirelessExemption | undefined {
  return internalRequestAt(context, at) === undefined ? exemptContent(context) : undefined;
}

/** The exemption a call may claim by its content; every one must be free to the called party. */
export function exemptContent(context: Context): WirelessExemption | undefined {
  const { purpose, freeToEndUser, content } = context.campaign;
  if (freeToEndUser !== true || content === undefined) return undefined;
  if (purpose === 'healthcare')
    return HEALTHCARE.test(content) && !NEVER_HEALTHCARE.test(content) && isNumberGiven(context)
      ? 'healthcare'
      : undefined;
  if (purpose === 'financial-alert') {
    return FINANCIAL.test(content) &&
      !NEVER_FINANCIAL.test(content) &&
      context.lead.numberProvidedBy === 'called-party'
      ? 'financial'
      : undefined;
  }
  if (purpose !== 'informational') return undefined;
  if (INMATE.test(content)) return 'inmate';
  return PACKAGE.test(content) ? 'package' : undefined;
}

/** The patient must have given the number; only a number known to come from elsewhere is refused. */
function isNumberGiven(context: Context): boolean {
  return context.lead.numberProvidedBy === undefined || context.lead.numberProvidedBy === 'called-party';
}

const isNotice = (entry: HistoryEntry, context: Context): boolean =>
  isPlacedCall(entry) && wasRecorded(entry) && isToThisPhone(entry, context);
const isSameEvent = (entry: HistoryEntry, context: Context): boolean =>
  isNotice(entry, context) &&
  (entry.eventId === undefined || context.eventId === undefined || entry.eventId === context.eventId);
const isPatientCall = (entry: HistoryEntry, context: Context): boolean =>
  isNotice(entry, context) && (entry.purpose === undefined || entry.purpose === 'healthcare');

/** Refuses a call that no exemption covers, and names the reason and the consent that it needs. */
function notExempt(context: Context, at: number, kind: string): Refused {
  const { freeToEndUser, content } = context.campaign;
  const why =
    internalRequestAt(context, at) !== undefined
      ? 'the person opted out'
      : freeToEndUser !== true
        ? 'it must be free to the called party (campaign.freeToEndUser)'
        : content === undefined
          ? 'nothing says what it is about (campaign.content)'
          : 'its content or the origin of the number is not one the exemption names ' +
            '(campaign.content, lead.numberProvidedBy)';
  return {
    until: null,
    scope: 'call',
    because: `The exemption of ${kind} does not cover this call: ${why}. Without it the call needs consent.`,
  };
}

/** A recorded call to a wireless line without consent: it needs an exemption. */
function needsExemption(context: Context, at: number): boolean {
  return context.countsAsWireless && !hasConsent(context, at, 'express');
}

interface PatientCaps {
  readonly perDay: Cap;
  readonly perWeek: Cap;
}

const PATIENT_CAPS: PatientCaps = {
  perDay: { max: 1, period: { days: 1 } },
  perWeek: { max: 3, period: { days: 7 } },
};

function patientRefusal(context: Context, at: number, caps: PatientCaps): Refused | undefined {
  const day = capRefusal(context, at, caps.perDay, isPatientCall, 'healthcare messages to this line');
  const week = capRefusal(context, at, caps.perWeek, isPatientCall, 'healthcare messages to this line');
  return later(day, week);
}

/** Caps on robocalls that need no consent. */
export const wirelessExemptions: readonly Rule[] = [
  rule<number>({
    id: 'us.tcpa.pkg_exempt',
    jurisdiction: 'US',
    title: 'Package notices: one per package',
    citation: '47 CFR 64.1200(a)(9)(i)',
    purposes: ['informational'],
    voices: 'recorded',
    parameter: {
      unit: 'notices per package',
      values: [
        {
          from: '2023-07-20',
          value: 1,
          source: tcpa('(a)(9)(i)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, once) => {
      const content = context.campaign.content ?? '';
      if (INMATE.test(content) || !PACKAGE.test(content) || !needsExemption(context, at)) return undefined;
      if (wirelessExemption(context, at) !== 'package') return notExempt(context, at, 'package notices');
      const max = /signature/i.test(content) ? once + SIGNATURE_ATTEMPTS : once;
      const sent = context.history.filter((entry) => isSameEvent(entry, context)).length;
      return sent < max
        ? undefined
        : {
            until: null,
            because:
              `${sent} notices about this package; the exemption allows ${max} ` +
              `(one more for each missed signature, at most ${SIGNATURE_ATTEMPTS}). ` +
              'Further calls need consent.',
          };
    },
    remarks:
      'About one minute, the carrier named, an opt-out honoured within 6 business days, no marketing: ' +
      'nothing here checks these.',
  }),
  rule<number>({
    id: 'us.tcpa.inmate_exempt',
    jurisdiction: 'US',
    title: 'Inmate calling notices: three after each failed collect call',
    citation: '47 CFR 64.1200(a)(9)(ii)',
    purposes: ['informational'],
    voices: 'recorded',
    parameter: {
      unit: 'notices per failed collect call',
      values: [
        {
          from: null,
          value: 3,
          source: tcpa('(a)(9)(ii)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, max) => {
      if (!INMATE.test(context.campaign.content ?? '') || !needsExemption(context, at)) return undefined;
      if (wirelessExemption(context, at) !== 'inmate')
        return notExempt(context, at, 'inmate calling notices');
      const sent = context.history.filter((entry) => isSameEvent(entry, context)).length;
      return sent < max
        ? undefined
        : {
            until: null,
            because: `${sent} notices after this failed collect call; at most ${max} are allowed.`,
          };
    },
  }),
  rule<Cap>({
    id: 'us.tcpa.fin_exempt',
    jurisdiction: 'US',
    title: 'Fraud and breach alerts: three per event over three days',
    citation: '47 CFR 64.1200(a)(9)(iii)',
    purposes: ['financial-alert'],
    voices: 'recorded',
    parameter: {
      unit: 'messages per event',
      values: [
        {
          from: null,
          value: { max: 3, period: { hours: 72 } },
          source: tcpa('(a)(9)(iii)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, cap) => {
      if (!needsExemption(context, at)) return undefined;
      if (wirelessExemption(context, at) !== 'financial')
        return notExempt(context, at, 'fraud and breach alerts');
      return capRefusal(context, at, cap, isSameEvent, 'messages about this event');
    },
    remarks:
      'The text does not say how three days are counted: ' +
      'here as 72 hours, the longer of the readings. Free to the end user, ' +
      'to a number the customer gave, only about fraud, breach, ' +
      'remedies and pending money transfers; no marketing, no collection.',
  }),
  rule<PatientCaps>({
    id: 'us.tcpa.health_exempt',
    jurisdiction: 'US',
    title: 'Healthcare messages to wireless lines: one a day, three a week',
    citation: '47 CFR 64.1200(a)(9)(iv)',
    purposes: ['healthcare'],
    voices: 'recorded',
    parameter: {
      unit: 'messages per patient',
      values: [
        {
          from: null,
          value: PATIENT_CAPS,
          source: tcpa('(a)(9)(iv)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, caps) => {
      if (!context.countsAsWireless) return undefined;
      if (!needsExemption(context, at)) return courtesyRefusal(context, at);
      if (wirelessExemption(context, at) !== 'healthcare')
        return notExempt(context, at, 'healthcare messages');
      return later(patientRefusal(context, at, caps), courtesyRefusal(context, at));
    },
    remarks:
      'Free to the end user; appointments, results, instructions, prescriptions, home care; ' +
      'no billing, collection or marketing. The hours 08:00-21:00 are a policy ' +
      '(policy.courtesy_hours).',
  }),
  rule<PatientCaps>({
    id: 'us.tcpa.res_hipaa',
    jurisdiction: 'US',
    title: 'Healthcare messages to residential lines: one a day, three a week',
    citation: '47 CFR 64.1200(a)(3)(v)',
    purposes: ['healthcare'],
    voices: 'recorded',
    parameter: {
      unit: 'messages per patient',
      values: [
        {
          from: '2023-07-20',
          value: PATIENT_CAPS,
          source: tcpa('(a)(3)(v)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, caps) => {
      if (!isResidentialLine(context)) return undefined;
      return later(
        hasConsent(context, at, 'express') ? undefined : patientRefusal(context, at, caps),
        courtesyRefusal(context, at),
      );
    },
    remarks:
      'Consent, oral or written, lifts the cap. The hours 08:00-21:00 are a policy ' +
      '(policy.courtesy_hours).',
  }),
  rule<Cap>({
    id: 'us.tcpa.res_exempt_3in30',
    jurisdiction: 'US',
    title: 'Exempt recorded calls to residential lines: three in 30 days',
    citation: '47 CFR 64.1200(a)(3)(ii)-(iv)',
    purposes: [
      'political',
      'charity',
      'informational',
      'debt-collection',
      'research',
      'financial-alert',
      'telemarketing',
    ],
    voices: 'recorded',
    parameter: {
      unit: 'calls per line',
      values: [
        {
          from: '2023-07-20',
          value: { max: 3, period: { hours: 30 * 24 } },
          source: tcpa('(a)(3)(ii)-(iv)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, cap) => {
      if (!isResidentialLine(context) || hasConsent(context, at, 'express')) return undefined;
      // A sale is never exempt; by a tax-exempt nonprofit it is.
      if (context.campaign.purpose === 'telemarketing' && context.campaign.taxExempt !== true)
        return undefined;
      return capRefusal(context, at, cap, isExemptCall, 'recorded calls to this line');
    },
    remarks:
      'Political, polling, informational, collection and nonprofit calls. ' +
      'Consent, oral or written, lifts the cap; an opt-out is honoured.',
  }),
];

function isExemptCall(entry: HistoryEntry, context: Context): boolean {
  if (!isNotice(entry, context) || entry.purpose === 'healthcare' || entry.purpose === 'emergency')
    return false;
  // Earlier sales calls rested on consent, except those of a nonprofit that sells.
  return entry.purpose !== 'telemarketing' || context.campaign.purpose === 'telemarketing';
}
