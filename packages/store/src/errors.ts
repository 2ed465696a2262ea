/**
 * The errors of the store, one table of codes: what happened, what to do, and whether trying again may help.
 * docs/reference/errors.md is made from it.
 */
import { errorFrom } from '@outdial/core';
import type { ErrorCodeOf, ErrorFromOptions, ErrorValues, OutdialError } from '@outdial/core';

/** Every error the store throws, by code. */
export const STORE_ERRORS = {
  'import-unknown': {
    what: "The store has no import '{importId}'.",
    remedy: "Use the id that 'outdial import' printed; an import that was undone has none.",
    retryable: false,
  },
  'ending-unknown': {
    what: "Nothing was recycled: no call of the campaign ends with '{endings}', and no lead was closed so.",
    remedy: 'Use one of {allowed}.',
    retryable: false,
  },
  'import-in-use': {
    what: 'The import {importId} was not undone: {leads} of its leads were called, or a campaign holds them.',
    remedy: "Close its leads instead, with 'outdial leads close', or stop the campaign first.",
    retryable: false,
  },
  'import-undone-in-part': {
    what: [
      'Of the import {importId}, {removed} leads were removed. {leads} were called meanwhile, or a campaign',
      'holds them: they stay.',
    ],
    remedy: "Close these with 'outdial leads close'; without the campaign, undo the import again.",
    retryable: false,
  },
  'cursor-unreadable': {
    what: 'Events cannot be read from there: the cursor is none that an event had.',
    remedy: 'Give `after` the cursor of the last event that was read, as it was; leave it out to read all.',
    retryable: false,
  },
  'store-address-invalid': {
    what: "The store's address is not known: it begins with '{scheme}'.",
    remedy: "Use 'sqlite:' and a path, or 'mysql://user:password@host:port/database'.",
    retryable: false,
  },
  'store-address-unusable': {
    what: "The store's address cannot be used: {why}.",
    remedy: [
      "Write it as 'mysql://user@host:port/database'. The password comes from the environment,",
      'encryption is set with `tls`.',
    ],
    retryable: false,
  },
  'database-tls': {
    what: 'The connection to the database cannot be encrypted as `tls` asks ({reason}).',
    remedy: [
      'Give the certificate of the authority that signed the one of the server (`ca`), call the server by',
      'the name in its certificate, or turn TLS on at the server.',
    ],
    retryable: false,
  },
  'table-prefix-invalid': {
    what: "The table prefix '{prefix}' cannot stand before a table's name.",
    remedy: "Use a letter, then up to 30 letters, digits or '_'.",
    retryable: false,
  },
  'database-locked': {
    what: 'The database is locked by another process or transaction, longer than the store waits.',
    remedy: 'Wait until the other process has written, or end it; then try again.',
    retryable: true,
  },
  'database-gone': {
    what: 'The database server cannot be reached, or the connection was lost ({reason}).',
    remedy: 'Check that the server runs, and that its address and port are right; then try again.',
    retryable: true,
  },
  'database-denied': {
    what: 'The database server refuses the user, the password or the database ({reason}).',
    remedy: 'Check user, password and name of the database, and that it was created.',
    retryable: false,
  },
  'packet-too-large': {
    what: 'A row is too large for the database server: {bytes} bytes, and max_allowed_packet is {limit}.',
    remedy: 'Raise max_allowed_packet of the server (16M and more), or shorten the longest values.',
    retryable: false,
  },
  'database-missing': {
    what: 'The database file cannot be opened or created.',
    remedy: 'Check that its folder exists and that this user may write there.',
    retryable: false,
  },
  'database-unreadable': {
    what: 'The file is not a database of the store, or it is damaged.',
    remedy: 'Check the path; put the last backup in its place where the file is damaged.',
    retryable: false,
  },
  'database-read-only': {
    what: 'The database is read-only.',
    remedy: 'Let this user write to the file and its folder, or end the read-only mode of the server.',
    retryable: false,
  },
  'schema-not-updated': {
    what: "The database could not be brought to this version's schema ({migration}): {reason}.",
    remedy: 'Check that the user may create tables and indexes, and open the store again.',
    retryable: false,
  },
  'secret-missing': {
    what: "The database has lost its secret (table 'secrets'): persons in it cannot be recognised any more.",
    remedy: 'Put the last backup in its place, or the row of that table from it.',
    retryable: false,
  },
  'audit-key-short': {
    what: 'The key of the audit trail is too short: it could be guessed.',
    remedy: "Set OUTDIAL_AUDIT_KEY to at least {least} characters, e.g. from 'openssl rand -hex 32'.",
    retryable: false,
  },
  'campaign-held': {
    what: 'The campaign {campaign} is run already, by {holder}. Its lease holds until {until} at least.',
    remedy:
      'Stop that one first, or take the campaign from it by order: run --take-over, or `takeOver: true`.',
    retryable: false,
  },
  'campaign-ended': {
    what: 'The campaign {campaign} was ordered to end, and is {state} wherever it ran.',
    remedy: 'Start it, by the console, the API or outdial run: this dialer then takes its share of it.',
    retryable: false,
  },
  'set-file-damaged': {
    what: 'The set file {path} is damaged: {reason}.',
    remedy: 'Fetch it or build it again.',
    retryable: false,
  },
  'lead-invalid': {
    what: 'Lead {position} cannot be added: {reason}.',
    remedy:
      "Give each lead a number in E.164 ('+', country code and digits), and facts by the names of NewLead.",
    retryable: false,
  },
  'archive-too-young': {
    what: [
      'Nothing was archived: history of the last {days} days stays where caps and abandonment limits',
      'look for it.',
    ],
    remedy: 'Name an earlier day.',
    retryable: false,
  },
  'person-in-call': {
    what: 'Nothing was erased: the person is being called (attempt {attempt}).',
    remedy: 'Wait until the call has ended, and run again.',
    retryable: true,
  },
  'subject-missing': {
    what: 'The entry names neither a number nor a person.',
    remedy: "Give `phone` in E.164 ('+', country code and digits), `personKey` or `personId`.",
    retryable: false,
  },
} as const;

/** A code of the store. */
export type StoreErrorCode = ErrorCodeOf<typeof STORE_ERRORS>;

/** An error of the store by its code. */
export function storeError<Code extends StoreErrorCode>(
  code: Code,
  values: ErrorValues<(typeof STORE_ERRORS)[Code]>,
  options?: ErrorFromOptions,
): OutdialError<Code> {
  return errorFrom(STORE_ERRORS, code, values, options);
}
