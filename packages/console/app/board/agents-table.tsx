/** Every agent: state, since when, code, call. */
import type { Agent, CampaignDocument as Campaign } from '@outdial/client';
import { Badge, Paper, Table, Text, Title } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { STATE_COLORS } from '../widgets/agent-states.js';
import { pauseName } from '../widgets/pause-name.js';
import { Since } from '../widgets/since.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
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
  const sorted = [...agents].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.since < b.since ? -1 : 1),
  );
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
            board.agentColumns.agent,
            board.agentColumns.state,
            { name: board.agentColumns.since, isNumber: true },
            severalCampaigns && board.agentColumns.campaign,
            maySteer && MENU_COLUMN,
          ]}
          verticalSpacing={6}
          data-testid="agents"
        >
          {sorted.map((agent) => (
            <AgentRow
              key={agent.agentId}
              {...{ agent, agents, campaigns, severalCampaigns, maySteer, listenerId }}
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
  severalCampaigns,
  maySteer,
  listenerId,
}: {
  readonly agent: Agent;
  readonly agents: readonly Agent[];
  readonly listenerId: string | null;
  readonly campaigns: readonly Campaign[];
  readonly severalCampaigns: boolean;
  readonly maySteer: boolean;
}) {
  const { agentId, state, code, since, campaignId, legUp } = agent;
  const listeners = agents
    .filter(({ watching }) => watching?.agentId === agentId)
    .map((each) => each.agentId);
  return (
    <Table.Tr data-agent={agentId}>
      <Table.Td fw={550}>{agentId}</Table.Td>
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
        {listeners.map((name) => (
          <Text key={name} size="xs" component="span" ml={6} fw={550}>
            {fill(board.watched, { name })}
          </Text>
        ))}
      </Table.Td>
      <Table.Td ta="right">
        <Since from={since} size="sm" />
      </Table.Td>
      {severalCampaigns && (
        <Table.Td>{campaigns.find((each) => each.campaignId === campaignId)?.name ?? campaignId}</Table.Td>
      )}
      {maySteer && (
        <Table.Td py={0}>
          <AgentMenu {...{ agent, campaigns }} mayListen={listenerId !== null && listenerId !== agentId} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
