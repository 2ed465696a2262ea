/** Which events a webhook is told of. */
import { ENTRY_KINDS } from '@outdial/store';

/** Events of webhooks are told to none: a refusal would be told to the address that refuses. */
const OWN = 'webhook.';

/** Every kind that can be chosen, with its meaning. */
export const TELLABLE_KINDS: readonly { readonly kind: string; readonly meaning: string }[] = Object.entries(
  ENTRY_KINDS,
)
  .filter(([kind]) => !kind.startsWith(OWN))
  .map(([kind, meaning]) => ({ kind, meaning }));

/** Whether this is a kind of events, or a family such as 'attempt.*'. */
export function isChoice(choice: string): boolean {
  return TELLABLE_KINDS.some(({ kind }) => chosenBy(choice, kind));
}

/** Whether a webhook with these choices is told of an event. No choices: of every one. */
export function isTold(choices: readonly string[], kind: string): boolean {
  if (kind.startsWith(OWN)) return false;
  return choices.length === 0 || choices.some((choice) => chosenBy(choice, kind));
}

function chosenBy(choice: string, kind: string): boolean {
  return choice.endsWith('.*') ? kind.startsWith(choice.slice(0, -1)) : kind === choice;
}
