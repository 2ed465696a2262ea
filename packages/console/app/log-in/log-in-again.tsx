/** Logging in over the screens: the session has ended by itself, and what was written there is kept. */
import { Modal } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { LogIn } from './log-in.js';

const COVER = 'log-in-again';

/** Escape on the cover does not close the dialogs beneath it. To be called before any dialog is drawn. */
export function keepDialogsCovered(): void {
  const keep = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && document.querySelector(`[data-testid=${COVER}]`))
      event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', keep, { capture: true });
}

/** Covers every screen and dialog until somebody logs in; another person begins with screens of their own. */
export function LogInAgain() {
  return (
    <Modal
      opened
      fullScreen
      zIndex={900}
      withCloseButton={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      onClose={() => undefined}
      aria-label={TEXTS.logIn.title}
      data-testid={COVER}
    >
      <LogIn note={TEXTS.logIn.again} />
    </Modal>
  );
}
