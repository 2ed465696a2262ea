import { expect, jest, test } from '@jest/globals';
import { readCampaignFile } from 'outdial';
import { ensureLab, whereTheLabRuns, readCalls } from '../../lab/index.mjs';
import { main } from './main.mjs';

jest.setTimeout(120_000);
/** A Wednesday afternoon in New York, whatever the day. */
const LEGAL_INSTANT = Date.parse('2026-06-10T15:00:00-04:00');

(await whereTheLabRuns(test))(
  '05-asterisk dials the allow-list of its campaign file and nothing else',
  async () => {
    const lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
    const startedAt = Date.now();
    const { file } = await readCampaignFile(new URL('campaign.yaml', import.meta.url).pathname);
    const campaign = {
      ...file,
      store: { url: 'sqlite::memory:' },
      callerNumber: '+12025550181',
      wrapUp: { timeoutSeconds: 1 },
      agents: { ...file.agents, people: [{ id: 'ana', station: lab.agents.endpoints[49] ?? '' }] },
      telephony: {
        ...file.telephony,
        node: 'example-05',
        server: { url: lab.ari.url },
        trunks: [{ name: 'carrier', endpoint: `PJSIP/{number}@${lab.carrier.trunk}` }],
      },
    };
    const lines: string[] = [];
    const statistics = await main(
      {
        campaign,
        leads: [{ phone: '+12025550128' }, { phone: '+12025550110' }, { phone: '+12025550112' }],
        env: { OUTDIAL_ARI_USERNAME: lab.ari.user, OUTDIAL_ARI_PASSWORD: lab.ari.password },
        clockOffset: LEGAL_INSTANT - Date.now(),
      },
      (...words: readonly unknown[]) => void lines.push(words.map(String).join(' ')),
    );
    expect(statistics.outcomes).toEqual({ conversation: 1, busy: 1 });
    expect(lines.join('\n')).toMatch(/ana connected \d+ ms after the answer/);
    const calls = (await readCalls(lab.carrier.log)).filter(
      (call) => call.invitedAt >= startedAt && call.caller.endsWith('2025550181'),
    );
    expect(calls.map((call) => call.called).sort()).toEqual(['+12025550110', '+12025550128']);
  },
);
