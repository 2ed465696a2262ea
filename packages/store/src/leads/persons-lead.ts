/** A lead of an upload with its person, and the transaction in which it is written. */
import type { NewLead } from '@outdial/lists';
import type { Append } from '../audit/chain.js';
import type { StatedRows } from '../audit/stated-rows.js';
import type { Tx } from '../database/engine.js';

/** A lead of an upload with the person it is of. */
export interface PersonsLead {
  readonly lead: NewLead;
  readonly personId: string;
}

/** The transaction of an upload, and the audit trail's part of it. */
export interface WithinUpload {
  readonly tx: Tx;
  readonly append: Append;
  /** Gathers what law and reports count of the rows written, for the audit entry of the transaction. */
  readonly stated: StatedRows;
}
