/** One campaign on the board: why nothing is dialing, its figures, its limits, and the orders about it. */
import type { CampaignDocument as Campaign } from '@outdial/client';
import { Alert, Badge, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { IconInfoCircle, IconPhoneOff } from '../widgets/icons.js';
import { useNow } from '../data/live.js';
import { TEXTS, fill } from '../texts.js';
import { duration, moment, percent } from '../widgets/format.js';
import { FigureGrid } from '../widgets/figure-grid.js';
import { Since } from '../widgets/since.js';
import { Abandonment } from './abandonment.js';
import { Callers } from './callers.js';
import { CampaignOrders } from './campaign-orders.js';
import { NextChange } from './next-change.js';

const RUN_COLORS: Readonly<Record<Campaign['state'], string>> = {
  created: 'gray',
  recovering: 'yellow',
  running: 'green',
  paused: 'orange',
  draining: 'yellow',
  stopped: 'gray',
  halted: 'red',
};

/** The panel of a campaign, drawn again only where something of the campaign changed. */
export const CampaignPanel = memo(function CampaignPanel({
  campaign,
  maySteer,
}: {
  readonly campaign: Campaign;
  readonly maySteer: boolean;
}) {
  const { name, state } = campaign;
  return (
    <Paper withBorder p="md" radius="lg" component="section" aria-label={name}>
      <Stack gap="md">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={2} size="h4">
              {name}
            </Title>
            <Badge color={RUN_COLORS[state]} data-testid="run-state">
              {TEXTS.board.states[state]}
            </Badge>
          </Group>
          {maySteer && <CampaignOrders campaign={campaign} />}
        </Group>
        {campaign.share && <Share share={campaign.share} />}
        <Why campaign={campaign} />
        {maySteer && <NextChange campaignId={campaign.campaignId} />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Figures campaign={campaign} />
          <Abandonment limits={campaign.abandonment} />
        </SimpleGrid>
        {campaign.callers && <Callers callers={campaign.callers} />}
      </Stack>
    </Paper>
  );
});

/** What this server works of a campaign that is spread: the figures below are of its share. */
function Share({ share: { part, ...share } }: { readonly share: NonNullable<Campaign['share']> }) {
  return (
    <Text size="sm" c="dimmed" data-testid="share">
      {fill(TEXTS.board.share, { ...share, part: percent(part) })}
    </Text>
  );
}

/** Kinds of reasons that come and go with calls: they are worth a line once they last without any. */
const MOMENTARY: ReadonlySet<string> = new Set(['no-free-agents', 'lines']);
/** The same, but it slows dialing: worth a line once it lasts, also while calls go on. */
const SLOWING = 'call-rate';
/** What comes and goes with calls lasts when it is older than this, ms. */
const LASTS_AFTER_MS = 30_000;
/** How often it is looked whether a reason has lasted, ms. */
const LOOK_AGAIN_MS = 5_000;

type Reason = Campaign['explanation']['reasons'][number];

/** Why nothing is dialed, or less than could be: each reason with what to do, and since when it holds. */
export function Why({ campaign: { explanation, figures } }: { readonly campaign: Campaign }) {
  const { sentence, since, reasons } = explanation;
  const now = useNow(LOOK_AGAIN_MS);
  // While calls go on, agents who are busy and lines that are in use are as they should be.
  const isAtWork = figures.callsInFlight + figures.callsWithAgents > 0;
  const worth = reasons.filter(({ kind, since: from }) => {
    const lasts = from !== null && now - Date.parse(from) > LASTS_AFTER_MS;
    if (kind === SLOWING) return lasts;
    return !MOMENTARY.has(kind) || (lasts && !isAtWork);
  });
  if (worth.length === 0) return null;
  const isHeld = sentence !== null && worth.some(({ blocksAll }) => blocksAll);
  if (!isHeld)
    return (
      <Alert color="gray" variant="light" icon={<IconInfoCircle />} py="xs" data-testid="less">
        <Reasons reasons={worth} />
      </Alert>
    );
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconPhoneOff />}
      title={
        <>
          {TEXTS.board.notDialing}
          {since !== null && (
            <Text span inherit fw={400}>
              {' '}
              {TEXTS.board.notDialingFor} <Since from={since} inherit />
            </Text>
          )}
        </>
      }
      data-testid="why"
    >
      <Reasons reasons={worth} />
    </Alert>
  );
}

/** Limits on abandonment are spent together as a rule: the first stands for them. */
function asOneLimit(reasons: readonly Reason[]): readonly Reason[] {
  const limits = reasons.filter(({ kind }) => kind === 'governor');
  const [first, ...more] = limits;
  if (!first || more.length === 0) return reasons;
  const text = `${first.text} ${fill(TEXTS.board.moreLimits, { count: more.length })}`;
  return reasons.flatMap((reason) =>
    reason === first ? [{ ...first, text }] : more.includes(reason) ? [] : [reason],
  );
}

/** Reasons, one a line where there are several. */
function Reasons({ reasons: all }: { readonly reasons: readonly Reason[] }) {
  const reasons = asOneLimit(all);
  const isOne = reasons.length === 1;
  return (
    <List
      size="sm"
      spacing={4}
      listStyleType={isOne ? 'none' : 'disc'}
      withPadding={!isOne}
      pl={isOne ? 0 : 16}
    >
      {reasons.map(({ kind, text, since }) => (
        <List.Item key={`${kind} ${text}`} style={{ overflowWrap: 'anywhere' }}>
          {text}
          {since !== null && !isOne && (
            <Text span size="xs" c="dimmed">
              {' '}
              {fill(TEXTS.board.since, { time: moment(since) })}
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  );
}

function Figures({ campaign: { figures } }: { readonly campaign: Campaign }) {
  const { figures: names } = TEXTS.board;
  const shown = [
    [names.inFlight, String(figures.callsInFlight)],
    [names.withAgents, String(figures.callsWithAgents)],
    [names.occupancy, percent(figures.occupancy, 0)],
    [names.wait, figures.connected === 0 ? '–' : duration(figures.meanWaitMs)],
    [names.dials, figures.dials.toLocaleString()],
    [names.answerRate, figures.dials === 0 ? '–' : percent(figures.answerRate, 0)],
    [names.connect, figures.connected === 0 ? '–' : `${figures.connectP95Ms} ms`],
    [names.leads, figures.dialable === null ? '–' : figures.dialable.toLocaleString()],
  ] as const;
  return <FigureGrid shown={shown} />;
}
