/** What the law tells an operator to change stands in the campaign file under the path that it names. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { PURPOSES, VOICES, createCompliance } from '@outdial/compliance';
import { knownKeys, type SchemaNode } from '../../src/campaign-file/known-keys.js';
import { PATHS_IN_FILE, asInCampaignFile } from '../../src/gate/paths-in-file.js';

const here = dirname(fileURLToPath(import.meta.url));
const schema = JSON.parse(
  readFileSync(join(here, '../../schema/campaign.schema.json'), 'utf8'),
) as SchemaNode;

/** What the reviews of many campaigns say and advise. */
function textsOfReviews(): ReadonlySet<string> {
  const compliance = createCompliance();
  const texts = PURPOSES.flatMap((purpose) =>
    VOICES.flatMap((voice) =>
      (['predictive', 'agentless'] as const).flatMap((mode) =>
        [{}, { ringTimeout: 5000 }].flatMap((more) =>
          compliance
            .reviewCampaign({ purpose, voice, mode, ...more }, {})
            .findings.flatMap(({ message, remedy }) => [message, remedy]),
        ),
      ),
    ),
  );
  return new Set(texts);
}

describe('the paths of the campaign file', () => {
  test.each(Object.entries(PATHS_IN_FILE).filter(([, path]) => path !== null))(
    'campaign.%s is %s',
    (name, path) => {
      const parts = (path ?? '').split('.');
      expect(knownKeys(schema, parts.slice(0, -1))).toContain(parts.at(-1));
      expect(asInCampaignFile(`Give campaign.${name}, or leave the state out.`)).toBe(
        `Give ${path}, or leave the state out.`,
      );
    },
  );

  test('stand in the texts of reviews for every fact that they name', () => {
    const texts = [...textsOfReviews()];
    expect(texts.filter((text) => /campaign\.[a-z]/i.test(text)).length).toBeGreaterThan(3);
    expect(texts.map(asInCampaignFile).filter((text) => /campaign\.[a-z]|\(accept/i.test(text))).toEqual([]);
  });

  test('what is accepted by name has its path, too', () => {
    expect(asInCampaignFile('accept it by that name (acceptUnmodelled).')).toBe(
      'accept it by that name (compliance.acceptUnmodelled).',
    );
  });
});
