/** The document of a campaign: edited, compared, exported. */
import { Loader } from '@mantine/core';
import { useState } from 'react';
import { CampaignEditor } from './campaign-editor.js';
import { useNewestVersion } from './queries.js';
import { Fault } from '../widgets/fault.js';

/** The newest version of a campaign in the editor; after a change was saved, that one. */
export function EditCampaign({ campaignId }: { readonly campaignId: string }) {
  const newest = useNewestVersion(campaignId);
  const [turn, setTurn] = useState(0);
  const [part, setPart] = useState('form');
  if (newest.isError) return <Fault error={newest.error} />;
  if (!newest.data || newest.isFetching) return <Loader type="dots" />;
  return (
    <CampaignEditor
      key={turn}
      campaignId={campaignId}
      base={newest.data.info.version}
      beginning={newest.data.examination}
      part={part}
      show={setPart}
      saved={() => void newest.refetch().then(() => setTurn(turn + 1))}
    />
  );
}
