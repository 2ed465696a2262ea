/** Every agent: state, since when, code, call. */
import type { Agent, CampaignDocument as Campaign } from '@outdial/client';
import { Badge, Paper, Table, Text, Title } from '@mantine/core';
import { useNamedAgents } from '../data/agent-names.js';
import { TEXTS, fill } from '../texts.js';
import { STATE_COLORS } from '../widgets/agent-states.js';
import { pauseName } from '../widgets/pause-name.js';
import { Since } from '../widgets/since.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
import { useSorting } from '../widgets/sorting.js';
import { AgentMenu } from './agent-menu.js';

const { board } = TEXTS;

/** States in the order in which a supervisor looks at them. */
const ORDER: readonly Agent['state'][] = [
  'ready',
  'reserved',
  'talking',
  'wrap-up',
  'pausing',
  'paused',
  'offline',
];

/** The table of agents. */
export function AgentsTable({
  agents,
  campaigns,
  maySteer,
  listenerId,
}: {
  readonly agents: readonly Agent[];
  readonly campaigns: readonly Campaign[];
  readonly maySteer: boolean;
  /** Who looks, where they may listen; null: they have no desk to hear at. */
  readonly listenerId: string | null;
}) {
  const named = useNamedAgents(maySteer);
  const nameOf = (id: string): string => named?.find(({ agentId }) => agentId === id)?.name ?? id;
  const campaignOf = (id: string): string => campaigns.find((each) => each.campaignId === id)?.name ?? id;
  const usual = [...agents].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.since < b.since ? -1 : 1),
  );
  const { sorted, sortOf } = useSorting(usual, {
    agent: ({ agentId }) => nameOf(agentId),
    state: ({ state }) => ORDER.indexOf(state),
    // Upwards: those first for whom it lasts the least.
    since: ({ since }) => -Date.parse(since),
    campaign: ({ campaignId }) => campaignOf(campaignId),
  });
  const severalCampaigns = campaigns.length > 1;
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Title order={2} size="h5" mb="xs">
        {board.agents} ({agents.length})
      </Title>
      {agents.length === 0 && <Text c="dimmed">{board.noAgents}</Text>}
      {agents.length > 0 && (
        <ScrollTable
          label={board.agents}
          minWidth={320}
          columns={[
            { name: board.agentColumns.agent, sort: sortOf('agent') },
            { name: board.agentColumns.state, sort: sortOf('state') },
            { name: board.agentColumns.since, isNumber: true, sort: sortOf('since') },
            severalCampaigns && { name: board.agentColumns.campaign, sort: sortOf('campaign') },
            maySteer && MENU_COLUMN,
          ]}
          verticalSpacing={6}
          data-testid="agents"
        >
          {sorted.map((agent) => (
            <AgentRow
              key={agent.agentId}
              {...{ agent, agents, campaigns, maySteer, listenerId }}
              name={nameOf(agent.agentId)}
              campaign={severalCampaigns ? campaignOf(agent.campaignId) : null}
            />
          ))}
        </ScrollTable>
      )}
    </Paper>
  );
}

function AgentRow({
  agent,
  agents,
  campaigns,
  name,
  campaign,
  maySteer,
  listenerId,
}: {
  readonly agent: Agent;
  readonly agents: readonly Agent[];
  readonly listenerId: string | null;
  readonly campaigns: readonly Campaign[];
  readonly name: string;
  /** The name of their campaign; null: there is one only. */
  readonly campaign: string | null;
  readonly maySteer: boolean;
}) {
  const { agentId, state, code, since, legUp } = agent;
  const listeners = agents
    .filter(({ watching }) => watching?.agentId === agentId)
    .map((each) => each.agentId);
  return (
    <Table.Tr data-agent={agentId}>
      <Table.Td fw={550}>
        {name}
        {name !== agentId && (
          <Text size="xs" c="dimmed" component="span" ml={6}>
            {agentId}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={STATE_COLORS[state]}>
          {TEXTS.desk.states[state]}
          {code === null ? '' : ` · ${pauseName(code)}`}
        </Badge>
        {!legUp && state !== 'paused' && (
          <Text size="xs" c="dimmed" component="span" ml={6}>
            {board.legDown}
          </Text>
        )}
        {listeners.map((listener) => (
          <Text key={listener} size="xs" component="span" ml={6} fw={550}>
            {fill(board.watched, { name: listener })}
          </Text>
        ))}
      </Table.Td>
      <Table.Td ta="right">
        <Since from={since} size="sm" />
      </Table.Td>
      {campaign !== null && <Table.Td>{campaign}</Table.Td>}
      {maySteer && (
        <Table.Td py={0}>
          <AgentMenu {...{ agent, campaigns }} mayListen={listenerId !== null && listenerId !== agentId} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
