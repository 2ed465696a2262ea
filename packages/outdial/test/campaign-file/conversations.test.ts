import { describe, expect, test } from '@jest/globals';
import { loadFlows } from '../../src/campaign-file/load-flows.js';
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

  const FLOW = {
    id: 'survey',
    start: 'thanks',
    nodes: {
      thanks: { kind: 'play', prompt: { media: ['sound:thanks'], voice: 'prerecorded' }, next: 'end' },
      end: { kind: 'hang-up' },
    },
  };

  test('name the flows that agents give customers to, and refuse others with what there is', async () => {
    const given = (names: readonly string[]): object => ({
      ...base,
      flows: { named: { survey: FLOW, payment: FLOW } },
      conversations: { flows: names.map((name) => ({ name })) },
    });
    const file = checkCampaign(given(['payment', 'survey']));
    const flows = await loadFlows({ file, path: 'campaign.yaml', folder: '.' });
    expect(toSettings(file, flows, SILENT).conversations?.flows).toMatchObject([
      { name: 'payment', recorded: false, flow: { id: 'survey' } },
      { name: 'survey' },
    ]);
    expect(() => checkCampaign(given(['payment', 'survey', 'poll']))).toThrow(
      /conversations\.flows\[2\]\.name .*is no flow of flows\.named: use one of survey, payment/,
    );
    expect(() => checkCampaign(given(['survey', 'survey', 'payment']))).toThrow(/twice/);
    expect(() => checkCampaign(given(['survey']))).toThrow(/flows\.named\.payment .*is given to nobody/);
    const broken = checkCampaign({
      ...given(['payment', 'survey']),
      flows: { named: { survey: FLOW, payment: {} } },
    });
    await expect(loadFlows({ file: broken, path: 'campaign.yaml', folder: '.' })).rejects.toThrow(
      /flows\.named\.payment/,
    );
  });

  test('are reviewed with their voice; a flow that sells blocks where it does not say what it must', async () => {
    const reviewed = async (telemarketing: boolean): Promise<readonly boolean[]> => {
      const flow = { ...FLOW, optOutKey: { digit: '9', to: 'opt-out' }, telemarketing };
      const nodes = {
        thanks: {
          kind: 'play',
          prompt: {
            media: ['sound:thanks'],
            voice: 'prerecorded',
            says: ['identification', 'opt-out-key', 'opt-out-number'],
          },
          next: 'end',
        },
        'opt-out': { kind: 'opt-out', scope: 'person', next: 'end' },
        end: { kind: 'hang-up' },
      };
      const file = checkCampaign({
        ...base,
        flows: { named: { survey: { ...flow, nodes } } },
        conversations: { flows: [{ name: 'survey' }] },
      });
      const flows = await loadFlows({ file, path: 'campaign.yaml', folder: '.' });
      const without = createCampaignCompliance(file, {}).review(noon);
      const known = new Set(without.map(({ rule, message }) => `${rule} ${message}`));
      return createCampaignCompliance(file, flows)
        .review(noon)
        .filter(({ rule, message }) => !known.has(`${rule} ${message}`))
        .map(({ blocks }) => blocks);
    };
    expect((await reviewed(false)).filter((blocks) => blocks)).toEqual([]);
    expect(await reviewed(true)).toEqual(await reviewed(true));
  });
});
