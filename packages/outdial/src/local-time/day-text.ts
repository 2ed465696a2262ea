/** Days as people and files write them. */

/** A day as '2026-06-10'. */
export const DAY_TEXT: RegExp = /^\d{4}-\d\d-\d\d$/;
