/**
 * Audit records for a regulator: a table of all records, and a page for one number. They contain telephone
 * numbers: treat them as personal data.
 */
import { ruleTitle } from '../rule-title.js';
import type { AuditRecord } from './audit-chain.js';
import { isoText } from './instant-text.js';

const COLUMNS = [
  'id',
  'at',
  'number',
  'purpose',
  'mode',
  'voice',
  'allowed',
  'rules',
  'citations',
  'nextAllowedAt',
  'timeZones',
  'jurisdictions',
  'ruleSet',
  'hash',
] as const;

/** A CSV field (RFC 4180). A leading sign that spreadsheets would run as a formula is quoted as text. */
function field(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function row(record: AuditRecord): string {
  const { request, verdict } = record;
  const values: readonly string[] = [
    record.id,
    isoText(request.at),
    request.lead.phone,
    request.campaign.purpose,
    request.campaign.mode,
    request.campaign.voice,
    verdict.allowed ? 'yes' : 'no',
    verdict.refusals.map((refusal) => refusal.rule).join(' '),
    verdict.refusals.map((refusal) => refusal.citation).join('; '),
    verdict.nextAllowedAt === null ? '' : isoText(verdict.nextAllowedAt),
    verdict.timeZones.join(' '),
    verdict.jurisdictions.join(' '),
    record.ruleSetVersion,
    record.hash,
  ];
  return values.map(field).join(',');
}

/** CSV (RFC 4180) of records, with a header line. Yields line by line. */
export function* auditCsv(records: Iterable<AuditRecord>): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for (const record of records) yield `${row(record)}\r\n`;
}

/** 'us.fl.hours, Florida calling hours'; the id alone where the rule is a client's own. */
function titled(rule: string): string {
  const title = ruleTitle(rule);
  return title === undefined ? rule : `${rule}, ${title}`;
}

/** A page in Markdown with every decision on one number, in order of time. */
export function auditPage(records: Iterable<AuditRecord>, phone: string): string {
  const own = [...records]
    .filter((record) => record.request.lead.phone === phone)
    .sort((a, b) => a.request.at - b.request.at);
  const parts = own.map((record) => {
    const { verdict, request } = record;
    const lines = [
      `## ${isoText(request.at)}: ${verdict.allowed ? 'allowed' : 'refused'}`,
      '',
      `${request.campaign.purpose}, ${request.campaign.mode}, ${request.campaign.voice}. Zones: ` +
        `${verdict.timeZones.join(', ') || 'none'}. Law: ${verdict.jurisdictions.join(', ') || 'none'}. ` +
        `Rules: ${record.ruleSetVersion}.`,
      '',
      ...verdict.refusals.map(
        (refusal) => `- **${titled(refusal.rule)}** (${refusal.citation}): ${refusal.message}`,
      ),
      ...(verdict.allowed
        ? record.trace
            .filter((entry) => entry.verdict === 'allows')
            .map((entry) => `- ${titled(entry.rule)}: allows`)
        : []),
      '',
      `Record ${record.id}, ${record.writer} ${record.sequence}, hash ${record.hash}`,
      '',
    ];
    return lines.join('\n');
  });
  return [`# Decisions on ${phone}`, '', `${own.length} decisions. Not legal advice.`, '', ...parts].join(
    '\n',
  );
}
