/** Shows a one-time link, for the administrator to hand on. */
import { Button, Code, CopyButton, Modal, Stack, Text } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { moment } from '../widgets/format.js';

const { users } = TEXTS;

/** A link and whom it is for. */
export interface IssuedLink {
  readonly name: string;
  readonly path: string;
  readonly expiresAt: string;
}

/** The dialog of a link. */
export function LinkDialog({
  link,
  close,
}: {
  readonly link: IssuedLink | null;
  readonly close: () => void;
}) {
  const address = `${window.location.origin}${link?.path ?? ''}`;
  return (
    <Modal
      opened={link !== null}
      onClose={close}
      title={fill(users.linkTitle, { name: link?.name ?? '' })}
      centered
    >
      {link && (
        <Stack>
          <Text size="sm">{fill(users.linkAbout, { time: moment(link.expiresAt) })}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} data-testid="link">
            {address}
          </Code>
          <CopyButton value={address}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? users.copied : users.copy}</Button>}
          </CopyButton>
        </Stack>
      )}
    </Modal>
  );
}
