// Writes what is derived from the schema of the campaign file: npm run schema -w packages/outdial (after a
// build).
import { writeFileSync } from 'node:fs';
import { campaignReference } from '../dist/campaign-file/reference.js';
import { campaignJsonSchema } from '../dist/campaign-file/schema.js';

writeFileSync(
  new URL('../schema/campaign.schema.json', import.meta.url),
  `${JSON.stringify(campaignJsonSchema(), null, 2)}\n`,
);
writeFileSync(new URL('../../../docs/reference/campaign-file.md', import.meta.url), campaignReference());
