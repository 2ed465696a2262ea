/** The part of the contract of the `Telephony` port that is about conversations of several parties. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { PartyPlace, PlacedParty, RecordingState } from '@outdial/core';
import { CAMPAIGN, createStage } from './stage.js';
import type { TelephonyBench, TelephonyBenchFactory } from './telephony-bench.js';

/** An agent's leg in its place. */
export const agent = (agentId: string, place: PartyPlace = 'main'): PlacedParty => ({
  party: { kind: 'agent', agentId },
  place,
});
/** A call in its place. */
export const call = (attemptId: string, place: PartyPlace = 'main'): PlacedParty => ({
  party: { kind: 'call', attemptId },
  place,
});

/** What holds for arrangements, keys and lost legs. */
export function conversationContract(name: string, create: TelephonyBenchFactory): void {
  describe(`conversations: ${name}`, () => {
    let bench: TelephonyBench;
    const stage = createStage(() => bench);
    const { answered, connected, dial, ended, hangUp, has, legUp, until } = stage;

    const open = async (): Promise<void> => {
      bench = await create({ lines: 10 });
    };
    const arrange = (attemptId: string, revision: number, ...parties: readonly PlacedParty[]): void =>
      bench.telephony.arrange({ attemptId, revision, parties, at: bench.now() });
    const arranged = async (
      attemptId: string,
      revision: number,
      ...parties: readonly PlacedParty[]
    ): Promise<void> => {
      arrange(attemptId, revision, ...parties);
      await until(
        'conversation.arranged',
        (fact) => fact.attemptId === attemptId && fact.revision === revision,
      );
    };
    const refusal = async (attemptId: string, revision: number): Promise<string> =>
      (
        await until(
          'conversation.refused',
          (fact) => fact.attemptId === attemptId && fact.revision === revision,
        )
      ).refusal.code;
    /** A customer who talks with anna. */
    const talk = async (): Promise<string> => {
      await legUp('anna');
      const attemptId = await answered();
      await connected(attemptId, 'anna');
      return attemptId;
    };

    /** Anna waits for a third party. */
    const reaching = (attemptId: string): readonly PlacedParty[] => [
      call(attemptId, 'music'),
      { ...agent('anna', 'side'), aloneHears: 'ringing' },
    ];
    const hearsRinging = async (holds: boolean): Promise<void> => {
      if (bench.hearsRinging('anna') === null) return;
      const what = holds ? 'no ringing' : 'the ringing goes on';
      await bench.until(() => bench.hearsRinging('anna') === holds, what);
    };

    afterEach(() => stage.clear());

    test('a conversation is held, resumed and muted; each revision is answered, a repeated one again, a lower one not', async () => {
      await open();
      const attemptId = await talk();
      await arranged(attemptId, 1, call(attemptId, 'music'), agent('anna'));
      await arranged(attemptId, 2, call(attemptId), { ...agent('anna'), muted: true });
      await arranged(attemptId, 3, call(attemptId), agent('anna'));
      arrange(attemptId, 3, call(attemptId), agent('anna'));
      arrange(attemptId, 2, call(attemptId, 'music'), agent('anna'));
      await bench.until(() => has('conversation.arranged').length === 4, 'no second answer');
      await bench.pass(300);
      expect(has('conversation.arranged').map(({ revision }) => revision)).toEqual([1, 2, 3, 3]);
      expect(has('conversation.refused')).toEqual([]);
    });

    test('a conversation begins by an arrangement as well as by connect', async () => {
      await open();
      await legUp('anna');
      const attemptId = await answered();
      await arranged(attemptId, 1, call(attemptId), agent('anna'));
      bench.telephony.connect({ attemptId, agentId: 'anna', at: bench.now() });
      await until('call.connect-failed');
    });

    test('a conversation passes to another agent after a consultation and a conference', async () => {
      await open();
      const attemptId = await talk();
      await legUp('ben');
      await arranged(attemptId, 1, call(attemptId, 'music'), agent('anna', 'side'), agent('ben', 'side'));
      await arranged(attemptId, 2, call(attemptId), agent('anna'), agent('ben'));
      await arranged(attemptId, 3, call(attemptId), agent('ben'));
      const next = await answered();
      await connected(next, 'anna');
    });

    test('an agent who was connected after an arrangement leaves with the next one', async () => {
      await open();
      await legUp('anna');
      const attemptId = await answered();
      await arranged(attemptId, 1, call(attemptId, 'music'));
      await connected(attemptId, 'anna');
      await arranged(attemptId, 2, call(attemptId, 'music'));
      const next = await answered();
      await connected(next, 'anna');
    });

    test('a customer whom their agent leaves is played to out of the music, until an agent has them again', async () => {
      await open();
      const attemptId = await talk();
      await legUp('ben');
      const played = (playId: string): Promise<{ readonly completed: boolean }> =>
        until('call.played', (fact) => fact.playId === playId);
      const play = (playId: string, silenceMs: number): void =>
        bench.telephony.play({ attemptId, playId, media: [`silence:${silenceMs}`], at: bench.now() });
      await arranged(attemptId, 1, call(attemptId, 'music'));
      play('flow', 300);
      expect(await played('flow')).toMatchObject({ completed: true });
      await arranged(attemptId, 2, call(attemptId, 'music'));
      play('further', 8_000);
      await bench.pass(100);
      await arranged(attemptId, 3, call(attemptId), agent('ben'));
      expect(await played('further')).toMatchObject({ completed: false });
      const next = await answered();
      await connected(next, 'anna');
    });

    test('a conversation takes in a third party: ringing until they come, music when they are left out', async () => {
      await open();
      const attemptId = await talk();
      await arranged(attemptId, 1, ...reaching(attemptId));
      await hearsRinging(true);
      const third = await answered({ beside: attemptId });
      await arranged(attemptId, 2, ...reaching(attemptId), call(third, 'side'));
      await hearsRinging(false);
      await arranged(attemptId, 3, call(attemptId), agent('anna'), call(third));
      await arranged(attemptId, 4, call(attemptId), agent('anna'));
      await hangUp(third);
      await arranged(attemptId, 5, ...reaching(attemptId));
      await hearsRinging(true);
      await arranged(attemptId, 6, call(attemptId, 'music'), agent('anna'));
      await hearsRinging(false);
    });

    test('a conversation goes on between customer and third party when the agent leaves', async () => {
      await open();
      const attemptId = await talk();
      const third = await answered({ beside: attemptId });
      await arranged(attemptId, 1, call(attemptId), agent('anna'), call(third));
      await arranged(attemptId, 2, call(attemptId), call(third));
      const next = await answered();
      await connected(next, 'anna');
      expect(has('call.ended')).toEqual([]);
    });

    test('a third party of a dialer that died is found by their attempt, and leaves no channel', async () => {
      await open();
      const attemptId = await talk();
      const third = await answered({ beside: attemptId });
      await arranged(attemptId, 1, call(attemptId, 'music'), agent('anna', 'side'), call(third, 'side'));
      await bench.restart();
      const attemptIds = [attemptId, third];
      bench.telephony.reconcile({ campaignId: CAMPAIGN, attemptIds, at: bench.now() });
      await bench.until(() => has('call.reconciled').length === 2, 'not every fate is reported');
      const [fate] = has('call.reconciled', (fact) => fact.attemptId === attemptId);
      expect(fate).toMatchObject({ fate: 'connected', agentIds: ['anna'] });
      await hangUp(third);
      await arranged(attemptId, 1, call(attemptId), agent('anna'));
      await hangUp(attemptId);
    });

    test('a customer alone with a third party is found with them by a new dialer, and the talk goes on', async () => {
      await open();
      const attemptId = await talk();
      const third = await answered({ beside: attemptId });
      await arranged(attemptId, 1, call(attemptId), agent('anna'), call(third));
      await arranged(attemptId, 2, call(attemptId), call(third));
      await bench.restart();
      const attemptIds = [third, attemptId];
      bench.telephony.reconcile({ campaignId: CAMPAIGN, attemptIds, at: bench.now() });
      await bench.until(() => has('call.reconciled').length === 2, 'not every fate is reported');
      expect(
        Object.fromEntries(
          has('call.reconciled').map((fact) => [fact.attemptId, [fact.fate, fact.partnerId]]),
        ),
      ).toEqual({ [attemptId]: ['connected', third], [third]: ['connected', attemptId] });
      await arranged(attemptId, 1, call(attemptId), call(third));
      expect(has('call.ended')).toEqual([]);
      await hangUp(third);
      await hangUp(attemptId);
    });

    test('everybody in a conversation is found by a new dialer: aside, in the room, or nobody', async () => {
      await open();
      const attemptId = await talk();
      await legUp('ben');
      const found = async (): Promise<unknown> => {
        await bench.restart();
        bench.telephony.reconcile({ campaignId: CAMPAIGN, attemptIds: [attemptId], at: bench.now() });
        const { fate, agentIds = [] } = await until('call.reconciled');
        return [fate, [...agentIds].sort()];
      };
      await arranged(attemptId, 1, call(attemptId, 'music'), agent('anna', 'side'), agent('ben', 'side'));
      expect(await found()).toEqual(['connected', ['anna', 'ben']]);
      await arranged(attemptId, 1, call(attemptId), agent('anna'), agent('ben'));
      expect(await found()).toEqual(['connected', ['anna', 'ben']]);
      await arranged(attemptId, 1, call(attemptId, 'music'));
      expect(await found()).toEqual(['answered', []]);
      await legUp('anna');
      await arranged(attemptId, 1, ...reaching(attemptId));
      await hearsRinging(true);
      await found();
      await arranged(attemptId, 1, call(attemptId), agent('anna'));
      await hearsRinging(false);
      await hangUp(attemptId);
    });

    test('a conversation is listened to and whispered into by a supervisor, who may then take it over', async () => {
      await open();
      const attemptId = await talk();
      await legUp('ben');
      const watching = (place: PartyPlace): PlacedParty => ({
        ...agent('ben', place),
        watchedAgentId: 'anna',
      });
      await arranged(attemptId, 1, call(attemptId), agent('anna'), watching('listening'));
      await arranged(attemptId, 2, call(attemptId), agent('anna'), watching('whispering'));
      await arranged(attemptId, 3, call(attemptId), agent('anna'), agent('ben'));
      await arranged(attemptId, 4, call(attemptId), agent('ben'));
    });

    test('a conversation is refused with the party at fault, and goes on as it was', async () => {
      await open();
      const attemptId = await talk();
      const rings = dial('rings', { beside: attemptId });
      const other = await answered();
      await legUp('ben');
      await connected(other, 'ben');
      await until('call.ringing', (fact) => fact.attemptId === rings);
      const refused: readonly (readonly [string, readonly PlacedParty[]])[] = [
        ['bad-command', [agent('anna')]],
        ['bad-command', [call(attemptId), call(attemptId, 'music')]],
        ['bad-command', [call(attemptId), agent('anna', 'listening')]],
        ['bad-command', [call(attemptId), { ...agent('anna'), watchedAgentId: 'ben' }]],
        ['bad-command', [{ ...call(attemptId), aloneHears: 'ringing' }, agent('anna')]],
        ['no-leg', [call(attemptId), agent('cleo')]],
        ['leg-busy', [call(attemptId), agent('ben')]],
        ['not-answered', [call(attemptId), call(rings)]],
        ['unknown-call', [call(attemptId), call(`${attemptId}9`)]],
      ];
      for (const [index, [code, parties]] of refused.entries()) {
        arrange(attemptId, index + 1, ...parties);
        expect(await refusal(attemptId, index + 1)).toBe(code);
      }
      expect((await until('conversation.refused', ({ revision }) => revision === 6)).party).toEqual({
        kind: 'agent',
        agentId: 'cleo',
      });
      await arranged(attemptId, 20, call(attemptId, 'music'), agent('anna'));
    });

    test('a conversation whose agent is lost waits for the next one; whose customer ends frees everyone', async () => {
      await open();
      const attemptId = await talk();
      await legUp('ben');
      await arranged(attemptId, 1, call(attemptId), agent('anna'));
      bench.telephony.hangUpAgent({ agentId: 'anna', at: bench.now() });
      await until('agent.leg-down', (fact) => fact.agentId === 'anna');
      await arranged(attemptId, 2, call(attemptId), agent('ben'));
      await hangUp(attemptId);
      const next = await answered();
      await connected(next, 'ben');
      arrange(attemptId, 3, call(attemptId));
      expect(await refusal(attemptId, 3)).toBe('unknown-call');
    });

    test('a conversation is arranged when the connection is back', async () => {
      await open();
      const attemptId = await talk();
      await bench.disconnect();
      await until('telephony.down');
      arrange(attemptId, 1, call(attemptId, 'music'), agent('anna'));
      arrange(attemptId, 2, call(attemptId), agent('anna'));
      await bench.pass(300);
      expect(has('conversation.arranged')).toEqual([]);
      bench.reconnect();
      await until('conversation.arranged', ({ revision }) => revision === 2);
      await hangUp(attemptId);
    });

    test('a recording goes on, pauses and ends; its file has the length of the conversation', async () => {
      await open();
      const attemptId = await talk();
      const set = (state: RecordingState, recordingId = 'r', to = attemptId): void =>
        bench.telephony.setRecording({
          attemptId: to,
          recordingId,
          state,
          file: `${to}/${recordingId}`,
          at: bench.now(),
        });
      set('on');
      await until('recording.changed', ({ state }) => state === 'on');
      await bench.pass(600);
      set('paused');
      await until('recording.changed', ({ state }) => state === 'paused');
      await bench.pass(600);
      set('on');
      await bench.until(() => has('recording.changed').length === 3, 'it does not go on');
      set('off');
      const completed = await until('recording.completed');
      expect(completed.file).toMatch(new RegExp(`^${attemptId}/r\\.\\w+$`));
      expect(completed.durationMs).toBeGreaterThan(1_000);
      expect(completed.durationMs).toBeLessThan(4_000);
      set('off');
      await bench.until(() => has('recording.completed').length === 2, 'the completion is not given again');
      set('off', 'never');
      expect(await until('recording.failed')).toMatchObject({ recordingId: 'never' });
    });

    test('a recording outlives a reconnection and is completed by the end of the call', async () => {
      await open();
      const attemptId = await talk();
      const recording = { attemptId, recordingId: 'r', file: `${attemptId}/r` };
      bench.telephony.setRecording({ ...recording, state: 'on', at: bench.now() });
      await until('recording.changed');
      await bench.disconnect();
      await until('telephony.down');
      await bench.pass(300);
      bench.reconnect();
      await bench.until(() => has('telephony.up').length === 2, 'the connection is not back');
      await bench.pass(300);
      await hangUp(attemptId);
      const { durationMs } = await until('recording.completed');
      expect(durationMs).toBeGreaterThan(500);
      const over = { ...recording, recordingId: 's', file: `${attemptId}/s` };
      bench.telephony.setRecording({ ...over, state: 'on', at: bench.now() });
      expect((await until('recording.failed')).code).toBe('unknown-call');
    });

    test('keys are sent once for each id; a refusal says why they are not', async () => {
      await open();
      const attemptId = await talk();
      const send = (digitsId: string, digits: string, to = attemptId): void =>
        bench.telephony.sendDigits({ attemptId: to, digitsId, digits, at: bench.now() });
      send('a', '12#');
      send('a', '12#');
      send('b', '12x');
      send('c', '1', `${attemptId}9`);
      await bench.until(() => has('call.digits-sent').length === 3, 'not every command is answered');
      await bench.pass(500);
      const codes = Object.fromEntries(
        has('call.digits-sent').map(({ digitsId, refusal: why }) => [digitsId, why?.code ?? 'sent']),
      );
      expect(codes).toEqual({ a: 'sent', b: 'bad-command', c: 'unknown-call' });
      expect(has('call.digits-sent')).toHaveLength(3);
      bench.telephony.hangUp({ attemptId, at: bench.now() });
      await ended(attemptId);
    });
  });
}
