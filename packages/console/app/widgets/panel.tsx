/** A part of a screen: its title, a button that adds to it, and what is there. */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconPlus } from './icons.js';
import type { ReactNode } from 'react';
import { Fault } from './fault.js';

/** The panel. `none`: what stands in place of `children` where there is nothing. */
export function Panel({
  title,
  addText,
  add,
  error,
  none,
  children,
}: {
  readonly title: string;
  readonly addText: string;
  readonly add: () => void;
  /** Of the request for what is there. */
  readonly error: unknown;
  readonly none: string | false;
  readonly children: ReactNode;
}) {
  return (
    <>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} size="sm" onClick={add}>
          {addText}
        </Button>
      </Group>
      <Fault error={error} />
      <Paper withBorder p="md" radius="lg">
        {none === false ? (
          children
        ) : (
          <Text size="sm" c="dimmed">
            {none}
          </Text>
        )}
      </Paper>
    </>
  );
}
