/** A secret that is shown once, for the administrator to hand on. */
import { Button, Code, CopyButton, Modal, Stack, Text } from '@mantine/core';
import { TEXTS } from '../texts.js';

/** What is shown. */
export interface Secret {
  readonly title: string;
  readonly about: string;
  readonly text: string;
}

/** The dialog of a secret. */
export function ShownOnce({ secret, close }: { readonly secret: Secret | null; readonly close: () => void }) {
  return (
    <Modal opened={secret !== null} onClose={close} title={secret?.title} centered>
      {secret && (
        <Stack>
          <Text size="sm">{secret.about}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} data-testid="secret">
            {secret.text}
          </Code>
          <CopyButton value={secret.text}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? TEXTS.users.copied : TEXTS.users.copy}</Button>
            )}
          </CopyButton>
        </Stack>
      )}
    </Modal>
  );
}
