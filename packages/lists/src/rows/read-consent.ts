/** Reads the consent that comes with a row. */
import { defined } from '@outdial/core';
import type { NewConsent } from '../lead/new-lead.js';
import { consentKind } from '../values/consent-kind.js';
import type { DateOrder } from '../values/dates.js';
import { saysNo } from '../values/yes-no.js';
import type { Cells } from './cells.js';
import { readDateOf, readListOf } from './read-values.js';

const BETWEEN_ITEMS = /[;|]/;

/** Consent counts only with its kind and its date: without either there is none. */
export function readConsent(cells: Cells, order: DateOrder): NewConsent | null {
  const kind = cells.text('consentType');
  if (kind === undefined || saysNo(kind)) return null;
  const type = consentKind(kind);
  if (!type) {
    cells.report(
      'consentType',
      kind,
      'it is not a kind of consent; the lead counts as without consent',
      "use 'written', 'express' or leave it empty",
    );
    return null;
  }
  const at = readDateOf(cells, 'consentAt', order);
  if (at === undefined) {
    cells.report(
      'consentAt',
      '',
      'the consent has no date; the lead counts as without consent',
      'give the date on which consent was given',
    );
    return null;
  }
  return defined({
    type,
    at,
    evidence: cells.text('consentEvidence'),
    scope: readListOf(cells, 'consentScope', BETWEEN_ITEMS),
    sellers: readListOf(cells, 'consentSellers', BETWEEN_ITEMS),
  });
}
