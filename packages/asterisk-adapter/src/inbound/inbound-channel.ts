/** How a channel that came in is told from others, and what its numbers are. */
import type { Channel } from '../generated/models.js';

/** Variable of an admitted channel: its attempt. */
export const ATTEMPT_VARIABLE = 'OUTDIAL_ATTEMPT';

/** The context of `dialplan/outdial.conf` through which calls come in. */
const CONTEXT = 'outdial-inbound';

/** True for a channel that came in and is in the application. */
export function isInbound({ dialplan }: Channel): boolean {
  return dialplan.context === CONTEXT && dialplan.app_name === 'Stasis';
}

/** The number that was called: the extension of the context. */
export function calledNumberOf({ dialplan }: Channel): string {
  return dialplan.exten;
}

/** Digits of the shortest and of the longest number. */
const NUMBER = /^\+?(\d{7,15})$/;

/** A number as E.164; null where it is withheld or none. The dialplan writes the country code. */
export function e164Of(written: unknown): string | null {
  const digits = typeof written === 'string' ? NUMBER.exec(written.trim())?.[1] : undefined;
  return digits === undefined ? null : `+${digits}`;
}
