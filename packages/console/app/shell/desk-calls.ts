/** What the desk holds for somebody who looks at another screen: a customer must not wait for their look. */
import type { Desk } from '@outdial/client';
import type { TEXTS } from '../texts.js';

/** What waits at the desk, in the words for it; null: nothing does. */
export function waitsAtDesk(desk: Desk | undefined): keyof typeof TEXTS.atDesk.about | null {
  if (desk === undefined) return null;
  if (desk.state === 'talking' || desk.state === 'wrap-up') return desk.state;
  return desk.preview === null ? null : 'preview';
}

/** The desk is shown by itself once for each of these: a call that has come, a person on offer. */
export function arrivalAt(desk: Desk | undefined): string | null {
  const waits = waitsAtDesk(desk);
  if (desk === undefined || waits === null || waits === 'wrap-up') return null;
  return waits === 'talking' ? (desk.call?.attemptId ?? null) : (desk.lead?.leadId ?? null);
}
