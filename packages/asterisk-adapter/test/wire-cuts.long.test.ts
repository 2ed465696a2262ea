import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Fact } from '@outdial/core';
import { ensureLab, whereTheLabRuns, type FarEndCall } from '../../../lab/index.mjs';
import { createLiveRig, eventually, stopLiveRigs, type LiveRig } from './live/live-rig.js';
import { Wire } from './wire.js';

jest.setTimeout(180_000);
afterEach(stopLiveRigs);
const suite = await whereTheLabRuns(describe);
const SEED = Number(process.env['OUTDIAL_SEED'] ?? 1);
const DIALING_MS = 45_000;
/** The lab's message lasts a little longer than this, ms. */
const MESSAGE_MS = 5_000;

/** Mulberry32: a small seeded generator, shares 0..1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A plain dialer: an answered call gets a free agent for a few seconds, or the message. */
function react(rig: LiveRig, random: () => number): void {
  const free = new Set<string>();
  const agents = new Map<string, string>();
  const over = (attemptId: string): boolean => rig.story(attemptId).includes('ended');
  const message = (attemptId: string): void =>
    rig.telephony.play({ attemptId, playId: 'message', media: ['sound:outdial/safe-harbour'], at: 0 });
  const hangUp = (attemptId: string): void => {
    if (!over(attemptId)) rig.telephony.hangUp({ attemptId, at: 0 });
  };
  rig.reactions.push((fact) => {
    if (fact.type === 'agent.leg-up') free.add(fact.agentId);
    if (fact.type === 'call.answered') {
      const agentId = [...free][0];
      if (agentId === undefined) {
        message(fact.attemptId);
        return;
      }
      free.delete(agentId);
      agents.set(fact.attemptId, agentId);
      rig.telephony.connect({ attemptId: fact.attemptId, agentId, at: 0 });
    }
    if (fact.type === 'call.connected') setTimeout(() => hangUp(fact.attemptId), 1_500 + random() * 3_000);
    if (fact.type === 'call.played') hangUp(fact.attemptId);
    if (fact.type === 'call.connect-failed' || fact.type === 'call.ended') {
      const agentId = agents.get(fact.attemptId);
      agents.delete(fact.attemptId);
      if (agentId !== undefined) free.add(agentId);
      if (fact.type === 'call.connect-failed' && !over(fact.attemptId)) message(fact.attemptId);
    }
  });
}

/** What is wrong with a call, compared with what the carrier saw; empty when nothing is. */
function faults(story: readonly string[], far: FarEndCall | undefined): readonly string[] {
  const found: string[] = [];
  if (story.filter((type) => type === 'ended').length !== 1) found.push('does not end exactly once');
  if (far === undefined) return found;
  if (far.endedAt === undefined) found.push('lives on at the carrier');
  else if (
    far.answeredAt !== undefined &&
    far.end === 'caller' &&
    !story.includes('connected') &&
    far.endedAt - far.answeredAt < MESSAGE_MS
  )
    found.push('had neither agent nor message');
  if (
    far.answeredAt !== undefined &&
    far.end === 'caller' &&
    !story.includes('answered') &&
    !story.includes('reconciled')
  )
    found.push('was answered without our knowing');
  return found;
}

suite(`the wire to Asterisk cut at random (OUTDIAL_SEED=${SEED})`, () => {
  test('loses no call, leaves nobody in silence and nothing behind', async () => {
    const random = generator(SEED);
    const lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
    const wire = await Wire.to(lab.ari.url);
    const rig = createLiveRig(lab, {
      node: `cuts${Date.now() % 1e6}`,
      server: { url: wire.url, username: lab.ari.user, password: lab.ari.password },
    });
    rig.telephony.start();
    await rig.until('telephony.up');
    react(rig, random);
    await Promise.all(Array.from({ length: 20 }, (_, index) => rig.legUp(String(121 + index))));
    const until = Date.now() + DIALING_MS;
    const cutting = (async (): Promise<void> => {
      while (Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 3_000 + random() * 4_000));
        wire.cut();
        await new Promise((resolve) => setTimeout(resolve, 300 + random() * 2_500));
        wire.mend();
      }
    })();
    const attempts: string[] = [];
    while (Date.now() < until) {
      attempts.push(
        rig.dial('99', { ringTimeoutMs: 4_000, setupTimeoutMs: 3_000, detectMachine: random() < 0.3 }),
      );
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
    await cutting;
    await eventually(
      () => (rig.telephony.status().calls === 0 ? true : undefined),
      () => `left: ${JSON.stringify(rig.telephony.status())}`,
      40_000,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const bad: string[] = [];
    for (const attemptId of attempts)
      for (const fault of faults(rig.story(attemptId), await rig.farEnd(attemptId)))
        bad.push(`${attemptId} ${fault}: ${rig.story(attemptId).join(' ')}`);
    const count = (type: Fact['type']): number => rig.facts.filter((fact) => fact.type === type).length;
    console.log(
      `${attempts.length} calls, ${count('telephony.down')} cuts, ${count('call.connected')} connected, ` +
        `${count('call.reconciled')} abandoned to the message`,
    );
    expect(bad).toEqual([]);
    expect(rig.telephony.status()).toMatchObject({ legs: 20, playbacks: 0, trunks: [{ inUse: 0 }] });
    for (const { agentId } of rig.facts.flatMap((fact) => (fact.type === 'agent.leg-up' ? [fact] : [])))
      rig.telephony.hangUpAgent({ agentId, at: 0 });
    await eventually(
      () => (rig.telephony.status().legs === 0 ? true : undefined),
      () => 'legs are left',
    );
    await wire.close();
  });
});
