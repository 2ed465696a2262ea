/** Consent, requests and learned facts of a number, as a table in the order of time. */
import type { NumberTrail } from '@outdial/store';
import { escapeHtml } from '../../report/html-text.js';
import { instant, NONE, table } from './page-parts.js';

/** Everything a person gave, asked for or said. `zone`: IANA name of the called party's zone. */
export function eventsOfNumber(
  { consents, doNotCall, learned }: NumberTrail,
  zone: string | undefined,
): string {
  const rows = [
    ...consents.map(({ type, at, scope, sellers, evidence, source }) => ({
      at,
      what: type === 'revocation' ? 'consent revoked' : `consent given, ${type}`,
      detail: [
        scope ? `for ${scope.join(', ')}` : 'for every purpose',
        sellers ? `to ${sellers.join(', ')}` : '',
        evidence === null ? '' : `evidence: ${evidence}`,
        `source: ${source}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
    })),
    ...doNotCall.map(({ at, of, scope, source }) => ({
      at,
      what: 'asked not to be called',
      detail: [
        of === 'number' ? 'this number' : 'all numbers of the person',
        scope === 'company' ? 'in every campaign' : `in campaign ${scope}`,
        `source: ${source}`,
      ].join('; '),
    })),
    ...learned.map(({ at, kind, source }) => ({
      at,
      what: 'learned on a call or entered',
      detail: `${kind.replaceAll('-', ' ')}; source: ${source}`,
    })),
  ].sort((a, b) => a.at - b.at);
  return rows.length === 0
    ? NONE
    : table(
        ['when', 'what', 'detail'],
        rows.map(({ at, what, detail }) => [instant(at, zone), escapeHtml(what), escapeHtml(detail)]),
      );
}
