/** A screen about one campaign at a time. */
import type { CampaignDocument as Campaign } from '@outdial/client';
import { Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDocuments } from '../data/live.js';
import { TEXTS } from '../texts.js';
import { ScreenLayout } from './screen-layout.js';

/**
 * A screen with the choice of a campaign, the first one to begin with unless `first` names another. `label`
 * names the choice; `children` gets the chosen campaign, or undefined while there is none.
 */
export function CampaignScreen({
  title,
  label,
  first = null,
  children,
}: {
  readonly title: string;
  readonly label: string;
  /** The campaign to begin with. */
  readonly first?: string | null;
  readonly children: (campaign: Campaign | undefined) => ReactNode;
}) {
  const campaigns = useDocuments<Campaign>('campaign/');
  const [chosen, setChosen] = useState(first);
  const campaign = campaigns.find(({ campaignId }) => campaignId === chosen) ?? campaigns[0];
  return (
    <ScreenLayout
      title={title}
      opposite={
        <Select
          aria-label={label}
          size="sm"
          w={{ base: '100%', xs: 300 }}
          allowDeselect={false}
          data={campaigns.map(({ campaignId, name }) => ({ value: campaignId, label: name }))}
          value={campaign?.campaignId ?? null}
          onChange={setChosen}
        />
      }
    >
      {campaign === undefined && <Text c="dimmed">{TEXTS.board.none}</Text>}
      {children(campaign)}
    </ScreenLayout>
  );
}
