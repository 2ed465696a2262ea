/** Every agent: state, since when, code, call. */
import type { Agent, CampaignDocument as Campaign } from '@outdial/client';
import { ActionIcon, Badge, Menu, Paper, Table, Text, Title } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { STATE_COLORS } from '../widgets/agent-states.js';
import { Since } from '../widgets/since.js';

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
}: {
  readonly agents: readonly Agent[];
  readonly campaigns: readonly Campaign[];
  readonly maySteer: boolean;
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
        <Table.ScrollContainer minWidth={320}>
          <Table verticalSpacing={6} data-testid="agents">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{board.agentColumns.agent}</Table.Th>
                <Table.Th>{board.agentColumns.state}</Table.Th>
                <Table.Th ta="right">{board.agentColumns.since}</Table.Th>
                {severalCampaigns && <Table.Th>{board.agentColumns.campaign}</Table.Th>}
                {maySteer && <Table.Th w={40} aria-label={TEXTS.menu} />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.map((agent) => (
                <AgentRow key={agent.agentId} {...{ agent, campaigns, severalCampaigns, maySteer }} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}

function AgentRow({
  agent,
  campaigns,
  severalCampaigns,
  maySteer,
}: {
  readonly agent: Agent;
  readonly campaigns: readonly Campaign[];
  readonly severalCampaigns: boolean;
  readonly maySteer: boolean;
}) {
  const { agentId, state, code, since, campaignId, legUp } = agent;
  return (
    <Table.Tr data-agent={agentId}>
      <Table.Td fw={550}>{agentId}</Table.Td>
      <Table.Td>
        <Badge color={STATE_COLORS[state]} variant="light" style={{ textTransform: 'none' }}>
          {TEXTS.desk.states[state]}
          {code === null ? '' : ` · ${code}`}
        </Badge>
        {!legUp && state !== 'paused' && (
          <Text size="xs" c="dimmed" component="span" ml={6}>
            {board.legDown}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Since from={since} size="sm" />
      </Table.Td>
      {severalCampaigns && (
        <Table.Td>{campaigns.find((each) => each.campaignId === campaignId)?.name ?? campaignId}</Table.Td>
      )}
      {maySteer && (
        <Table.Td py={0}>
          <AgentMenu agent={agent} campaigns={campaigns} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function AgentMenu({ agent, campaigns }: { readonly agent: Agent; readonly campaigns: readonly Campaign[] }) {
  const { agentId, campaignId } = agent;
  const params = { path: { agentId } };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={fill(board.actions, { name: agentId })}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() =>
            void give(
              api.POST('/api/v1/agents/{agentId}/pause', { params, body: { code: board.agentPauseCode } }),
            )
          }
        >
          {board.agentPause}
        </Menu.Item>
        <Menu.Item onClick={() => void give(api.POST('/api/v1/agents/{agentId}/log-out', { params }))}>
          {board.agentLogOut}
        </Menu.Item>
        {campaigns
          .filter((campaign) => campaign.campaignId !== campaignId)
          .map((campaign) => (
            <Menu.Item
              key={campaign.campaignId}
              onClick={() =>
                void give(
                  api.POST('/api/v1/agents/{agentId}/move', {
                    params,
                    body: { campaignId: campaign.campaignId },
                  }),
                )
              }
            >
              {fill(board.agentMove, { name: campaign.name })}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
