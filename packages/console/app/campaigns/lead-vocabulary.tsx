/** The words of filters and scores, shown on demand. */
import { Box, Button, Code, Collapse, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { TEXTS } from '../texts.js';
import { Fault } from '../widgets/fault.js';

const { choice: SAY } = TEXTS.campaigns;

/** Fields and functions, each with what it is. */
export function LeadVocabulary() {
  const [isOpen, setOpen] = useState(false);
  const words = useQuery({
    queryKey: ['lead-expressions', 'vocabulary'],
    queryFn: () => answerOf(api.GET('/api/v1/lead-expressions/vocabulary')),
    staleTime: Infinity,
    enabled: isOpen,
  });
  const rows = [
    ...(words.data?.fields ?? []).map(({ name, also, about }) => ({
      word: [name, ...also].join(', '),
      about,
    })),
    ...(words.data?.functions ?? []).map(({ form, about }) => ({ word: form, about })),
  ];
  return (
    <Box>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        {SAY.words}
      </Button>
      <Fault error={words.error} />
      <Collapse expanded={isOpen}>
        <Stack gap="xs" mt="xs">
          <Text size="sm">{SAY.syntax}</Text>
          <Table verticalSpacing={4} fz="sm">
            <Table.Tbody>
              {rows.map(({ word, about }) => (
                <Table.Tr key={word}>
                  <Table.Td w={210}>
                    <Code>{word}</Code>
                  </Table.Td>
                  <Table.Td>{about}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      </Collapse>
    </Box>
  );
}
