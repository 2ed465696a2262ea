import { describe, expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { toSettings } from '../../src/campaign-file/to-settings.js';
import type { EngineDuties } from '../../src/gate/engine-duties.js';
import { createCampaignCompliance } from '../../src/gate/campaign-compliance.js';

const noon = Date.UTC(2026, 5, 10, 12);
const base = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  lists: [{ id: 'l' }],
  compliance: { purpose: 'telemarketing' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
} as const;

/** No law says anything of recording. */
const SILENT: EngineDuties = {
  regulators: [],
  limits: [],
  firstCallAt: noon,
  connectGraceMs: 2_000,
  minimumRingTimeMs: 15_000,
  abandonedBanMs: 0,
};

describe('conversations in the campaign file', () => {
  test('become times in ms, and nothing is recorded unless the file says so', () => {
    const { conversations } = toSettings(checkCampaign(base), {}, SILENT);
    expect(conversations).toMatchObject({
      transferGraceMs: 20_000,
      ownerFirstMs: 5_000,
      parkMostMs: 120_000,
      recording: { rule: 'never', duty: 'consent', announced: false },
    });
  });

  test('are recorded only with consent where the law asks for it, whatever the file says', () => {
    const file = checkCampaign({
      ...base,
      conversations: { recording: { rule: 'always', duty: 'none' } },
    });
    const { duties } = createCampaignCompliance(file, {}, {});
    expect(toSettings(file, {}, duties(noon, noon)).conversations?.recording.duty).toBe('consent');
    expect(toSettings(file, {}, SILENT).conversations?.recording.duty).toBe('none');
  });

  test.each(['/etc/passwd', '../../x', 'a b', '', '{agent}', '{attempt}'])(
    'refuse the file name %j',
    (name) => {
      const bad = { ...base, conversations: { recording: { file: name } } };
      expect(() => checkCampaign(bad)).toThrow(/conversations\.recording\.file/);
    },
  );
});
