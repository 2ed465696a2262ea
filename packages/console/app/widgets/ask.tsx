/** Asks once before something that cannot be taken back. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { TEXTS } from '../texts.js';

/** A question, the word of its yes, and what follows. */
export interface Question {
  readonly text: string;
  readonly yes: string;
  /** The word of its no; absent: 'Cancel'. */
  readonly no?: string;
  readonly then: () => void;
}

/** `ask` opens the question; `question` is to be rendered. */
export function useAsk(): { readonly ask: (question: Question) => void; readonly question: ReactNode } {
  const [asked, setAsked] = useState<Question | null>(null);
  const close = (): void => setAsked(null);
  const question = (
    <Modal opened={asked !== null} onClose={close} withCloseButton={false} centered>
      <Stack>
        <Text>{asked?.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {asked?.no ?? TEXTS.cancel}
          </Button>
          <Button
            color="red"
            onClick={() => {
              close();
              asked?.then();
            }}
          >
            {asked?.yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
  return { ask: setAsked, question };
}
