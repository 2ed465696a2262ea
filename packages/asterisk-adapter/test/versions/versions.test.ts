import { afterEach, describe, expect, test } from '@jest/globals';
import { operations } from '../../src/generated/operations.js';
import { closeRigs, createUpRig, eventually } from '../fake-ari/rig.js';
import { usedOperations } from './used-names.mjs';

afterEach(closeRigs);

/**
 * What each version's published REST descriptions lack of the names in used-names.mjs, by
 * tools/compare-descriptions.mjs: the first release of the branch and a late one (18.26.4, 20.20.1, 21.12.3,
 * 22.10.1). Version 22.10.1 is also verified live.
 */
const LACKS: Readonly<Record<string, readonly string[]>> = {
  '18.0 to 18.26': ['ChannelDestroyed.tech_cause'],
  '20.0': ['ChannelDestroyed.tech_cause'],
  '20.20': [],
  '21.0 to 21.12': ['ChannelDestroyed.tech_cause'],
  '22.0': ['ChannelDestroyed.tech_cause'],
  '22.10': [],
};

describe.each(Object.entries(LACKS))('on Asterisk %s', (_version, lacks) => {
  test('a call goes through detection, agent, playing, recording and end as on any other', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.lacks = lacks;
    });
    rig.telephony.ringAgent({ agentId: 'anna', station: '101', at: 0 });
    await eventually(() => [...rig.ari.channels.keys()].some((id) => id.startsWith('oa-')), 'no leg');
    rig.ari.answer([...rig.ari.channels.keys()].find((id) => id.startsWith('oa-')) as string, ['agent']);
    await rig.until('agent.leg-up');
    const { attemptId, channelId } = await rig.dial({ detectMachine: true });
    rig.ari.ring(channelId);
    rig.ari.answer(channelId);
    await eventually(() => rig.ari.channels.get(channelId)?.context === 'outdial-amd', 'not in detection');
    rig.ari.answer(channelId, ['amd', 'HUMAN', 'HUMAN-800-800']);
    await rig.until('call.detected');
    rig.telephony.play({ attemptId, playId: 'p', media: ['sound:a'], at: 0 });
    await rig.until('call.played');
    rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
    await rig.until('call.connected');
    rig.telephony.hangUp({ attemptId, at: 0 });
    await rig.until('call.ended');
    expect(rig.story(attemptId)).toEqual([
      'call.dialing',
      'call.ringing',
      'call.answered',
      'call.detected',
      'call.played',
      'call.connected',
      'call.ended',
    ]);
  });

  test('a refusal has its SIP status and words', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.lacks = lacks;
    });
    const { channelId } = await rig.dial();
    rig.ari.end(channelId, 21, 603, 'SIP 603 Network Blocked');
    expect((await rig.until('call.ended')).cause).toEqual({
      q850: 21,
      sip: 603,
      text: 'Network Blocked',
      by: 'far',
    });
  });
});

test('the descriptions the adapter is generated from hold every operation and parameter it uses', () => {
  for (const [name, parameters] of Object.entries(usedOperations)) {
    const operation = operations[name as keyof typeof operations];
    const known = [...operation.path.matchAll(/\{(\w+)\}/g)]
      .map((match) => match[1])
      .concat(operation.query, operation.body);
    expect({ name, unknown: parameters.filter((parameter) => !known.includes(parameter)) }).toEqual({
      name,
      unknown: [],
    });
  }
});
