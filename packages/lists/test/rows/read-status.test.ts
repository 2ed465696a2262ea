/**
 * Statuses and dispositions of other systems: those with legal weight count, and the agent sees every one.
 */
import { describe, expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { readLeadRows } from '../../src/rows/read-lead-rows.js';
import type { RowReading } from '../../src/rows/read-row.js';

const AT = Date.UTC(2026, 5, 10);
const read = (row: Readonly<Record<string, string>>): RowReading | undefined =>
  readLeadRows([{ Phone: '2025550143', ...row }], { defaultCountry: 'US', at: AT })[0];

test.each([
  ...['Status', 'status', 'Lead Status', 'Call Status', 'Contact Status', 'Account Status', 'Status Code'],
  ...[
    'Disposition',
    'Last Disposition',
    'Dispo',
    'Last Result',
    'Call Outcome',
    'Result Code',
    'Wrap-up Code',
  ],
  ...['Last Call Result', 'Anrufergebnis', 'Leadstatus', 'Statut', 'Résultat appel', 'Esito chiamata'],
  ...['Resultado de la llamada', 'Status da ligação'],
])('%s is a status', (header) => expect(mapColumns(['Phone', header])[1]?.target).toBe('status'));

test.each(['Opt-Out Status', 'DNC Status', 'Marital Status', 'Deceased Status', 'State', 'Estado', 'Stato'])(
  '%s is none',
  (header) => expect(mapColumns(['Phone', header])[1]?.target).not.toBe('status'),
);

describe('a status', () => {
  test.each([
    'DNC',
    'dncl',
    'Do Not Call',
    'Opted out',
    'NI - DNC',
    'Added to DNC',
    'Werbesperre',
    'Litigator',
    ...['Do not dial', 'Asked to be removed', 'Hung up asked removal', 'Asked to stop', 'Suppressed', 'DNCR'],
    ...['Blacklist', 'Leave me alone', 'No longer wants calls', "Doesn't want to be called"],
  ])('%s is a request not to be called, and shown', (text) => {
    const lead = read({ Status: text })?.lead;
    expect(lead?.facts?.doNotCall?.internal).toEqual({ requestedAt: AT });
    expect(lead?.fields).toEqual({ Status: text });
  });

  test.each([
    ['Deceased', 'deceased'],
    ['BK13', 'bankrupt'],
  ])('%s ends calls to the person', (text, kind) =>
    expect(read({ Disposition: text })?.lead?.ends).toEqual([{ kind, at: AT }]),
  );

  test('of an attorney or of a cease letter is the fact', () => {
    expect(read({ Dispo: 'Atty Rep' })?.lead?.facts?.attorney).toEqual({ known: true });
    expect(read({ Dispo: 'C&D' })?.lead?.facts?.ceaseReceivedAt).toBe(AT);
  });

  test.each(['Wrong Number', 'Disputed', 'Removed', 'Stop'])('%s is shown, and reported', (text) => {
    const reading = read({ Result: text });
    expect(reading?.lead?.fields).toEqual({ Result: text });
    expect(reading?.problems.map(({ field }) => field)).toEqual(['Result']);
  });

  test.each([
    ...['Do not bother', 'No contact', 'In litigation', 'Threatened to sue', 'TCPA risk', 'Complaint filed'],
    ...['Email only', 'By letter only', 'Cell - do not autodial', 'No robocalls', 'call only after 5pm'],
    ...['Ceased and desist letter', 'Deceased?', 'Harassment', 'Refuses all calls', 'Told us to stop'],
  ])('%s, in no vocabulary, may bar calls: reported', (text) => {
    const reading = read({ Result: text });
    expect(reading?.lead?.fields).toEqual({ Result: text });
    expect(reading?.problems.map(({ field }) => field)).toEqual(['Result']);
  });

  test.each([
    ...['No contact made', 'Do not mail', 'Email opt out', 'Dead lead', 'Real estate', 'Refused to pay'],
    ...['Not interested', 'No longer at address', 'Left message', 'Credit declined', 'Not contacted'],
  ])('%s is shown, and nothing is said', (text) => expect(read({ Status: text })?.problems).toEqual([]));

  test.each(['NEW', 'NA', 'A', 'No answer', 'Sale', 'Refused', 'Declined', 'Callback', 'not DNC', 'Active'])(
    '%s is shown, and nothing more',
    (text) =>
      expect(read({ Status: text })).toMatchObject({
        lead: { facts: { country: 'US' }, fields: { Status: text } },
        problems: [],
      }),
  );

  test('of any of several columns counts', () =>
    expect(read({ Status: 'NEW', 'Last Result': 'DNC' })?.lead?.facts?.doNotCall?.internal).toBeDefined());
});
