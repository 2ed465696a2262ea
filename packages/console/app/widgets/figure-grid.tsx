/** Figures side by side, each with its name under it. */
import { SimpleGrid, Stack, Text } from '@mantine/core';

/** Names with values, in the order in which they are read. */
export function FigureGrid({
  shown,
}: {
  readonly shown: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="md" verticalSpacing="md" component="dl" m={0}>
      {shown.map(([name, value]) => (
        <Stack key={name} gap={2} style={{ flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
          <Text size="xs" c="dimmed" component="dt">
            {name}
          </Text>
          <Text className="figure-value" fz={24} fw={650} component="dd" m={0}>
            {value}
          </Text>
        </Stack>
      ))}
    </SimpleGrid>
  );
}
