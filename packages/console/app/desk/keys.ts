/** The keys of the desk: one table, from which the handlers and the list of keys come. */
import type { Desk } from '@outdial/client';
import { useLayoutEffect } from 'react';
import type { TEXTS } from '../texts.js';
import type { ConversationActions } from './conversation-actions.js';

/** Codes of pauses, in the order of their keys. */
export const PAUSE_CODES = ['break', 'lunch', 'training', 'coaching', 'admin'] as const;

/** What a key may do; undefined: nothing now. */
export interface DeskActions {
  readonly ready: (() => void) | undefined;
  readonly pause: (() => void) | undefined;
  readonly hangUp: (() => void) | undefined;
  readonly accept: (() => void) | undefined;
  readonly skip: (() => void) | undefined;
  readonly conversation: ConversationActions;
  readonly dispose: ((disposition: Desk['dispositions'][number]) => void) | undefined;
  /** Goes on in the script, for each choice of its page. */
  readonly script: readonly (() => void)[];
  /** Puts the cursor into the note of the call. */
  readonly note: (() => void) | undefined;
  readonly help: () => void;
}

type Action = (() => void) | undefined;

/** Keys that do one thing: what the list of keys says of each, and what it does. */
export const PLAIN_KEYS: readonly (readonly [
  key: string,
  about: keyof typeof TEXTS.desk.keys,
  action: (actions: DeskActions) => Action,
])[] = [
  ['r', 'ready', ({ ready }) => ready],
  ['p', 'pause', ({ pause }) => pause],
  ['h', 'hangUp', ({ hangUp }) => hangUp],
  ['a', 'accept', ({ accept }) => accept],
  ['s', 'skip', ({ skip }) => skip],
  ['l', 'hold', ({ conversation }) => conversation.hold],
  ['m', 'mute', ({ conversation }) => conversation.mute],
  ['x', 'colleague', ({ conversation }) => conversation.colleague],
  ['g', 'handOver', ({ conversation }) => conversation.handOver],
  ['j', 'together', ({ conversation }) => conversation.together],
  ['b', 'back', ({ conversation }) => conversation.back],
  ['k', 'park', ({ conversation }) => conversation.park],
  ['d', 'digits', ({ conversation }) => conversation.digits],
  ['v', 'record', ({ conversation }) => conversation.record],
  ['n', 'note', ({ note }) => note],
  ['?', 'help', ({ help }) => help],
];

/** Keys of the choices on a page of the script, in their order. */
export const SCRIPT_KEYS: readonly string[] = ['f', 'c', 'z'];

/** Keys of the dispositions, in their order: those that are left. */
export const DISPOSITION_KEYS: readonly string[] = [...'1234567890', ...'qwetyuio'];

/** Obeys the keys, except where the person types a text, or a dialog or a menu is open. */
export function useDeskKeys(desk: Desk, actions: DeskActions, isDialogOpen: boolean): void {
  useKeys(!isDialogOpen, (event) => {
    if (isElsewhere(event)) return;
    const action = actionOf(event.key.toLowerCase(), desk, actions);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/**
 * Hears the keys while `isHeard`, as a dialog does while it is open. A key that is held down counts once;
 * what is typed into a field and the keys of the browser do not count.
 */
export function useKeys(isHeard: boolean, heard: (event: KeyboardEvent) => void): void {
  // Before the desk is painted: a key that answers what one sees must be heard.
  useLayoutEffect(() => {
    if (!isHeard) return undefined;
    const hear = (event: KeyboardEvent): void => {
      const isBrowsers = event.ctrlKey || event.metaKey || event.altKey;
      if (!event.repeat && !isBrowsers && !isTyping(event)) heard(event);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  });
}

/** What a key does now. */
export function actionOf(key: string, desk: Pick<Desk, 'dispositions'>, actions: DeskActions): Action {
  const plain = PLAIN_KEYS.find(([each]) => each === key);
  if (plain) return plain[2](actions);
  const choice = SCRIPT_KEYS.indexOf(key);
  if (choice >= 0) return actions.script[choice];
  const disposition = desk.dispositions[DISPOSITION_KEYS.indexOf(key)];
  const { dispose } = actions;
  return disposition && dispose && (() => dispose(disposition));
}

/** Dialogs and menus of the frame hold the focus: a letter there is not for the desk. */
function isElsewhere({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
