/** The schema that a campaign is checked by, and the JSON schema published from it. */
import { z } from 'zod';
import { campaignSection } from './campaign-section.js';
import { checkReferences } from './check-references.js';
import type { CampaignFile } from './types.js';

/** Checks a campaign file and fills in its defaults. A `$schema` key for editors is allowed and dropped. */
export const campaignFileSchema: z.ZodType<CampaignFile> = z.preprocess(
  withoutSchemaKey,
  campaignSection.superRefine(checkReferences),
);

function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('$schema' in value))
    return value;
  const { $schema: _dropped, ...rest } = value;
  return rest;
}

/** The published JSON schema of the campaign file (draft 2020-12), for editors and other programs. */
export function campaignJsonSchema(): Readonly<Record<string, unknown>> {
  const described = z.strictObject({
    $schema: z.string().exactOptional().describe('Path or address of this schema.'),
    ...campaignSection.shape,
  });
  const schema = z.toJSONSchema(described, { io: 'input', unrepresentable: 'any' });
  return {
    title: 'outdial campaign',
    description: 'A campaign of the outdial dialer. See docs/reference/campaign-file.md.',
    ...schema,
  };
}
