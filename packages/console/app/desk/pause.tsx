/** Asks for the pause code. */
import { Modal, Stack } from '@mantine/core';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS } from '../texts.js';
import { KeyButton } from './key-button.js';
import { PAUSE_CODES, useKeys } from './keys.js';

/** The codes of pauses, each with a key. */
export function Pause({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const pause = (code: string): void => {
    close();
    void give(api.POST('/api/v1/desk/pause', { body: { code } }));
  };
  useKeys(isOpen, ({ key }) => {
    const code = PAUSE_CODES[Number(key) - 1];
    if (code !== undefined) pause(code);
  });
  return (
    <Modal opened={isOpen} onClose={close} title={TEXTS.desk.pauseWhy} size="xs" centered>
      <Stack gap="xs">
        {PAUSE_CODES.map((code, index) => (
          <KeyButton key={code} keyName={String(index + 1)} action={() => pause(code)} variant="default">
            {TEXTS.desk.pauseCodes[code]}
          </KeyButton>
        ))}
      </Stack>
    </Modal>
  );
}
