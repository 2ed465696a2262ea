import { afterEach, describe, expect, test } from '@jest/globals';
import type { PlacedParty } from '@outdial/core';
import { agent, call } from './contract/conversation-contract.js';
import { answeredCall, legUp } from './fake-ari/parties.js';
import { closeRigs, createUpRig, eventually, type Rig } from './fake-ari/rig.js';

afterEach(closeRigs);

/** A customer who talks with anna. */
async function talk(rig: Rig): Promise<{ attemptId: string; customer: string; anna: string }> {
  const anna = await legUp(rig, 'anna');
  const { attemptId, channelId } = await answeredCall(rig);
  rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
  await rig.until('call.connected', (fact) => fact.attemptId === attemptId);
  return { attemptId, customer: channelId, anna };
}

async function arranged(
  rig: Rig,
  attemptId: string,
  revision: number,
  ...parties: readonly PlacedParty[]
): Promise<void> {
  rig.telephony.arrange({ attemptId, revision, parties, at: 0 });
  await rig.until('conversation.arranged', (fact) => fact.revision === revision);
}

const main = (attemptId: string): string => `ob-${attemptId}`;
const side = (attemptId: string): string => `ox-${attemptId}`;
const held = (rig: Rig, bridgeId: string): ReadonlySet<string> => new Set(rig.ari.bridges.get(bridgeId));

describe('a place', () => {
  test('of music has music and no bridge; the partner is kept in sent silence, and hears no beep again', async () => {
    const rig = await createUpRig({ conversations: { musicClass: 'hold' } });
    const { attemptId, customer, anna } = await talk(rig);
    await arranged(rig, attemptId, 1, call(attemptId, 'music'), agent('anna'));
    expect(rig.ari.bridges.size).toBe(0);
    expect(Object.fromEntries(rig.ari.sounds)).toEqual({ [customer]: 'music', [anna]: 'silence' });
    expect(rig.ari.of('channels.startMoh')[0]?.parameters['mohClass']).toBe('hold');
    await arranged(rig, attemptId, 2, call(attemptId), agent('anna'));
    expect(held(rig, main(attemptId))).toEqual(new Set([customer, anna]));
    expect(rig.ari.sounds.size).toBe(0);
    expect(rig.ari.of('channels.play')).toHaveLength(1);
  });

  test('that is muted is not heard; a call without a heard partner is sent silence', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    await arranged(rig, attemptId, 1, call(attemptId), { ...agent('anna'), muted: true });
    expect([...rig.ari.muted]).toEqual([anna]);
    expect(Object.fromEntries(rig.ari.sounds)).toEqual({ [customer]: 'silence' });
    await arranged(rig, attemptId, 2, call(attemptId), agent('anna'));
    expect([rig.ari.muted.size, rig.ari.sounds.size]).toEqual([0, 0]);
  });

  test('in the side room is another bridge, gone when nobody is in it', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    const ben = await legUp(rig, 'ben');
    await arranged(rig, attemptId, 1, call(attemptId, 'music'), agent('anna', 'side'), agent('ben', 'side'));
    expect([...rig.ari.bridges.keys()]).toEqual([side(attemptId)]);
    expect(held(rig, side(attemptId))).toEqual(new Set([anna, ben]));
    await arranged(rig, attemptId, 2, call(attemptId), agent('ben'));
    expect([...rig.ari.bridges.keys()]).toEqual([main(attemptId)]);
    expect(held(rig, main(attemptId))).toEqual(new Set([customer, ben]));
    expect(Object.fromEntries(rig.ari.sounds)).toEqual({ [anna]: 'silence' });
  });

  test('of a supervisor is a snoop on the agent, which changes without a gap and ends with the order', async () => {
    const rig = await createUpRig();
    const { attemptId, anna } = await talk(rig);
    const ben = await legUp(rig, 'ben');
    const listening = { ...agent('ben', 'listening'), watchedAgentId: 'anna' };
    await arranged(rig, attemptId, 1, call(attemptId), agent('anna'), listening);
    const [first] = [...rig.ari.snoops];
    expect(first?.[1]).toEqual({ of: anna, spy: 'both', whisper: 'none' });
    expect(held(rig, `ol-${ben}`)).toEqual(new Set([ben, first?.[0]]));
    await arranged(rig, attemptId, 2, call(attemptId), agent('anna'), { ...listening, place: 'whispering' });
    const [second, ...others] = [...rig.ari.snoops];
    expect([second?.[1].whisper, others]).toEqual(['out', []]);
    expect(held(rig, `ol-${ben}`)).toEqual(new Set([ben, second?.[0]]));
    await arranged(rig, attemptId, 3, call(attemptId), agent('anna'));
    expect([rig.ari.snoops.size, rig.ari.bridges.has(`ol-${ben}`)]).toEqual([0, false]);
    expect(rig.ari.sounds.get(ben)).toBe('silence');
  });

  test('of a supervisor waits for a snoop that has not entered the application yet', async () => {
    const rig = await createUpRig();
    const { attemptId } = await talk(rig);
    const ben = await legUp(rig, 'ben');
    let refusals = 2;
    rig.ari.scripts.set('bridges.addChannel', ({ parameters }) =>
      parameters['bridgeId'] === `ol-${ben}` && refusals-- > 0
        ? { status: 422, body: { message: 'Channel not in Stasis application' } }
        : undefined,
    );
    const listening = { ...agent('ben', 'listening'), watchedAgentId: 'anna' };
    await arranged(rig, attemptId, 1, call(attemptId), agent('anna'), listening);
    expect([rig.ari.snoops.size, held(rig, `ol-${ben}`).size]).toEqual([1, 2]);
  });
});

describe('nobody is left in silence', () => {
  test('when the agent is lost: the customer hears music, which ends with what is played', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    rig.ari.end(anna, 16);
    await eventually(() => rig.ari.sounds.get(customer) === 'music', 'no music');
    expect(rig.ari.bridges.size).toBe(0);
    rig.telephony.play({ attemptId, playId: 'p', media: ['sound:a'], at: 0 });
    await rig.until('call.played');
    expect(rig.ari.sounds.has(customer)).toBe(false);
  });

  test('when both have hung up and one event is still on its way: no notice, other failures are one', async () => {
    const said = async (status: number): Promise<readonly string[]> => {
      const rig = await createUpRig();
      const { attemptId, customer } = await talk(rig);
      rig.ari.scripts.set('channels.startSilence', () => ({ status, body: { message: 'refused' } }));
      rig.ari.end(customer, 16);
      await rig.until('call.ended', (fact) => fact.attemptId === attemptId);
      await eventually(() => rig.ari.of('channels.startSilence').length > 0, 'the leg is not asked to wait');
      await new Promise((resolve) => setTimeout(resolve, 50));
      return rig.notices.map(({ code }) => code);
    };
    expect(await said(404)).toEqual([]);
    expect(await said(422)).toEqual(['arranging-failed']);
  });

  test('when the last partner of a customer hangs up, and when a third party outlives the customer', async () => {
    const rig = await createUpRig();
    const { attemptId, customer } = await talk(rig);
    const third = await answeredCall(rig);
    await arranged(rig, attemptId, 1, call(attemptId), call(third.attemptId));
    rig.ari.end(customer, 16);
    await eventually(() => rig.ari.sounds.get(third.channelId) === 'music', 'no music');
    const next = await talkWith(rig, third.attemptId);
    expect(next).toBe(third.channelId);
  });

  test('when the watched agent is lost the supervisor waits again', async () => {
    const rig = await createUpRig();
    const { attemptId, anna } = await talk(rig);
    const ben = await legUp(rig, 'ben');
    const listening = { ...agent('ben', 'listening'), watchedAgentId: 'anna' };
    await arranged(rig, attemptId, 1, call(attemptId), agent('anna'), listening);
    rig.ari.end(anna, 16);
    await eventually(() => rig.ari.sounds.get(ben) === 'silence', 'the supervisor hears nothing');
  });
});

/** Connects a call that was a third party with the free anna. */
async function talkWith(rig: Rig, attemptId: string): Promise<string> {
  rig.telephony.connect({ attemptId, agentId: 'anna', at: 0 });
  await rig.until('call.connected', (fact) => fact.attemptId === attemptId);
  return [...held(rig, main(attemptId))].find((id) => id.startsWith('od-')) ?? '';
}

describe('an arrangement that Asterisk does not carry out', () => {
  test('is refused with the party, and everyone is back where they were', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    const ben = await legUp(rig, 'ben');
    rig.ari.scripts.set('channels.stopSilence', ({ parameters }) =>
      parameters['channelId'] === ben ? { status: 409, body: { message: 'not in Stasis' } } : undefined,
    );
    rig.telephony.arrange({
      attemptId,
      revision: 1,
      parties: [call(attemptId, 'music'), agent('anna', 'side'), agent('ben', 'side')],
      at: 0,
    });
    expect(await rig.until('conversation.refused')).toMatchObject({
      refusal: { code: 'telephony-fault' },
      party: { kind: 'agent', agentId: 'ben' },
    });
    await eventually(() => held(rig, main(attemptId)).size === 2, 'not back');
    expect(held(rig, main(attemptId))).toEqual(new Set([customer, anna]));
    await arranged(rig, attemptId, 2, call(attemptId, 'music'), agent('anna'));
  });

  test('for want of an answer is carried out when Asterisk answers again', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    let refusals = 2;
    rig.ari.scripts.set('channels.startMoh', () => ((refusals -= 1) >= 0 ? 'silence' : undefined));
    await arranged(rig, attemptId, 1, call(attemptId, 'music'), agent('anna'));
    expect(rig.ari.sounds.get(customer)).toBe('music');
    expect(rig.ari.bridges.size).toBe(0);
    await arranged(rig, attemptId, 2, call(attemptId), agent('anna'));
    expect(held(rig, main(attemptId))).toEqual(new Set([customer, anna]));
  });
});

describe('ringing', () => {
  const waiting = { ...agent('anna', 'side'), aloneHears: 'ringing' } as const;

  test('is played over sent silence to the agent alone, and both are over in the room', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    await arranged(rig, attemptId, 1, call(attemptId, 'music'), waiting);
    expect(Object.fromEntries(rig.ari.sounds)).toEqual({ [customer]: 'music', [anna]: 'silence' });
    expect([...rig.ari.rings]).toEqual([anna]);
    const third = await answeredCall(rig);
    await arranged(rig, attemptId, 2, call(attemptId, 'music'), waiting, call(third.attemptId, 'side'));
    expect(rig.ari.rings.size).toBe(0);
    rig.ari.end(third.channelId, 16);
    await eventually(() => rig.ari.rings.has(anna), 'no ringing once the third party is lost');
    await arranged(rig, attemptId, 3, call(attemptId), agent('anna'));
    expect([rig.ari.sounds.size, rig.ari.rings.size]).toEqual([0, 0]);
  });

  test('that began while its answer was lost ends with the agent back in the room', async () => {
    const rig = await createUpRig();
    const { attemptId, anna } = await talk(rig);
    let lost = 2;
    rig.ari.scripts.set('channels.ring', () => {
      rig.ari.rings.add(anna);
      return (lost -= 1) >= 0 ? 'silence' : undefined;
    });
    await arranged(rig, attemptId, 1, call(attemptId, 'music'), waiting);
    expect([...rig.ari.rings]).toEqual([anna]);
    await arranged(rig, attemptId, 2, call(attemptId), agent('anna'));
    expect(rig.ari.rings.size).toBe(0);
  });

  test('goes on over a lost connection, and ends with the customer', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    await arranged(rig, attemptId, 1, call(attemptId, 'music'), waiting);
    rig.ari.cut();
    await rig.until('telephony.down');
    rig.ari.end(customer, 16);
    await eventually(() => rig.ari.rings.size === 0, 'the ringing goes on');
    await eventually(() => rig.ari.sounds.get(anna) === 'silence', 'the agent hears nothing');
  });
});

describe('after the connection was lost', () => {
  test('members who are astray are brought together again', async () => {
    const rig = await createUpRig();
    const { attemptId, customer, anna } = await talk(rig);
    rig.ari.cut();
    await rig.until('telephony.down');
    rig.ari.bridges.clear();
    await eventually(() => held(rig, main(attemptId)).size === 2, 'the two are parted');
    expect(held(rig, main(attemptId))).toEqual(new Set([customer, anna]));
  });
});

describe('what an earlier process left', () => {
  test('of a supervisor is swept: the snoop and its bridge', async () => {
    const rig = await createUpRig({}, (ari) => {
      ari.addChannel('os-oa-old:1.1', { app: 'Stasis', state: 'Up' });
      ari.bridges.set('ol-oa-old:1', []);
    });
    await eventually(() => rig.ari.channels.size === 0 && rig.ari.bridges.size === 0, 'something is left');
  });
});
