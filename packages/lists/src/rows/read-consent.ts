/** Reads the consent that comes with a row, and its revocation. */
import { LIMITS, defined } from '@outdial/core';
import type { NewConsent } from '../lead/new-lead.js';
import { readCallPermission } from '../values/call-permission.js';
import { readConsentWords, readRefusal } from '../values/consent.js';
import type { ConsentSaid } from '../values/consent.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import { isZeroDate, readDate } from '../values/dates.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';
import { readListOf, readPastDateOf } from './read-values.js';
import type { RowOptions } from './row-options.js';

const BETWEEN_ITEMS = /[;|]/;

/** Problem and remedy of a refusal that stands among other words. */
const REFUSAL_WITHIN = [
  'it holds a refusal among other words; it counts as a request not to be called',
  "use 'opted out'; where the person agrees, 'written' or 'express' alone",
] as const;

/** What a row says of consent. */
export interface RowConsent {
  readonly consents?: readonly NewConsent[];
  /** Epoch ms. */
  readonly consentRevokedAt?: number;
  /** Purposes that the revocation reaches; absent: all. */
  readonly consentRevokedScope?: readonly string[];
}

/** Reads consent and revocation. A revocation that cannot be read leaves no consent. */
export function readConsent(cells: Cells, options: RowOptions): RowConsent {
  const revokedAt = readRevocation(cells, options) ?? readDenial(cells, options);
  const consent = readGrant(cells, options);
  return defined({
    consents: consent && revokedAt !== 'unclear' ? [consent] : undefined,
    consentRevokedAt: revokedAt === null || revokedAt === 'unclear' ? undefined : revokedAt,
    consentRevokedScope: readRevokedScope(cells),
  });
}

/**
 * A plain no with its day ends what was given until then: on that day there was no consent. That there is
 * none in writing says nothing of one by word of mouth.
 */
function readDenial(cells: Cells, { at, dateOrder }: RowOptions): number | null {
  const said = cells.text('consentType');
  const day = cells.text('consentAt');
  if (said === undefined || day === undefined || !saysNo(said)) return null;
  if (cells.columns.of('consentType')?.isWritten === true) return null;
  const on = readDate(day, dateOrder);
  return on === null ? null : Math.min(on, at);
}

/** Without a purpose a revocation reaches all of them. */
function readRevokedScope(cells: Cells): readonly string[] | undefined {
  const scope = readListOf(cells, 'consentRevokedScope', BETWEEN_ITEMS);
  return scope && scope.length > 0 ? scope : undefined;
}

/** Consent counts only with its kind and its date: without either there is none. */
function readGrant(cells: Cells, options: RowOptions): NewConsent | null {
  const allowed = readPermission(cells);
  const said = cells.text('consentType') === undefined ? allowed : readConsentType(cells);
  if (said === null) reportDateAlone(cells);
  if (said !== 'written' && said !== 'express') return null;
  // Permission is asked of many lists that know nothing of consent.
  if (cells.text('consentType') === undefined && cells.text('consentAt') === undefined) return null;
  const at = readPastDateOf(cells, 'consentAt', options);
  if (at === undefined) {
    cells.report(
      'consentAt',
      '',
      'the consent has no date; the lead counts as without consent',
      'give the date on which consent was given',
    );
    return null;
  }
  const expiresAt = readExpiry(cells, options);
  if (expiresAt === 'unclear') return null;
  return defined({
    type: said,
    at,
    expiresAt,
    address: cells.text('consentAddress', LIMITS.consentEvidence),
    certificateId: cells.text('consentCertificate', LIMITS.consentEvidence),
    evidence: cells.text('consentEvidence', LIMITS.consentEvidence),
    scope: readListOf(cells, 'consentScope', BETWEEN_ITEMS),
    sellers: readListOf(cells, 'consentSellers', BETWEEN_ITEMS),
  });
}

/** A day of consent in a row that says nothing of consent, though a column asks. */
function reportDateAlone(cells: Cells): void {
  const day = cells.text('consentAt');
  const isSaid = ['consentType', 'callPermission'] as const;
  if (day === undefined || isZeroDate(day) || isSaid.some((target) => cells.text(target) !== undefined))
    return;
  if (isSaid.every((target) => cells.columns.of(target) === undefined)) return;
  cells.report(
    'consentAt',
    day,
    'it is the day of a consent, and the row does not say which; the lead counts as without consent',
    "say 'written' or 'express', or leave the day empty",
  );
}

/** The end of a consent. One that cannot be read leaves no consent: it may have passed. */
function readExpiry(cells: Cells, { dateOrder }: RowOptions): number | 'unclear' | undefined {
  const text = cells.whole('consentExpiresAt');
  if (text === undefined) return undefined;
  const date = readDate(text, dateOrder);
  if (date !== null) return date;
  cells.report(
    'consentExpiresAt',
    text,
    'it is not a date between 1970 and 2100; the lead counts as without consent',
    "write it as '2026-11-30', or leave it empty",
  );
  return 'unclear';
}

/** What the consent column says; reported where it is in no vocabulary. */
function readConsentType(cells: Cells): ConsentSaid | null {
  const text = cells.text('consentType') ?? '';
  const said = readConsentWords(text);
  if (said === null)
    cells.report(
      'consentType',
      text,
      'it is in no vocabulary of consent; the lead counts as without consent',
      "use 'written', 'express' or 'no'; 'opted out' where the person asked not to be called",
    );
  else if (said === 'refused' && readRefusal(text)?.isWithin === true)
    cells.report('consentType', text, ...REFUSAL_WITHIN);
  const isWritten = cells.columns.of('consentType')?.isWritten === true && saysYes(text);
  return isWritten ? 'written' : said;
}

/** Whether every column that asks says that the person may be called; reported where one cannot be read. */
function readPermission(cells: Cells): ConsentSaid | null {
  let all: ConsentSaid | null = null;
  for (const column of cells.columns.every('callPermission')) {
    const text = cells.in(column);
    if (isEmpty(text) && !saysNo(text)) continue;
    const said = readCallPermission(text);
    if (said === 'refused') {
      if (readRefusal(text)?.isWithin === true) cells.reportIn(column, ...REFUSAL_WITHIN);
      return said;
    }
    if (said === null)
      cells.reportIn(
        column,
        'it says neither that the person may be called nor that they may not; it counts as no consent',
        "use 'yes', or 'no' where the person asked not to be called",
      );
    all ??= said;
  }
  return all;
}

/**
 * The day on which consent was revoked, as any column of it says: 'Withdrawn' may say no beside a day. The
 * latest day counts, since it ends most; a plain yes, or the words of a refusal, is dated to the upload.
 */
function readRevocation(cells: Cells, { at, dateOrder }: RowOptions): number | 'unclear' | null {
  const given = cells.wholes('consentRevokedAt').filter(({ text }) => !saysNo(text) && !isZeroDate(text));
  const dates = given.flatMap(({ text }) => readDate(text, dateOrder) ?? []);
  const unclear = given.filter(
    ({ text }) => !saysYes(text) && readRefusal(text) === null && readDate(text, dateOrder) === null,
  );
  for (const { column } of unclear)
    cells.reportIn(
      column,
      'it is not a date of a revocation; the lead counts as without consent',
      "write the day as '2026-11-30', or 'yes', or leave it empty",
    );
  if (dates.length > 0) return Math.min(Math.max(...dates), at);
  if (given.length > unclear.length) return at;
  return unclear.length > 0 ? 'unclear' : null;
}
