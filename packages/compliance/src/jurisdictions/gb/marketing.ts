/** Direct marketing under PECR: consent, the Telephone Preference Service, objections, fines. */
import { hasConsent } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { internalRequestAt } from '../../engine/internal-request.js';
import { rule, type Rule } from '../../engine/rule.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { about, askSubject } from '../about.js';
import { MARKETING, pecr } from './sources.js';

// Content names may join words by dashes or underscores: 'claims_management', 'pensions'.
const CLAIMS = /(^|[^a-z])claims?([^a-z]|$)/i;
const PENSIONS = /pension/i;

/** A request to stop stands unless the person consented after it. */
function objects(context: Context, at: number): boolean {
  const requestedAt = internalRequestAt(context, at);
  if (requestedAt === undefined) return false;
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
  citation: 'PECR 2003 reg. 21',
  purposes: MARKETING,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2003-12-11',
        value: 'TPS, CTPS and objectors',
        source: pecr(21, 'reg. 21'),
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
    return context.lead.doNotCall?.national === true
      ? {
          until: null,
          because:
            'The number is registered with the Telephone Preference Service, and no consent is on file.',
        }
      : undefined;
  },
  remarks: 'Registration counts 28 days after it was made; the list given is taken as counting.',
});

/** Claims management: live marketing by consent alone. */
export const claimsManagement: Rule = consentNeeded({
  id: 'uk.pecr.r21',
  jurisdiction: 'GB',
  title: 'Calls about claims management need prior consent',
  citation: 'PECR 2003 reg. 21A',
  scope: 'lead',
  parameter: {
    unit: 'consent to calls about claims',
    values: [
      {
        from: '2018-09-08',
        value: 'express' as const,
        source: pecr('21A', 'reg. 21A'),
        verification: 'memory',
        verifiedOn: '2026-11-25',
      },
    ],
  },
  what: 'A call about claims management',
  exempt: (context) => !CLAIMS.test(about(context)),
  review: (question) =>
    askSubject(question, 'the United Kingdom', 'claims management and pensions need prior consent'),
});

/** Pensions: an authorised firm or a trustee, and consent or a client. */
export const pensions: Rule = consentNeeded({
  id: 'uk.pecr.r21',
  jurisdiction: 'GB',
  title: 'Calls about pensions: an authorised firm or trustee, and consent or a client',
  citation: 'PECR 2003 reg. 21B',
  scope: 'lead',
  parameter: {
    unit: 'consent to calls about pensions',
    values: [
      {
        from: '2019-01-09',
        value: 'express' as const,
        source: {
          title: 'Privacy and Electronic Communications (Amendment) (No. 2) Regulations 2018',
          href: 'https://www.legislation.gov.uk/uksi/2018/1396/regulation/2/made',
          pinpoint: 'reg. 21B',
        },
        verification: 'primary',
        verifiedOn: '2026-11-25',
      },
    ],
  },
  what: 'A call about pensions',
  exempt: (context) => !PENSIONS.test(about(context)) || context.lead.existingContract === true,
  remarks:
    'An existing client (lead.existingContract) who may expect such calls and could refuse them needs no ' +
    'consent. Whether the caller is an authorised firm, or the trustee or manager of a scheme, is asked ' +
    'in the ' +
    'campaign review.',
  review: ({ campaign, flow }) =>
    PENSIONS.test(`${campaign.content ?? ''} ${campaign.subject ?? ''}`) && flow.authorisedFirm !== true
      ? [
          {
            topic: 'preparation',
            severity: 'refuses',
            message: 'Pensions are marketed by telephone by authorised firms, trustees and managers alone.',
            remedy: 'Say that the caller is one (flow.authorisedFirm), or do not call.',
          },
        ]
      : [],
});

/** Fines: GBP 500,000, since 2026-02-05 up to GBP 17.5 million or 4 %. */
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
        from: '2011-05-26',
        value: 'GBP 500,000',
        source: pecr(31, 'reg. 31'),
        verification: 'secondary',
        verifiedOn: '2026-11-25',
      },
      {
        from: '2026-02-05',
        value: 'GBP 17.5 m or 4 % of turnover',
        source: {
          title: 'Data (Use and Access) Act 2025',
          href: 'https://www.legislation.gov.uk/ukpga/2025/18/section/115',
          pinpoint: 's. 115, PECR enforcement; Commencement No. 6 Regulations 2026',
        },
        verification: 'secondary',
        verifiedOn: '2026-11-25',
      },
    ],
  },
  remarks: 'A sanction: no call is decided by it. The Act passed on 2025-06-19; the fines came later.',
});
