/** The keys of the desk: one table, from which the handlers and the list of keys come. */
import type { Desk } from '@outdial/client';
import { useEffect } from 'react';
import type { ConversationActions } from './conversation-actions.js';

/** Keys of the dispositions, in their order. */
export const DISPOSITION_KEYS = [...'1234567890', ...'qwetyuio'] as const;

/** Keys of the choices on a page of the script, in their order. */
export const SCRIPT_KEYS = ['f', 'c', 'z'] as const;

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

/** Obeys the keys, except where the person types a text or a dialog is open. */
export function useDeskKeys(desk: Desk, actions: DeskActions, isDialogOpen: boolean): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (isDialogOpen || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event))
        return;
      const action = actionOf(event.key.toLowerCase(), desk, actions);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  });
}

function actionOf(key: string, desk: Desk, actions: DeskActions): (() => void) | undefined {
  const plain: Readonly<Record<string, (() => void) | undefined>> = {
    r: actions.ready,
    p: actions.pause,
    h: actions.hangUp,
    a: actions.accept,
    s: actions.skip,
    l: actions.conversation.hold,
    m: actions.conversation.mute,
    x: actions.conversation.colleague,
    g: actions.conversation.handOver,
    j: actions.conversation.together,
    b: actions.conversation.back,
    k: actions.conversation.park,
    d: actions.conversation.digits,
    v: actions.conversation.record,
    n: actions.note,
    '?': actions.help,
  };
  if (key in plain) return plain[key];
  const choice = SCRIPT_KEYS.findIndex((each) => each === key);
  if (choice >= 0) return actions.script[choice];
  const disposition = desk.dispositions[DISPOSITION_KEYS.findIndex((each) => each === key)];
  const { dispose } = actions;
  return disposition && dispose && (() => dispose(disposition));
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
