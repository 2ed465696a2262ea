/** Federal calling hours: the FCC's and the FTC's. */
import type { Parameter } from '../../../engine/parameter.js';
import type { Rule } from '../../../engine/rule.js';
import { everyDay, type Schedule } from '../../../engine/schedule.js';
import { callingWindow } from '../../../rules/calling-window.js';
import { tcpa, tsr } from '../sources.js';
import { hasEbr, isBusiness, isOutsideTsr } from '../terms.js';

const EIGHT_TO_NINE: Schedule = everyDay('08:00-21:00');
const fccHours: Parameter<Schedule> = {
  unit: 'local time of the called party',
  values: [
    {
      from: '1992-12-20',
      value: EIGHT_TO_NINE,
      source: tcpa('(c)(1), (e), (f)(15); rules of 1992, 57 FR 48335'),
      verification: 'primary',
      verifiedOn: '2026-11-22',
    },
  ],
};
const ftcHours: Parameter<Schedule> = {
  unit: 'local time of the called party',
  values: [
    {
      from: '1995-12-31',
      value: EIGHT_TO_NINE,
      source: tsr('310.4(c)'),
      verification: 'primary',
      verifiedOn: '2026-11-22',
    },
  ],
};

/** Calling-hour rules of federal law. */
export const federalHours: readonly Rule[] = [
  callingWindow({
    id: 'us.tcpa.hours',
    jurisdiction: 'US',
    title: 'Telephone solicitations only from 8 a.m. to 9 p.m. local time',
    citation: '47 CFR 64.1200(c)(1)',
    parameter: fccHours,
    lifted: (context, at) =>
      isBusiness(context) || context.campaign.taxExempt === true || hasEbr(context, at),
    remarks:
      'An established business relationship or a tax-exempt nonprofit takes a call out of the term ' +
      '"telephone solicitation". Whether consent lifts the hours is disputed; here it does not.',
  }),
  callingWindow({
    id: 'us.tsr.hours',
    jurisdiction: 'US',
    title: 'Telemarketing to a residence only from 8 a.m. to 9 p.m. local time',
    citation: '16 CFR 310.4(c)',
    purposes: ['telemarketing', 'charity'],
    parameter: ftcHours,
    lifted: (context) => isOutsideTsr(context) || isBusiness(context),
    remarks:
      'The hours protect residences: office supplies sold to businesses are inside the Rule alone. ' +
      'No exception for an established business relationship. ' +
      'Consent on file does not extend the hours. Calls of a tax-exempt organisation for itself ' +
      'are outside; charity calls by paid telefunders are inside.',
  }),
];
