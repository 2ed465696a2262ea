/** Colours and sizes of the console. */
import { Badge, Modal, Notification, createTheme } from '@mantine/core';
import { TEXTS } from './texts.js';

export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  defaultRadius: 'md',
  autoContrast: true,
  // Where black and white contrast equally: either way at least 4.5.
  luminanceThreshold: 0.179,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // In words as they are written, not in capitals.
    Badge: Badge.extend({
      defaultProps: { variant: 'light' },
      styles: { root: { textTransform: 'none' } },
    }),
    // Gone at once: a dialog that fades keeps the focus, and a key that is meant for the desk would be lost.
    Modal: Modal.extend({
      defaultProps: { transitionProps: { duration: 0 }, closeButtonProps: { 'aria-label': TEXTS.close } },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': TEXTS.close } } }),
  },
});
