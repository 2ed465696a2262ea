/** Types of columns, the same on every database. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** Ids and codes: compared byte by byte on every database. */
export const ID: RawBuilder<unknown> = sql`varchar(96)`;
/** Hashed ids of leads and persons. */
export const SHORT_ID: RawBuilder<unknown> = sql`varchar(32)`;
/** E.164 with its plus sign. */
export const PHONE: RawBuilder<unknown> = sql`varchar(20)`;
/** Reasons and rule ids. */
export const CODE: RawBuilder<unknown> = sql`varchar(128)`;
/** JSON or free text, up to 16 MB. */
export const LONG_TEXT: RawBuilder<unknown> = sql`mediumtext`;
/** Epoch ms, counts. */
export const WHOLE: RawBuilder<unknown> = sql`bigint`;
/** 0 or 1, positions. */
export const SMALL: RawBuilder<unknown> = sql`integer`;
