/** Messages of healthcare providers: 47 CFR 64.1200(a)(9)(iv) and (a)(3)(v). */
import type { HistoryEntry } from '../../../../contract.js';
import type { Context } from '../../../../engine/context.js';
import { hasConsent } from '../../../../engine/consent.js';
import { courtesyRefusal } from '../../../../engine/courtesy-hours.js';
import { later, rule, type Refused, type Rule } from '../../../../engine/rule.js';
import { capRefusal, type Cap } from '../../../../rules/frequency-cap.js';
import { tcpa } from '../../sources.js';
import { isResidentialLine } from '../../terms.js';
import { isNotice, needsExemption, notExempt, wirelessExemption } from './terms.js';

const isPatientCall = (entry: HistoryEntry, context: Context): boolean =>
  isNotice(entry, context) && (entry.purpose === undefined || entry.purpose === 'healthcare');

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

/** To wireless lines: one a day, three a week. */
export const wirelessHealthcare: Rule = rule<PatientCaps>({
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
        undated: 'The exemption stood in orders before it was codified; it and its conditions go together.',
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
    if (wirelessExemption(context, at) !== 'healthcare') return notExempt(context, at, 'healthcare messages');
    return later(patientRefusal(context, at, caps), courtesyRefusal(context, at));
  },
  remarks:
    'Free to the end user; appointments, results, instructions, prescriptions, home care; ' +
    'no billing, collection or marketing. The hours 08:00-21:00 are a policy ' +
    '(policy.courtesy_hours).',
});

/** To residential lines: one a day, three a week. */
export const residentialHealthcare: Rule = rule<PatientCaps>({
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
});
