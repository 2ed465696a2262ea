/** What every screen begins with. */
import { Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A screen: its title, opposite it what it is about or what one can begin there, and what it shows. */
export function ScreenLayout({
  title,
  opposite,
  children,
}: {
  readonly title: string;
  readonly opposite?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {title}
        </Title>
        {opposite}
      </Group>
      {children}
    </Stack>
  );
}
