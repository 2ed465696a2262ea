/** The supervisor's board: campaigns, agents and calls as they are now. */
import type {
  Agent,
  Call,
  CampaignDocument as Campaign,
  FloorDocument as Floor,
  Session,
  UnusableCampaignsDocument as Unusable,
} from '@outdial/client';
import { Alert, Grid, Text } from '@mantine/core';
import { useDocument, useDocuments } from '../data/live.js';
import { TEXTS, fill } from '../texts.js';
import { LongList } from '../widgets/long-list.js';
import { ScreenLayout } from '../widgets/screen-layout.js';
import { AgentsTable } from './agents-table.js';
import { CallsTable } from './calls-table.js';
import { CampaignPanel } from './campaign-panel.js';
import { KillSwitch } from './kill-switch.js';
import { Monitoring } from './monitoring.js';

/** Roles that steer; others look. */
const STEERERS: ReadonlySet<Session['role']> = new Set(['supervisor', 'manager', 'admin']);

/** Roles that listen to agents: they steer, and have a desk to hear at. */
const LISTENERS: ReadonlySet<Session['role']> = new Set(['supervisor', 'admin']);

/** Those that dial, or would, before those that nobody has started. */
const isIdle = ({ state }: Campaign): boolean => state === 'created' || state === 'stopped';
const atWorkFirst = (a: Campaign, b: Campaign): number => Number(isIdle(a)) - Number(isIdle(b));

/** The board. */
export default function Board({ session }: { readonly session: Session }) {
  const campaigns = useDocuments<Campaign>('campaign/');
  const agents = useDocuments<Agent>('agent/');
  const calls = useDocuments<Call>('call/');
  const floor = useDocument<Floor>('floor');
  const unusable = useDocument<Unusable>('unusable');
  const maySteer = STEERERS.has(session.role);
  return (
    <ScreenLayout title={TEXTS.screens.board} opposite={floor && <KillSwitch isOn={floor.killSwitch.on} />}>
      <Monitoring own={agents.find(({ agentId }) => agentId === session.accountId)} />
      {unusable?.campaigns.map(({ name, text }) => (
        <Alert
          key={name}
          color="red"
          role="alert"
          title={fill(TEXTS.board.unusable, { name })}
          data-testid="unusable"
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        </Alert>
      ))}
      {campaigns.length === 0 && floor && <Text c="dimmed">{TEXTS.board.none}</Text>}
      <LongList
        items={[...campaigns].sort(atWorkFirst)}
        nameOf={({ name }) => name}
        label={TEXTS.campaigns.filter}
      >
        {(campaign) => <CampaignPanel key={campaign.campaignId} campaign={campaign} maySteer={maySteer} />}
      </LongList>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <AgentsTable
            {...{ agents, campaigns, maySteer }}
            listenerId={LISTENERS.has(session.role) ? session.accountId : null}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <CallsTable calls={calls} />
        </Grid.Col>
      </Grid>
    </ScreenLayout>
  );
}
