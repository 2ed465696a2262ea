/**
 * The contract of core's `Telephony` port, as tests: order of facts, exactly one end for each call,
 * idempotence, bounds, answers to unknown ids, expiry, probe, reconciliation. Every implementation passes it.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { conversationContract } from './conversation-contract.js';
import { CAMPAIGN, createStage, newAttempt } from './stage.js';
import {
  STATIONS,
  type RefusedPart,
  type TelephonyBench,
  type TelephonyBenchFactory,
} from './telephony-bench.js';

/** What the telephony does, on whichever network. */
export function telephonyContract(
  name: string,
  create: TelephonyBenchFactory,
  refuses: readonly RefusedPart[] = [],
): void {
  describe(`telephony: ${name}`, () => {
    let bench: TelephonyBench;
    const open = async (lines = 10): Promise<void> => {
      bench = await create({ lines });
    };
    const stage = createStage(() => bench);
    const { answered, connect, connected, dial, ended, hangUp, has, legUp, ring, story, until } = stage;

    afterEach(() => stage.clear());

    describe('a call', () => {
      test('reports dialing, ringing, answered, and one end by us however often it is hung up', async () => {
        await open();
        const attemptId = await answered();
        bench.telephony.hangUp({ attemptId, at: bench.now() });
        bench.telephony.hangUp({ attemptId, at: bench.now() });
        expect((await ended(attemptId)).cause.by).toBe('us');
        await bench.pass(300);
        expect(story(attemptId)).toEqual(['dialing', 'ringing', 'answered', 'ended']);
      });

      test('that the far end refuses or ends, ends by far, with the Q.850 cause', async () => {
        await open();
        const [busy, brief] = [dial('busy'), dial('answers-briefly')];
        expect((await ended(busy)).cause).toMatchObject({ q850: 17, by: 'far' });
        expect(story(busy)).not.toContain('answered');
        expect((await ended(brief)).cause).toMatchObject({ by: 'far' });
        // A network may answer without ringing first.
        expect(story(brief).filter((type) => type !== 'ringing')).toEqual(['dialing', 'answered', 'ended']);
      });

      test('has the set-up time until it rings, and the ring time from then on', async () => {
        await open();
        const silent = dial('silent', { setupTimeoutMs: 700 });
        const rings = dial('rings', { setupTimeoutMs: 4_000, ringTimeoutMs: 700 });
        const [first, second] = [await ended(silent), await ended(rings)];
        expect([first.cause.by, second.cause.by]).toEqual(['setup-timeout', 'ring-timeout']);
        expect(story(silent)).toEqual(['dialing', 'ended']);
        expect(story(rings)).toEqual(['dialing', 'ringing', 'ended']);
        const rang = await until('call.ringing', (fact) => fact.attemptId === rings);
        expect(second.at - rang.at).toBeGreaterThanOrEqual(650);
        expect(second.at - rang.at).toBeLessThan(4_000);
      });

      test('without a caller number is refused, and is never dialed', async () => {
        await open();
        const attemptId = dial('answers', { callerNumber: '' });
        expect((await ended(attemptId)).cause.by).toBe('refused');
        expect(story(attemptId)).toEqual(['ended']);
      });

      test('dialed twice is placed once', async () => {
        await open();
        const attemptId = dial('answers');
        dial('answers', { attemptId });
        await until('call.answered', (fact) => fact.attemptId === attemptId);
        dial('answers', { attemptId });
        await hangUp(attemptId);
        await bench.pass(300);
        expect(story(attemptId)).toEqual(['dialing', 'ringing', 'answered', 'ended']);
      });

      test('is detected once, after its answer, when that was asked for', async () => {
        await open();
        const [plain, asked] = await Promise.all([answered(), answered({ detectMachine: true })]);
        const detected = await until('call.detected', (fact) => fact.attemptId === asked);
        expect(['human', 'machine', 'unsure']).toContain(detected.verdict);
        await bench.pass(300);
        expect(story(asked)).toEqual(['dialing', 'ringing', 'answered', 'detected']);
        expect(story(plain)).not.toContain('detected');
      });

      test('takes orders from within the delivery of its facts', async () => {
        await open();
        bench.reactions.push((fact) => {
          if (fact.type === 'call.answered')
            bench.telephony.hangUp({ attemptId: fact.attemptId, at: bench.now() });
        });
        const attemptId = dial('answers');
        expect((await ended(attemptId)).cause.by).toBe('us');
        expect(story(attemptId)).toEqual(['dialing', 'ringing', 'answered', 'ended']);
      });
    });

    describe('a trunk with one line', () => {
      test('carries one call at a time; the next starts when it is over', async () => {
        await open(1);
        const first = await answered();
        const second = dial('answers');
        await bench.pass(500);
        expect(story(second)).toEqual([]);
        await hangUp(first);
        await until('call.answered', (fact) => fact.attemptId === second);
      });

      test('never carries a call whose command is too old, and a waiting call can be hung up', async () => {
        await open(1);
        const first = await answered();
        const late = dial('answers', { expiresAt: bench.now() - 1 });
        const expiring = dial('answers', { expiresAt: bench.now() + 400 });
        const waiting = dial('answers', { expiresAt: bench.now() + 60_000 });
        bench.telephony.hangUp({ attemptId: waiting, at: bench.now() });
        expect((await ended(late)).cause.by).toBe('expired');
        expect((await ended(waiting)).cause.by).toBe('us');
        const expired = await ended(expiring);
        expect(expired.cause.by).toBe('expired');
        for (const attemptId of [late, expiring, waiting]) expect(story(attemptId)).toEqual(['ended']);
        await hangUp(first);
      });
    });

    describe('unknown ids', () => {
      test('are answered, so that no slot, no order and no agent waits for them', async () => {
        await open();
        const attemptId = newAttempt();
        const at = bench.now();
        const { telephony } = bench;
        telephony.hangUp({ attemptId, at });
        expect(await ended(attemptId)).toMatchObject({ campaignId: CAMPAIGN, cause: { by: 'lost' } });

        const other = newAttempt();
        telephony.connect({ attemptId: other, agentId: 'anna', at });
        telephony.play({ attemptId: other, playId: 'p', media: ['sound:outdial/beep'], at });
        telephony.record({ attemptId: other, recordingId: 'r', maxMs: 1_000, finishOn: 'none', at });
        telephony.waitForBeep({ attemptId: other, timeoutMs: 500, at });
        telephony.stopPlay({ attemptId: other, playId: 'p', at });
        telephony.stopRecord({ attemptId: other, recordingId: 'r', at });
        telephony.hangUpAgent({ agentId: 'anna', at });
        expect(await until('call.connect-failed')).toMatchObject({ attemptId: other, agentId: 'anna' });
        expect(await until('call.played')).toMatchObject({ attemptId: other, completed: false });
        expect(await until('call.recorded')).toMatchObject({ attemptId: other, durationMs: 0 });
        expect(await until('call.beep')).toMatchObject({ attemptId: other, campaignId: CAMPAIGN });
        expect(await until('agent.leg-down')).toMatchObject({ agentId: 'anna' });
        await bench.pass(300);
        expect([...story(other)].sort()).toEqual(['beep', 'connect-failed', 'played', 'recorded']);
      });
    });

    describe('conversations', () => {
      test('answer every command about what is not there with its refusal', async () => {
        await open();
        const attemptId = newAttempt();
        const at = bench.now();
        const { telephony } = bench;
        const customer = { kind: 'call', attemptId } as const;
        telephony.arrange({ attemptId, revision: 1, parties: [{ party: customer, place: 'music' }], at });
        telephony.sendDigits({ attemptId, digitsId: 'd', digits: '12#', at });
        telephony.setRecording({ attemptId, recordingId: 'r', file: 'contract/r', state: 'off', at });
        telephony.refuseInbound({ inboundId: 'none', refusal: 'busy', at });
        expect(await until('conversation.refused')).toMatchObject({ attemptId, revision: 1 });
        expect((await until('call.digits-sent')).refusal?.reason).toBeTruthy();
        expect(await until('recording.failed')).toMatchObject({ attemptId, recordingId: 'r' });
        expect(await until('inbound.ended')).toMatchObject({ inboundId: 'none' });

        const admitted = newAttempt();
        telephony.admitInbound({ inboundId: 'none', campaignId: CAMPAIGN, attemptId: admitted, at });
        expect((await ended(admitted)).cause.by).toBe('lost');
      });
    });

    describe('a call that comes in', () => {
      const to = '+15551230000';

      async function arrived(staysMs = 4_000): Promise<string> {
        const from = `+1555777${String(1_000 + has('inbound.arrived').length)}`;
        const before = has('inbound.arrived').length;
        bench.callIn({ from, to, staysMs });
        await bench.until(() => has('inbound.arrived').length > before, 'no inbound.arrived');
        const fact = has('inbound.arrived').at(-1);
        expect(fact).toMatchObject({ callerNumber: from, calledNumber: to });
        return fact?.inboundId ?? '';
      }

      async function admitted(staysMs?: number): Promise<string> {
        const inboundId = await arrived(staysMs);
        const attemptId = newAttempt();
        bench.telephony.admitInbound({ inboundId, campaignId: CAMPAIGN, attemptId, at: bench.now() });
        await until('call.answered', (fact) => fact.attemptId === attemptId);
        return attemptId;
      }

      test('is admitted, and is a call like any other: played to, connected, ended by the caller', async () => {
        await open();
        await legUp('anna');
        const attemptId = await admitted();
        const at = bench.now();
        bench.telephony.play({ attemptId, playId: 'place', media: ['sound:outdial/beep'], at });
        await until('call.played', (fact) => fact.attemptId === attemptId);
        const music = { party: { kind: 'call', attemptId }, place: 'music' } as const;
        bench.telephony.arrange({ attemptId, revision: 1, parties: [music], at });
        await until('conversation.arranged', (fact) => fact.attemptId === attemptId);
        await connected(attemptId, 'anna');
        expect((await ended(attemptId)).cause.by).toBe('far');
        expect(has('agent.leg-down')).toEqual([]);
      });

      test('is refused, and its end reported once', async () => {
        await open();
        const inboundId = await arrived();
        bench.telephony.refuseInbound({ inboundId, refusal: 'busy', at: bench.now() });
        await until('inbound.ended', (fact) => fact.inboundId === inboundId);
        await bench.pass(300);
        expect(has('inbound.ended')).toHaveLength(1);
      });

      test('whose caller gives up is over, and is not admitted any more', async () => {
        await open();
        const inboundId = await arrived(300);
        await until('inbound.ended', (fact) => fact.inboundId === inboundId);
        const attemptId = newAttempt();
        bench.telephony.admitInbound({ inboundId, campaignId: CAMPAIGN, attemptId, at: bench.now() });
        expect((await ended(attemptId)).cause.by).toBe('lost');
      });

      test('whose caller hangs up while they wait has ended', async () => {
        await open();
        const attemptId = await admitted(1_000);
        expect((await ended(attemptId)).cause.by).toBe('far');
        expect(story(attemptId)).toEqual(['answered', 'ended']);
      });

      test('is still there after a restart, and is taken up', async () => {
        await open();
        const attemptId = await admitted(6_000);
        await bench.restart();
        bench.telephony.reconcile({ campaignId: CAMPAIGN, attemptIds: [attemptId], at: bench.now() });
        expect(await until('call.reconciled')).toMatchObject({ attemptId, fate: 'answered' });
        await legUp('anna');
        await connected(attemptId, 'anna');
        await hangUp(attemptId);
      });

      test('that rang at a restart is reported to the new process', async () => {
        await open();
        const inboundId = await arrived();
        await bench.restart();
        await until('inbound.arrived', (fact) => fact.inboundId === inboundId);
        bench.telephony.refuseInbound({ inboundId, refusal: 'unwanted', at: bench.now() });
        await until('inbound.ended', (fact) => fact.inboundId === inboundId);
      });
    });

    describe("an agent's leg", () => {
      test('comes up, is reported again when rung again, and goes down by order, also twice', async () => {
        await open();
        await legUp('anna');
        ring('anna');
        await bench.until(() => has('agent.leg-up').length === 2, 'the leg is not reported again');
        bench.telephony.hangUpAgent({ agentId: 'anna', at: bench.now() });
        await until('agent.leg-down');
        expect(await bench.leftovers()).toBe(0);
        bench.telephony.hangUpAgent({ agentId: 'anna', at: bench.now() });
        await bench.until(() => has('agent.leg-down').length === 2, 'the second order is not answered');
      });

      test('takes one call after the other and stays up between them', async () => {
        await open();
        await legUp('anna');
        for (const attemptId of [await answered(), await answered()]) {
          await connected(attemptId, 'anna');
          await hangUp(attemptId);
        }
        expect(has('agent.leg-down')).toEqual([]);
      });

      test('that goes down leaves its call on the line, for another agent', async () => {
        await open();
        await Promise.all([legUp('anna'), legUp('ben')]);
        const attemptId = await answered();
        await connected(attemptId, 'anna');
        bench.telephony.hangUpAgent({ agentId: 'anna', at: bench.now() });
        await until('agent.leg-down', (fact) => fact.agentId === 'anna');
        await connected(attemptId, 'ben');
        await hangUp(attemptId);
      });
    });

    describe('a station that has begun anew', () => {
      test('is called in place of its leg, whose end nobody reports, and takes its call back', async () => {
        await open();
        await legUp('anna');
        const attemptId = await answered();
        await connected(attemptId, 'anna');
        ring('anna', { anew: true });
        await bench.until(() => has('agent.leg-up').length === 2, 'the new leg does not come up');
        expect(has('agent.leg-down')).toEqual([]);
        connect(attemptId, 'anna');
        await bench.until(() => has('call.connected').length === 2, 'the call is not taken back');
        await hangUp(attemptId);
      });
    });

    describe('connecting', () => {
      test('fails with one answer each: without a leg, with a busy leg, before the answer', async () => {
        await open();
        await legUp('anna');
        const [first, second] = await Promise.all([answered(), answered()]);
        const ringing = dial('rings');
        await until('call.ringing', (fact) => fact.attemptId === ringing);
        await connected(first, 'anna');
        connect(second, 'ben');
        connect(second, 'anna');
        connect(first, 'anna');
        connect(ringing, 'anna');
        await bench.until(() => has('call.connect-failed').length === 4, 'not every order is answered');
        await bench.pass(300);
        expect(has('call.connect-failed')).toHaveLength(4);
        expect(has('call.connected')).toHaveLength(1);
        expect(has('call.connect-failed').every(({ reason }) => reason !== '')).toBe(true);
      });

      test('ends what plays to the call', async () => {
        await open();
        await legUp('anna');
        const attemptId = await answered();
        bench.telephony.play({ attemptId, playId: 'long', media: ['silence:8000'], at: bench.now() });
        await connected(attemptId, 'anna');
        expect(await until('call.played')).toMatchObject({ playId: 'long', completed: false });
      });
    });

    describe('media', () => {
      test('plays to the end, or to the order that stops it, with one answer for each order', async () => {
        await open();
        const attemptId = await answered();
        const { telephony } = bench;
        telephony.play({ attemptId, playId: 'whole', media: ['silence:300'], at: bench.now() });
        expect(await until('call.played')).toMatchObject({ playId: 'whole', completed: true });
        telephony.play({ attemptId, playId: 'cut', media: ['silence:8000'], at: bench.now() });
        await bench.pass(200);
        telephony.stopPlay({ attemptId, playId: 'cut', at: bench.now() });
        telephony.stopPlay({ attemptId, playId: 'cut', at: bench.now() });
        const cut = await until('call.played', (fact) => fact.playId === 'cut');
        expect(cut.completed).toBe(false);
        telephony.stopPlay({ attemptId, playId: 'whole', at: bench.now() });
        await bench.pass(300);
        expect(has('call.played')).toHaveLength(2);
      });

      test('is not played to, recorded of or awaited from a call that is not answered', async () => {
        await open();
        const attemptId = dial('rings');
        await until('call.ringing');
        const at = bench.now();
        bench.telephony.play({ attemptId, playId: 'p', media: ['silence:100'], at });
        bench.telephony.record({ attemptId, recordingId: 'r', maxMs: 1_000, finishOn: 'none', at });
        expect(await until('call.played')).toMatchObject({ playId: 'p', completed: false });
        expect(await until('call.recorded')).toMatchObject({ recordingId: 'r', durationMs: 0 });
      });

      test('is recorded until an order stops it', async () => {
        await open();
        const attemptId = await answered();
        bench.telephony.record({
          attemptId,
          recordingId: 'r',
          maxMs: 20_000,
          finishOn: 'none',
          at: bench.now(),
        });
        await bench.pass(1_200);
        bench.telephony.stopRecord({ attemptId, recordingId: 'r', at: bench.now() });
        const { durationMs } = await until('call.recorded');
        expect(durationMs).toBeGreaterThan(700);
        expect(durationMs).toBeLessThan(4_000);
        await bench.pass(300);
        expect(has('call.recorded')).toHaveLength(1);
      });

      test('never outlives its call', async () => {
        await open();
        const attemptId = await answered();
        bench.telephony.play({ attemptId, playId: 'p', media: ['silence:8000'], at: bench.now() });
        await hangUp(attemptId);
        await bench.pass(300);
        expect(story(attemptId).at(-1)).toBe('ended');
      });

      test('waits for a beep no longer than the limit', async () => {
        await open();
        const attemptId = await answered();
        bench.telephony.waitForBeep({ attemptId, timeoutMs: 1_000, at: bench.now() });
        const from = (await until('call.answered')).at;
        const beep = await until('call.beep');
        expect(beep.at - from).toBeLessThan(5_000);
        expect(has('call.beep')).toHaveLength(1);
      });
    });

    describe('a probe', () => {
      test('ends as lost what is not there, and says nothing of the rest', async () => {
        await open();
        const alive = await answered();
        const gone = newAttempt();
        bench.telephony.probe({ attemptIds: [alive, gone], at: bench.now() });
        expect(await ended(gone)).toMatchObject({ campaignId: CAMPAIGN, cause: { by: 'lost' } });
        await bench.pass(300);
        expect(story(alive)).toEqual(['dialing', 'ringing', 'answered']);
      });
    });

    describe('while the connection is down', () => {
      test('no call is placed and no leg rung; ends and orders arrive when it is back', async () => {
        await open();
        const [stays, brief] = [await answered(), dial('answers-briefly')];
        await until('call.answered', (fact) => fact.attemptId === brief);
        await bench.disconnect();
        await until('telephony.down');
        const refused = dial('answers');
        expect((await ended(refused)).cause.by).toBe('refused');
        bench.telephony.hangUp({ attemptId: stays, at: bench.now() });
        bench.telephony.ringAgent({ agentId: 'anna', station: STATIONS['anna'] ?? '', at: bench.now() });
        await bench.pass(2_500);
        bench.reconnect();
        await bench.until(() => has('telephony.up').length === 2, 'the connection is not back');
        expect(['far', 'lost']).toContain((await ended(brief)).cause.by);
        expect((await ended(stays)).cause.by).toBe('us');
        expect(await until('agent.leg-down')).toMatchObject({ agentId: 'anna' });
        await bench.pass(300);
        for (const attemptId of [stays, brief, refused])
          expect(story(attemptId).filter((type) => type === 'ended')).toHaveLength(1);
      });
    });

    describe('after a restart', () => {
      test('reports the fate of each open attempt, and goes on with the living', async () => {
        await open();
        await legUp('anna');
        const [waits, talks] = [await answered(), await answered()];
        await connected(talks, 'anna');
        const ringing = dial('rings', { ringTimeoutMs: 20_000 });
        await until('call.ringing', (fact) => fact.attemptId === ringing);
        const gone = newAttempt();
        await bench.restart();
        const attemptIds = [waits, talks, ringing, gone];
        bench.telephony.reconcile({ campaignId: CAMPAIGN, attemptIds, at: bench.now() });
        await bench.until(() => has('call.reconciled').length === 4, 'not every fate is reported');
        const fates = Object.fromEntries(
          has('call.reconciled').map(({ attemptId, fate, agentIds }) => [
            attemptId,
            agentIds?.join() ?? fate,
          ]),
        );
        expect(fates).toEqual({ [waits]: 'answered', [talks]: 'anna', [ringing]: 'ringing', [gone]: 'gone' });
        expect(has('call.reconciled', ({ attemptId }) => attemptId === talks)[0]?.fate).toBe('connected');
        for (const attemptId of [waits, talks, ringing]) {
          bench.telephony.hangUp({ attemptId, at: bench.now() });
          expect((await ended(attemptId)).cause.by).toBe('us');
        }
      });

      test('gives up calls that match no attempt, and leaves other campaigns alone', async () => {
        await open();
        const other = `${CAMPAIGN}b`;
        const foreign = await answered({ campaignId: other });
        const orphan = dial('rings', { ringTimeoutMs: 30_000 });
        await until('call.ringing', (fact) => fact.attemptId === orphan);
        await bench.restart();
        bench.telephony.reconcile({ campaignId: CAMPAIGN, attemptIds: [], at: bench.now() });
        bench.telephony.reconcile({ campaignId: other, attemptIds: [foreign], at: bench.now() });
        expect((await until('call.reconciled')).fate).toBe('answered');
        let left = 2;
        for (let round = 0; round < 50 && left > 1; round += 1) {
          await bench.pass(100);
          left = await bench.leftovers();
        }
        expect(left).toBe(1);
        await hangUp(foreign);
        expect(story(orphan)).toEqual([]);
      });
    });
  });

  if (!refuses.includes('conversations')) conversationContract(name, create);
}
