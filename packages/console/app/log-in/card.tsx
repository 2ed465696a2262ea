/** The card on which one logs in. */
import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import icon from '../icon.svg';
import { TEXTS } from '../texts.js';

/** A card in the middle of the page, with a title. */
export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={400} gap="lg">
        <Group gap="xs" justify="center">
          <img src={icon} alt="" width={30} height={30} />
          <Text fw={750} size="xl">
            {TEXTS.product}
          </Text>
        </Group>
        <Paper withBorder shadow="sm" p="xl" radius="lg">
          <Title order={1} size="h3" mb="md">
            {title}
          </Title>
          {children}
        </Paper>
      </Stack>
    </Center>
  );
}
