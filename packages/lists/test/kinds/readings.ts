/** What an import makes of the rows of a list, as lines of text. */
import { RowReader, openTable, readTableRow } from '../../src/index.js';
import type { NewLead, NewPhone, RowProblem } from '../../src/index.js';

const AT = Date.UTC(2026, 5, 10, 15);

/** The rows of a list, and what the import warns of. */
export interface Readings {
  readonly rows: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads a list as an import does. */
export async function readingsOf(
  text: string,
  { country, delimiter }: { readonly country: string; readonly delimiter?: string },
): Promise<Readings> {
  const table = await openTable([Buffer.from(text)], { defaultCountry: country, delimiter });
  const reader = new RowReader(table.columns, {
    defaultCountry: country,
    dateOrder: country === 'US' ? 'month-first' : 'day-first',
    at: AT,
  });
  const rows: string[] = [];
  for await (const batch of table.rows)
    for (const row of batch) {
      const { lead, problems } = readTableRow(reader, row);
      rows.push(lead ? textOf(lead, problems) : `REJECTED ${problems.map(said).join(' ')}`);
    }
  return { rows, warnings: [...table.warnings(), ...reader.warnings] };
}

const said = ({ field, value, problem }: RowProblem): string => `{${field}: ${value}: ${problem}}`;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

function textOf(lead: NewLead, problems: readonly RowProblem[]): string {
  const { doNotCall, relationship, ...facts } = lead.facts ?? {};
  const { phones, fields, consents = [], ends = [], contacts = [], personKey, account, seller } = lead;
  const parts = [
    `p=${phones.map(numberOf).join(',')}`,
    ...Object.entries(facts).map(([name, value]) => `${name}=${valueOf(value)}`),
    ...(doNotCall?.internal ? [`internal=${day(doNotCall.internal.requestedAt)}`] : []),
    ...(doNotCall?.national === undefined ? [] : [`national=${doNotCall.national}`]),
    ...Object.entries(relationship ?? {}).map(([name, value]) => `${name}=${valueOf(value)}`),
    ...consents.map(({ type, at }) => `consent=${type}@${day(at)}`),
    ...(lead.consentRevokedAt === undefined ? [] : [`revoked=${day(lead.consentRevokedAt)}`]),
    ...ends.map(({ kind, at }) => `${kind}=${day(at)}`),
    ...contacts.map(({ outcome, at }) => `contact=${outcome}@${day(at)}`),
    ...Object.entries({ personKey, account, seller }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${value}`],
    ),
    `fields=${JSON.stringify(fields ?? {})}`,
    ...(problems.length > 0 ? [`PROBLEM ${problems.map(said).join(' ')}`] : []),
  ];
  return parts.join(' | ');
}

function numberOf({ phone, lineType, doNotCall }: NewPhone): string {
  return phone + (lineType ? `/${lineType.slice(0, 1)}` : '') + (doNotCall ? '/closed' : '');
}

function valueOf(value: unknown): string {
  if (typeof value === 'number') return day(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
