/** The screen of campaigns: where each stands, and its document. */
import { Route, Switch } from 'wouter';
import { CampaignList } from './campaign-list.js';
import { EditCampaign } from './edit-campaign.js';
import { NewCampaign } from './new-campaign.js';

/** The screen of campaigns. */
export default function Campaigns() {
  return (
    <Switch>
      <Route path="/campaigns/new">
        <NewCampaign />
      </Route>
      <Route path="/campaigns/:campaignId">
        {({ campaignId }) => <EditCampaign key={campaignId} campaignId={campaignId} />}
      </Route>
      <Route>
        <CampaignList />
      </Route>
    </Switch>
  );
}
