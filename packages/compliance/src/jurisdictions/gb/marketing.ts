/** Direct marketing under PECR: consent, the Telephone Preference Service, objections, fines. */
import { hasConsent } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { rule, type Rule } from '../../engine/rule.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { MARKETING, pecr } from './sources.js';

// Content names may join words by dashes or underscores: 'claims_management', 'pensions'.
const OPT_IN = /(^|[^a-z])claims?([^a-z]|$)|pension/i;

const aboutOptInGoods = (context: Context): boolean =>
  OPT_IN.test(`${context.campaign.content ?? ''} ${context.subject ?? ''}`);

/** A request to stop stands unless the person consented after it. */
function objects(context: Context, at: number): boolean {
  const requestedAt = context.lead.doNotCall?.internal?.requestedAt;
  if (requestedAt === undefined || requestedAt > at) return false;
  const consent = context.lead.consent;
  return !(consent && consent.at > requestedAt && hasConsent(context, at, 'express'));
}

/** Automated marketing calls need specific prior consent. */
export const automatedMarketing: Rule = consentNeeded({
  id: 'uk.pecr.r19',
  jurisdiction: 'GB',
  title: 'Automated marketing calls need specific prior consent',
  citation: 'PECR 2003 reg. 19',
  purposes: MARKETING,
  voices: 'recorded',
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '2003-12-11',
        value: 'express' as const,
        source: pecr(19, 'reg. 19'),
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  what: 'An automated marketing call',
  remarks: 'Charities and politics included.',
  review: (question) => reviewRecordedMarketing(question, 'United Kingdom'),
});

/** No live marketing to TPS numbers or objectors. */
export const liveMarketing: Rule = rule<string>({
  id: 'uk.pecr.r21',
  jurisdiction: 'GB',
  title: 'No live marketing to TPS numbers or objectors',
  citation: 'PECR 2003 reg. 21-21B',
  purposes: MARKETING,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2003-12-11',
        value: 'TPS, CTPS and objectors; claims management and pensions are opt-in',
        source: pecr(21, 'reg. 21-21B'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  needs: ['lead.doNotCall'],
  check: (context, at) => {
    if (objects(context, at))
      return { until: null, because: 'The person objected to marketing calls of this caller.' };
    if (hasConsent(context, at, 'express')) return undefined;
    if (context.lead.doNotCall?.national === true)
      return {
        until: null,
        because: 'The number is registered with the Telephone Preference Service, and no consent is on file.',
      };
    return aboutOptInGoods(context)
      ? { until: null, because: 'Calls about claims management and pensions need prior consent.' }
      : undefined;
  },
  remarks: 'Registration counts 28 days after it was made; the list given is taken as counting.',
});

/** Fines up to GBP 17.5 million or 4 %. */
export const fines: Rule = rule<string>({
  id: 'uk.pecr.fines',
  jurisdiction: 'GB',
  title: 'Fines up to GBP 17.5 million or 4 %',
  citation: 'Data (Use and Access) Act 2025',
  purposes: MARKETING,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2025-06-19',
        value: 'GBP 17.5 m or 4 % of turnover',
        source: {
          title: 'Data (Use and Access) Act 2025',
          href: 'https://www.legislation.gov.uk/ukpga/2025/18/section/115',
          pinpoint: 's. 115, PECR enforcement',
        },
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'A sanction: no call is decided by it.',
});
