/** The doctor on a real Asterisk, which runs with the configuration of the guide. */
import { describe, expect, jest, test } from '@jest/globals';
import { ensureLab, lab as labCommand, whereTheLabRuns, type LabFacts } from '../../../../lab/index.mjs';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { checkAsterisk } from '../../src/doctor/asterisk/check-asterisk.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

/** Findings that are not all well. */
async function faults(
  lab: LabFacts,
  { more = {}, password = lab.ari.password, stations = ['PJSIP/101', 'PJSIP/station-1'] } = {},
): Promise<readonly string[]> {
  const campaign = checkCampaign({
    id: 'doctor',
    name: 'Doctor',
    timeZone: 'America/New_York',
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    lists: [{ id: 'l' }],
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    inbound: { overflow: ['sound:c'] },
    agents: { people: stations.map((station, at) => ({ id: `agent${at}`, station })) },
    telephony: {
      kind: 'asterisk',
      node: 'doctor',
      server: { url: lab.ari.url, browserUrl: `${lab.ari.url.replace('http', 'ws')}/ws` },
      trunks: [{ name: 'main', endpoint: `PJSIP/{number}@${lab.carrier.trunk}` }],
      ...more,
    },
  });
  const env = { OUTDIAL_ARI_USERNAME: lab.ari.user, OUTDIAL_ARI_PASSWORD: password };
  const found = await checkAsterisk(campaign, { env, now: Date.now() });
  return found
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ check, verdict, detail, remedy }) => `${verdict} ${check}: ${detail}. ${remedy ?? ''}`);
}

suite('on the lab', () => {
  test('nothing is wrong with the configuration of the guide; what is taken away is found', async () => {
    const lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
    expect(await faults(lab)).toEqual([]);
    expect(await faults(lab, { password: 'wrong-password-of-some-length' })).toEqual([
      expect.stringMatching(/^failed Asterisk: .*status 401.*ari.conf/),
    ]);
    expect(await faults(lab, { stations: ['PJSIP/101', 'PJSIP/nobody'] })).toEqual([
      expect.stringMatching(/^failed stations: not in pjsip.conf: nobody/),
    ]);
    const trunks = [{ name: 'main', endpoint: 'PJSIP/{number}@nowhere' }];
    expect(await faults(lab, { more: { trunks } })).toEqual([
      expect.stringMatching(/^failed trunk main: PJSIP\/nowhere/),
    ]);

    await labCommand(['cli', 'module unload app_amd.so']);
    await labCommand(['cli', 'dialplan remove context outdial-inbound']);
    await labCommand(['cli', 'dialplan remove extension _X.@from-trunk']);
    try {
      expect(await faults(lab)).toEqual([
        expect.stringMatching(/^failed Asterisk modules: not running: app_amd.so.*load=app_amd.so/),
        expect.stringMatching(/^failed dialplan: without outdial-inbound\..*#include "outdial.conf"/),
      ]);
    } finally {
      await labCommand(['cli', 'module load app_amd.so']);
      await labCommand(['cli', 'dialplan reload']);
    }
    expect(await faults(lab)).toEqual([]);
  });
});
