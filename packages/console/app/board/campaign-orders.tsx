/** The orders about a campaign. */
import type { CampaignDocument as Campaign } from '@outdial/client';
import { Button, Group, Menu, Select } from '@mantine/core';
import { IconGauge, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconX } from '../widgets/icons.js';
import { useState } from 'react';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { ActionsMenu } from '../widgets/actions-menu.js';
import { useAsk, type Question } from '../widgets/ask.js';
import { optionsOf } from '../widgets/options.js';
import { hasSpeed, Speed } from './speed.js';

const { board } = TEXTS;
const MODES = optionsOf(board.modes).filter(({ value }) => value !== 'agentless');

/** States from which a campaign is started; one that has ended starts anew. */
const STARTABLE: ReadonlySet<Campaign['state']> = new Set(['created', 'stopped', 'halted']);

/** Mode, pause, resume, and what ends a campaign. */
export function CampaignOrders({ campaign }: { readonly campaign: Campaign }) {
  const { campaignId, state, mode } = campaign;
  const { ask, question } = useAsk();
  const params = { path: { campaignId } };
  const isRunning = state === 'running';
  return (
    <Group gap="xs">
      {question}
      <Select
        aria-label={board.mode}
        data={MODES}
        value={mode}
        allowDeselect={false}
        size="xs"
        w={130}
        onChange={(value) => {
          if (value !== null && value !== mode)
            void give(
              api.POST('/api/v1/campaigns/{campaignId}/mode', {
                params,
                body: { mode: value as Campaign['mode'] },
              }),
            );
        }}
      />
      {STARTABLE.has(state) && (
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          onClick={() => void give(api.POST('/api/v1/campaigns/{campaignId}/start', { params }))}
        >
          {board.start}
        </Button>
      )}
      {isRunning && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPause size={15} aria-hidden />}
          onClick={() =>
            void give(
              api.POST('/api/v1/campaigns/{campaignId}/pause', {
                params,
                body: { reason: board.pauseReason },
              }),
            )
          }
        >
          {board.pause}
        </Button>
      )}
      {state === 'paused' && (
        <Button
          size="xs"
          color="green"
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          onClick={() => void give(api.POST('/api/v1/campaigns/{campaignId}/resume', { params, body: {} }))}
        >
          {board.resume}
        </Button>
      )}
      <MoreMenu campaign={campaign} ask={ask} />
    </Group>
  );
}

/** The speed, and what ends a campaign: each end is asked once more. */
function MoreMenu({
  campaign,
  ask,
}: {
  readonly campaign: Campaign;
  readonly ask: (question: Question) => void;
}) {
  const { campaignId, name } = campaign;
  const params = { path: { campaignId } };
  const [isSpeedOpen, setSpeedOpen] = useState(false);
  return (
    <>
      <Speed campaign={campaign} isOpen={isSpeedOpen} close={() => setSpeedOpen(false)} />
      <ActionsMenu label={fill(board.actions, { name })} isBordered>
        {hasSpeed(campaign) && (
          <Menu.Item leftSection={<IconGauge size={16} />} onClick={() => setSpeedOpen(true)}>
            {board.speed.open}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPlayerStop size={16} />}
          onClick={() =>
            ask({
              text: fill(board.stopAsk, { name }),
              yes: board.stop,
              then: () => void give(api.POST('/api/v1/campaigns/{campaignId}/stop', { params, body: {} })),
            })
          }
        >
          {board.stop}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconX size={16} />}
          onClick={() =>
            ask({
              text: fill(board.haltAsk, { name }),
              yes: board.halt,
              then: () =>
                void give(
                  api.POST('/api/v1/campaigns/{campaignId}/halt', {
                    params,
                    body: { reason: board.pauseReason },
                  }),
                ),
            })
          }
        >
          {board.halt}
        </Menu.Item>
      </ActionsMenu>
    </>
  );
}
