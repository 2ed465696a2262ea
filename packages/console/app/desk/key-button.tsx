/** A button that shows its key. */
import { Button, Kbd, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** A button with its key at the right, '' for none; without an action it is disabled. */
export function KeyButton({
  keyName,
  action,
  children,
  ...button
}: {
  readonly keyName: string;
  readonly action: (() => void) | undefined;
  readonly children: ReactNode;
} & ButtonProps) {
  return (
    <Button
      justify="space-between"
      h="auto"
      mih={36}
      styles={{ label: { whiteSpace: 'normal', textAlign: 'left', lineHeight: 1.25 } }}
      fullWidth
      disabled={action === undefined}
      onClick={action}
      aria-keyshortcuts={keyName === '' ? undefined : keyName.toUpperCase()}
      rightSection={
        keyName !== '' && (
          <Kbd size="xs" aria-hidden visibleFrom="sm">
            {keyName.toUpperCase()}
          </Kbd>
        )
      }
      {...button}
    >
      {children}
    </Button>
  );
}
