/** Finds a person by number, account or name. */
import { Alert, Badge, Button, Group, Paper, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf, api, textOf } from '../data/api.js';
import { TEXTS } from '../texts.js';
import { phone } from '../widgets/format.js';
import { leadName, stateName } from './lead-names.js';

const { find: SAY } = TEXTS.lists;

/** The search, and who was found. */
export function FindPerson() {
  const [query, setQuery] = useState('');
  const search = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/leads/search', { body: { query } })),
  });
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search.mutate();
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={SAY.label}
            description={SAY.noted}
            value={query}
            autoFocus
            maxLength={100}
            w={{ base: '100%', sm: 420 }}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <Button
            type="submit"
            disabled={query.trim().length < 3}
            loading={search.isPending}
            leftSection={<IconSearch size={16} aria-hidden />}
          >
            {SAY.submit}
          </Button>
        </Group>
      </form>
      {search.isError && (
        <Alert color="red" role="alert">
          {textOf(search.error)}
        </Alert>
      )}
      {search.data?.leads.length === 0 && <Text role="status">{SAY.nobody}</Text>}
      {search.data !== undefined && search.data.leads.length > 0 && (
        <Paper withBorder p="md" radius="lg">
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing={8} data-testid="found">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{SAY.columns.person}</Table.Th>
                  <Table.Th>{SAY.columns.number}</Table.Th>
                  <Table.Th>{SAY.columns.list}</Table.Th>
                  <Table.Th>{SAY.columns.state}</Table.Th>
                  <Table.Th ta="right">{SAY.columns.calls}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {search.data.leads.map((lead) => (
                  <Table.Tr key={lead.leadId}>
                    <Table.Td fw={550}>
                      <Link href={`/lists/find/${lead.leadId}`}>{leadName(lead)}</Link>
                    </Table.Td>
                    <Table.Td>{phone(lead.phones[0]?.phone ?? '')}</Table.Td>
                    <Table.Td>{lead.listId}</Table.Td>
                    <Table.Td>
                      <Badge variant="light" color="gray" style={{ textTransform: 'none' }}>
                        {stateName(lead.state)}
                      </Badge>
                    </Table.Td>
                    <Table.Td ta="right">{lead.attempts}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {search.data.isCut && (
            <Text size="sm" c="dimmed" mt="xs">
              {SAY.cut}
            </Text>
          )}
        </Paper>
      )}
    </Stack>
  );
}
