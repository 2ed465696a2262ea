/** The facts that a decision rests on, in words: for the page on a number, and for the console. */
import type { TraceEntry } from '@outdial/compliance';
import { iso } from './page/page-parts.js';
import type { CallRecord } from './records.js';

/** What the law was told of the called party, as names and values. Personal data. */
export function factsOfDecision({ request, verdict }: CallRecord): readonly (readonly [string, string])[] {
  const { lead, history } = request;
  const revokedAt = lead.consent?.revokedAt;
  const revoked = revokedAt === undefined ? '' : `, revoked ${iso(revokedAt)}`;
  const expiresAt = lead.consent?.expiresAt;
  const end = expiresAt === undefined ? '' : `, ends ${iso(expiresAt)}`;
  const consent = lead.consent
    ? `${lead.consent.type}, ${iso(lead.consent.at)}${end}${revoked}`
    : 'none on file';
  const address = [lead.country, lead.region, lead.city, lead.postalCode].filter(
    (part) => part !== undefined,
  );
  const listed = [
    lead.doNotCall?.national === true ? 'national registry' : '',
    ...(lead.doNotCall?.lists ?? []),
    lead.doNotCall?.internal ? `own list since ${iso(lead.doNotCall.internal.requestedAt)}` : '',
  ].filter((part) => part !== '');
  return [
    [
      'place',
      [
        address.join(', ') || 'by the number',
        `law of ${verdict.jurisdictions.join(', ') || 'no place'}`,
        `zones ${verdict.timeZones.join(', ') || 'none'}`,
      ].join('; '),
    ],
    ['line', lead.lineType ?? 'unknown'],
    ['consent', consent],
    ['do-not-call lists', listed.join(', ') || 'on none'],
    ['earlier contacts told', String(history.length)],
  ];
}

/** What a rule was told, e.g. 'live answers 412, abandoned 3'. */
export function inputsText(inputs: NonNullable<TraceEntry['inputs']>): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${wordsOf(name)} ${value === null ? 'none' : String(value)}`)
    .join(', ');
}

/** 'liveAnswers' as 'live answers'; zones keep their names. */
function wordsOf(name: string): string {
  return name.includes('/') ? name : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
