/** The compliance officer's screen: a number, the do-not-call list, the trail, the law of a campaign. */
import type { Session } from '@outdial/client';
import { Grid, Stack } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { CampaignScreen } from '../widgets/campaign-screen.js';
import { CheckNumber } from './check-number.js';
import { DoNotCallNumber } from './do-not-call-number.js';
import { Law } from './law.js';
import { Trail } from './trail.js';

const { compliance } = TEXTS;

/** The screen of compliance. */
export default function Compliance({ session }: { readonly session: Session }) {
  const isOfficer = session.role === 'compliance' || session.role === 'admin';
  return (
    <CampaignScreen title={compliance.title} label={compliance.campaign}>
      {(campaign) => (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack gap="md">
              {campaign && <CheckNumber key={campaign.campaignId} campaignId={campaign.campaignId} />}
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
      )}
    </CampaignScreen>
  );
}
