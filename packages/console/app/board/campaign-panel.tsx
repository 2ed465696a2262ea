/** One campaign on the board: why nothing is dialing, its figures, its limits, and the orders about it. */
import type { CampaignDocument as Campaign } from '@outdial/client';
import { Alert, Badge, Group, Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconInfoCircle, IconPhoneOff } from '@tabler/icons-react';
import { TEXTS } from '../texts.js';
import { duration, percent } from '../widgets/format.js';
import { FigureGrid } from '../widgets/figure-grid.js';
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

/** The panel of a campaign. */
export function CampaignPanel({
  campaign,
  maySteer,
}: {
  readonly campaign: Campaign;
  readonly maySteer: boolean;
}) {
  const { name, state, explanation } = campaign;
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
        <Why explanation={explanation} />
        {maySteer && <NextChange campaignId={campaign.campaignId} />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Figures campaign={campaign} />
          <Abandonment limits={campaign.abandonment} />
        </SimpleGrid>
        {campaign.callers && <Callers callers={campaign.callers} />}
      </Stack>
    </Paper>
  );
}

/** Kinds of reasons that pass within moments: they are not worth a line. */
const MOMENTARY: ReadonlySet<string> = new Set(['no-free-agents', 'governor', 'lines']);

/** Why nothing is dialed, unless it passes within moments. */
export function Why({ explanation }: Pick<Campaign, 'explanation'>) {
  const { sentence, reasons } = explanation;
  const momentary = reasons.every(({ kind }) => MOMENTARY.has(kind));
  if (sentence !== null && !momentary)
    return (
      <Alert
        color="orange"
        variant="light"
        icon={<IconPhoneOff />}
        title={TEXTS.board.notDialing}
        data-testid="why"
      >
        {sentence}
      </Alert>
    );
  const worth = reasons.filter(({ kind }) => !MOMENTARY.has(kind));
  if (worth.length === 0) return null;
  return (
    <Alert color="gray" variant="light" icon={<IconInfoCircle />} py="xs">
      {worth.map(({ text }) => text).join(' ')}
    </Alert>
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
