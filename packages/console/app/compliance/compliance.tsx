/** The compliance officer's screen: numbers and law, and the decisions on record. */
import type { CampaignDocument as Campaign, Session } from '@outdial/client';
import { Grid, Stack, Tabs } from '@mantine/core';
import { useLocation, useSearchParams } from 'wouter';
import { TEXTS } from '../texts.js';
import { CampaignScreen } from '../widgets/campaign-screen.js';
import { CheckNumber } from './check-number.js';
import { Decisions } from './decisions.js';
import { DoNotCallNumber } from './do-not-call-number.js';
import { Law } from './law.js';
import { Trail } from './trail.js';

const { compliance } = TEXTS;

/** Where the decisions are; what is asked for may follow: '?leadId=L-1'. */
const DECISIONS = '/compliance/decisions';

/** The screen of compliance. */
export default function Compliance({ session }: { readonly session: Session }) {
  const isOfficer = session.role === 'compliance' || session.role === 'admin';
  const [path, go] = useLocation();
  const [asked] = useSearchParams();
  return (
    <CampaignScreen title={compliance.title} label={compliance.campaign} first={asked.get('campaignId')}>
      {(campaign) => (
        <Tabs
          value={path.startsWith(DECISIONS) ? 'decisions' : 'ask'}
          onChange={(tab) => go(tab === 'decisions' ? DECISIONS : '/compliance')}
          keepMounted={false}
        >
          <Tabs.List mb="md">
            <Tabs.Tab value="ask">{compliance.tabs.ask}</Tabs.Tab>
            <Tabs.Tab value="decisions">{compliance.tabs.decisions}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="ask">
            <NumbersAndLaw {...{ campaign, isOfficer }} />
          </Tabs.Panel>
          <Tabs.Panel value="decisions">
            {campaign && (
              <Decisions key={`${campaign.campaignId} ${asked.toString()}`} {...{ campaign, asked }} />
            )}
          </Tabs.Panel>
        </Tabs>
      )}
    </CampaignScreen>
  );
}

function NumbersAndLaw({
  campaign,
  isOfficer,
}: {
  readonly campaign: Campaign | undefined;
  readonly isOfficer: boolean;
}) {
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="md">
          {campaign && <CheckNumber key={campaign.campaignId} campaign={campaign} />}
          {campaign && <Law campaignId={campaign.campaignId} />}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="md">
          <DoNotCallNumber mayTakeOff={isOfficer} />
          {isOfficer && <Trail />}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
