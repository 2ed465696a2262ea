/** What a command never writes over: every file that the campaign reads or keeps. */
import { expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { campaignFiles } from '../../src/leads/campaign-files.js';

test('the files of a campaign are all that it names, and what SQLite keeps beside its database', () => {
  const file = checkCampaign({
    id: 'c',
    name: 'C',
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    lists: [{ id: 'l', file: 'leads.csv', doNotCallFile: 'no.csv' }],
    store: { url: 'sqlite:./outdial.db' },
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    doNotCall: { lists: [{ scope: 'national', file: 'us.dnc' }] },
    audit: { anchorFile: 'anchors/heads.jsonl' },
    log: { file: 'outdial.log' },
  });
  const names = campaignFiles({ path: '/floor/campaign.yaml', folder: '/floor', file });
  expect([...names].sort()).toEqual(
    [
      'anchors/heads.jsonl',
      'campaign.yaml',
      'emergencies.json',
      'leads.csv',
      'no.csv',
      'outdial.db',
      'outdial.db-journal',
      'outdial.db-shm',
      'outdial.db-wal',
      'outdial.log',
      'us.dnc',
    ].map((name) => `/floor/${name}`),
  );
});
