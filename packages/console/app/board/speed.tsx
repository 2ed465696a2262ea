/** How many calls are placed for each free agent: the pacer decides, or a supervisor does. */
import type { CampaignDocument as Campaign } from '@outdial/client';
import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { TEXTS } from '../texts.js';
import { RequestForm } from '../widgets/request-form.js';

const { speed: SAY } = TEXTS.board;

/** Modes that place calls ahead of agents. */
const MODES: ReadonlySet<Campaign['mode']> = new Set(['power', 'predictive']);

/** Whether the campaign has a speed. */
export const hasSpeed = ({ mode }: Pick<Campaign, 'mode'>): boolean => MODES.has(mode);

/** The dialog of the speed; an empty field gives it back to the pacer. */
export function Speed({
  campaign: { campaignId, speed },
  isOpen,
  close,
}: {
  readonly campaign: Campaign;
  readonly isOpen: boolean;
  readonly close: () => void;
}) {
  const [chosen, setChosen] = useState<number | string>('');
  useEffect(() => setChosen(speed ?? ''), [isOpen]);
  const set = useMutation({
    mutationFn: () => {
      const params = { path: { campaignId } };
      const body = { speed: typeof chosen === 'number' ? chosen : null };
      return answerOf(api.POST('/api/v1/campaigns/{campaignId}/speed', { params, body }));
    },
    onSuccess: close,
  });
  return (
    <Modal opened={isOpen} onClose={close} title={SAY.title} centered size="sm">
      <RequestForm request={set} fields={['speed']}>
        <Stack>
          <Text size="sm">{SAY.about}</Text>
          <NumberInput
            label={SAY.label}
            description={SAY.hint}
            min={0}
            step={0.1}
            decimalScale={2}
            data-autofocus
            value={chosen}
            error={problemOf(set.error, 'speed')}
            onChange={setChosen}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {TEXTS.cancel}
            </Button>
            <Button type="submit" loading={set.isPending}>
              {TEXTS.save}
            </Button>
          </Group>
        </Stack>
      </RequestForm>
    </Modal>
  );
}
