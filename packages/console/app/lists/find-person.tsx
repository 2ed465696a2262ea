/** Finds a person by number, account or name. */
import type { FoundLead } from '@outdial/client';
import { Badge, Button, Group, Paper, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '../widgets/icons.js';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf, api, problemOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { phone } from '../widgets/format.js';
import { Fault } from '../widgets/fault.js';
import { ScrollTable } from '../widgets/scroll-table.js';
import { useSorting } from '../widgets/sorting.js';
import { leadName, stateName } from './lead-names.js';

const { find: SAY } = TEXTS.lists;

/** What each column sorts by. */
const SORTS = {
  person: (lead: FoundLead) => leadName(lead),
  list: ({ listId }: FoundLead) => listId,
  state: ({ state }: FoundLead) => stateName(state),
  calls: ({ attempts }: FoundLead) => attempts,
};

/** The search, and who was found. */
export function FindPerson() {
  const [query, setQuery] = useState('');
  const search = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/leads/search', { body: { query } })),
  });
  const problem = problemOf(search.error, 'query');
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
            error={problem === undefined ? undefined : fill(SAY.problem, { problem })}
            value={query}
            autoFocus
            maxLength={100}
            w={{ base: '100%', sm: 420 }}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <Button
            type="submit"
            disabled={query.trim() === ''}
            loading={search.isPending}
            leftSection={<IconSearch size={16} aria-hidden />}
          >
            {SAY.submit}
          </Button>
        </Group>
      </form>
      {problem === undefined && <Fault error={search.error} />}
      {search.data?.leads.length === 0 && <Text role="status">{SAY.nobody}</Text>}
      {search.data !== undefined && search.data.leads.length > 0 && (
        <Found leads={search.data.leads} isCut={search.data.isCut} />
      )}
    </Stack>
  );
}

/** Who was found; `isCut`: there are more. */
function Found({ leads, isCut }: { readonly leads: readonly FoundLead[]; readonly isCut: boolean }) {
  const { sorted, sortOf } = useSorting(leads, SORTS);
  return (
    <Paper withBorder p="md" radius="lg">
      <ScrollTable
        label={TEXTS.lists.tabs.find}
        minWidth={520}
        columns={[
          { name: SAY.columns.person, sort: sortOf('person') },
          SAY.columns.number,
          { name: SAY.columns.list, sort: sortOf('list') },
          { name: SAY.columns.state, sort: sortOf('state') },
          { name: SAY.columns.calls, isNumber: true, sort: sortOf('calls') },
        ]}
        verticalSpacing={8}
        data-testid="found"
      >
        {sorted.map((lead) => (
          <Table.Tr key={lead.leadId}>
            <Table.Td fw={550}>
              <Link href={`/lists/find/${lead.leadId}`}>{leadName(lead)}</Link>
            </Table.Td>
            <Table.Td>{phone(lead.phones[0]?.phone ?? '')}</Table.Td>
            <Table.Td>{lead.listId}</Table.Td>
            <Table.Td>
              <Badge color="gray">{stateName(lead.state)}</Badge>
            </Table.Td>
            <Table.Td ta="right">{lead.attempts}</Table.Td>
          </Table.Tr>
        ))}
      </ScrollTable>
      {isCut && (
        <Text size="sm" c="dimmed" mt="xs">
          {SAY.cut}
        </Text>
      )}
    </Paper>
  );
}
