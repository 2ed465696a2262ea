import { describe, expect, it } from '@jest/globals';
import type { CampaignSettings, Flow, OpenAttempt } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

const open = (
  n: number,
  marks: OpenAttempt['marks'] = {},
  changes: Partial<OpenAttempt> = {},
): OpenAttempt => ({
  attemptId: `c-1-${n}`,
  lead: lead(n),
  phone: `+1212555000${n}`,
  mode: 'predictive',
  openedAt: 1_749_999_000_000,
  marks,
  ...changes,
});

function restarted(...attempts: readonly OpenAttempt[]): Stage {
  return restartedWith({ mode: 'power' }, ...attempts);
}

function restartedWith(settings: Partial<CampaignSettings>, ...attempts: readonly OpenAttempt[]): Stage {
  const stage = new Stage(settings);
  stage.tell({ type: 'telephony.up' }, { type: 'campaign.start' });
  stage.tell({
    type: 'campaign.recovered',
    epoch: 2,
    open: attempts,
    counters: [{ since: 0, liveAnswers: 100, abandoned: 1 }],
  });
  return stage;
}

describe('after a crash', () => {
  it('asks telephony for the fate of every open attempt and closes what is gone', () => {
    const stage = restarted(
      open(1),
      open(2, { liveAnswerAt: 1, connectedAt: 2 }),
      open(3, { liveAnswerAt: 1, abandonedAt: 2 }),
      open(4, { liveAnswerAt: 1 }),
    );
    expect(stage.last('telephony.reconcile').attemptIds).toHaveLength(4);
    for (const n of [1, 2, 3, 4])
      stage.tell({ type: 'call.reconciled', attemptId: `c-1-${n}`, fate: 'gone' });
    expect(stage.sent('journal.close').map(({ result }) => [result.outcome, result.countsAsAttempt])).toEqual(
      [
        ['unknown', true],
        ['conversation', true],
        ['abandoned', true],
        ['abandoned', true],
      ],
    );
    // Attempt 4 was counted as a live answer by the journal, and as abandoned only now.
    expect(stage.engine.statistics('c').abandonment[0]).toMatchObject({ liveAnswers: 100, abandoned: 2 });
  });

  it('takes up the calls of another share that has ended, while it dials', () => {
    const stage = restarted();
    stage.tell({ type: 'attempts.left', open: [open(1), open(2)] });
    expect(stage.last('telephony.reconcile').attemptIds).toEqual(['c-1-1', 'c-1-2']);
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'gone' });
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-2', fate: 'answered' });
    expect(stage.sent('journal.close').map(({ result }) => result.outcome)).toEqual(['unknown']);
    expect(stage.engine.calls('c').map(({ attemptId }) => attemptId)).toContain('c-1-2');
  });

  it('plays the message to an answered call that nobody holds, and counts it', () => {
    const stage = restarted(open(1));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'answered' });
    expect(stage.last('telephony.play').attemptId).toBe('c-1-1');
    stage.tell({ type: 'call.ended', attemptId: 'c-1-1', cause: { q850: 16, by: 'far' } });
    expect(stage.last('journal.close').result).toMatchObject({ outcome: 'abandoned', abandoned: true });
  });

  it('books a call that the dialplan’s fallback handled as abandoned', () => {
    const stage = restarted(open(1));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'abandoned' });
    // The message may still play: the number stays in use until the channel is gone.
    expect(stage.sent('journal.close')).toHaveLength(0);
    expect(stage.last('telephony.probe').attemptIds).toEqual(['c-1-1']);
    stage.tell({ type: 'call.ended', attemptId: 'c-1-1', cause: { q850: 0, by: 'lost' } });
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'abandoned',
      abandoned: true,
      liveAnswer: true,
    });
  });

  it('states who is in a conversation by a revision that no order of an earlier process has', () => {
    const stage = restarted(open(1, { liveAnswerAt: 1, connectedAt: 2 }, { agentId: 'a' }));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'connected', agentIds: ['a', 'b'] });
    const { parties, revision } = stage.last('telephony.arrange');
    expect(parties.map(({ party }) => party.kind)).toEqual(['call', 'agent']);
    expect(revision).toBeGreaterThan(2_000_000);
  });

  it('leaves a conversation alone and gives it back to its agent', () => {
    const stage = restarted(open(1, { liveAnswerAt: 1, connectedAt: 2 }, { agentId: 'a' }));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'connected', agentIds: ['a'] });
    stage.tell({ type: 'agent.login', agentId: 'a' });
    expect(stage.engine.statistics('c').agents.talking).toBe(1);
    stage.tell({ type: 'call.ended', attemptId: 'c-1-1', cause: { q850: 16, by: 'far' } });
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'sale' });
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'conversation',
      disposition: 'sale',
      agentId: 'a',
    });
  });

  it('takes an answer or an ending that overtakes the fate for the fate', () => {
    const stage = restarted(open(1), open(2), open(3));
    stage.tell({ type: 'call.answered', attemptId: 'c-1-1' });
    expect(stage.last('telephony.play').attemptId).toBe('c-1-1');
    stage.tell({ type: 'call.ended', attemptId: 'c-1-2', cause: { q850: 17, by: 'far' } });
    expect(stage.last('journal.close').result.outcome).toBe('busy');
    stage.tell({ type: 'call.ended', attemptId: 'c-1-3', cause: { q850: 0, by: 'lost' } });
    expect(stage.last('journal.close').result.outcome).toBe('unknown');
  });

  it('counts every call that may have been dialed as dialed, and none that telephony refused', () => {
    const stage = restarted(open(1), open(2, { liveAnswerAt: 1, connectedAt: 2 }), open(3), open(4), open(5));
    stage.tell(
      { type: 'call.reconciled', attemptId: 'c-1-1', fate: 'gone' },
      { type: 'call.reconciled', attemptId: 'c-1-2', fate: 'gone' },
      { type: 'call.reconciled', attemptId: 'c-1-3', fate: 'ringing' },
      { type: 'call.ended', attemptId: 'c-1-3', cause: { q850: 16, by: 'us' } },
      { type: 'call.ended', attemptId: 'c-1-4', cause: { q850: 17, by: 'far' } },
      { type: 'call.ended', attemptId: 'c-1-5', cause: { q850: 0, by: 'refused' } },
    );
    const { openedAt } = open(1);
    expect(stage.sent('journal.close').map(({ attemptId, result }) => [attemptId, result.dialedAt])).toEqual([
      ['c-1-1', openedAt],
      ['c-1-2', openedAt],
      ['c-1-3', openedAt],
      ['c-1-4', openedAt],
      ['c-1-5', undefined],
    ]);
  });

  it.each(['before the start', 'before the journal answers'])(
    'under a kill switch that is on %s settles what was left, dials nothing, and halts with both reasons',
    (when) => {
      const stage = new Stage({ mode: 'power' });
      const killed = { type: 'kill-switch', on: true, reason: 'drill' } as const;
      if (when === 'before the start') stage.tell(killed);
      stage.tell({ type: 'telephony.up' }, { type: 'campaign.start' }, { type: 'agent.login', agentId: 'a' });
      if (when !== 'before the start') stage.tell(killed);
      stage.tell({ type: 'campaign.recovered', epoch: 2, open: [open(1), open(2)], counters: [] });
      expect(stage.events.filter(({ type }) => type === 'campaign.state')).toMatchObject([
        {
          state: 'halted',
          reason:
            'kill switch: drill; an earlier run ended without its last word: 2 attempts left open, settled ' +
            'with telephony now',
        },
      ]);
      // A run waits for calls of unknown fate as for others.
      expect(stage.engine.statistics('c').callsInFlight).toBe(2);
      stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'answered' });
      stage.tell({ type: 'call.reconciled', attemptId: 'c-1-2', fate: 'gone' });
      expect(stage.last('telephony.play').attemptId).toBe('c-1-1');
      expect(stage.last('journal.close').attemptId).toBe('c-1-2');
      stage.pass(60_000);
      expect([...stage.sent('leads.claim'), ...stage.sent('journal.open')]).toEqual([]);

      stage.tell({ type: 'kill-switch', on: false, reason: 'over' }, { type: 'campaign.start' });
      stage.tell({ type: 'campaign.recovered', epoch: 3, open: [], counters: [] });
      expect(stage.engine.statistics('c').state).toBe('running');
    },
  );

  it('is announced with what an earlier run left open, and a start after a good end is not', () => {
    const said = (stage: Stage): unknown =>
      stage.events.find((event) => event.type === 'campaign.state' && event.state === 'running');
    expect(said(restarted(open(1), open(2)))).toMatchObject({
      reason: 'an earlier run ended without its last word: 2 attempts left open, settled with telephony now',
    });
    expect(said(restarted(open(1)))).toMatchObject({
      reason: expect.stringContaining(': 1 attempt left open'),
    });
    expect(said(restarted())).not.toHaveProperty('reason');
  });

  it('settles the attempts left open even when it is told to stop before the journal has answered', () => {
    const stage = new Stage();
    stage.tell({ type: 'telephony.up' }, { type: 'campaign.start' }, { type: 'campaign.stop' });
    expect(stage.engine.statistics('c').state).toBe('draining');
    stage.tell({ type: 'campaign.recovered', epoch: 2, open: [open(1)], counters: [] });
    expect(stage.last('telephony.reconcile').attemptIds).toEqual(['c-1-1']);
    expect(stage.sent('leads.claim')).toHaveLength(0);
    stage.tell(
      { type: 'call.reconciled', attemptId: 'c-1-1', fate: 'gone' },
      { type: 'attempt.closed', attemptId: 'c-1-1' },
    );
    expect(stage.engine.statistics('c').state).toBe('stopped');
  });

  it('hangs up what still rings, and counts it as a call', () => {
    const stage = restarted(open(1));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'ringing' });
    expect(stage.last('telephony.hangUp').attemptId).toBe('c-1-1');
    stage.tell({ type: 'call.ended', attemptId: 'c-1-1', cause: { q850: 16, by: 'us' } });
    expect(stage.last('journal.close').result).toMatchObject({ outcome: 'no-answer', countsAsAttempt: true });
  });

  it('asks again while telephony has not told, and never reuses an attempt id', () => {
    const stage = restarted(open(1));
    stage.pass(16_000);
    expect(stage.sent('telephony.reconcile').length).toBeGreaterThan(1);
    stage.seat('a');
    stage.supply(lead(9), lead(10));
    expect(stage.sent('journal.open')[0]?.attemptId).toMatch(/^c-2-/);
  });
});

describe('a conversation after a crash', () => {
  const had = { liveAnswerAt: 1, connectedAt: 2 };
  const view = (stage: Stage): unknown => {
    const call = stage.engine.calls('c').find(({ attemptId }) => attemptId === 'c-1-1');
    return [call?.conversation?.stage, call?.agentId];
  };
  const nothingAbandoned = (stage: Stage): void => {
    expect(stage.sent('telephony.play')).toEqual([]);
    expect(stage.sent('journal.mark').filter(({ mark }) => mark === 'abandoned')).toEqual([]);
    expect(stage.engine.statistics('c').abandonment[0]).toMatchObject({ liveAnswers: 100, abandoned: 1 });
    expect(stage.faults).toEqual([]);
  };
  const arranged = (stage: Stage): void => {
    const { attemptId, revision } = stage.last('telephony.arrange');
    stage.tell({ type: 'conversation.arranged', attemptId, revision });
  };

  it.each([
    ['talking, on hold or in a consultation', ['a']],
    ['in a conference or a consultation of two agents', ['b', 'a']],
    ['with a supervisor who has joined', ['supervisor', 'a']],
  ])('is given back to the owner whom the journal knows: %s', (_, agentIds) => {
    const stage = restarted(open(1, had, { agentId: 'a' }));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'connected', agentIds });
    expect(view(stage)).toEqual(['talking', 'a']);
    nothingAbandoned(stage);
  });

  it.each(['a', 'b'])('that was sought or parked finds agent %s, and nothing is abandoned', (agentId) => {
    const stage = restarted(open(1, had, { agentId: 'a' }));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'answered' });
    expect(view(stage)).toEqual(['seeking', null]);
    expect(stage.last('telephony.arrange').parties).toMatchObject([{ place: 'music' }]);
    stage.seat(agentId);
    // The owner first, then anybody.
    stage.pass(agentId === 'a' ? 0 : 6_000);
    arranged(stage);
    expect(view(stage)).toEqual(['talking', agentId]);
    nothingAbandoned(stage);
  });

  it('that nobody takes hears who called, and does not count as abandoned by law', () => {
    const stage = restarted(open(1, had, { agentId: 'a' }));
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'answered' });
    stage.pass(21_000);
    expect(stage.last('telephony.play').attemptId).toBe('c-1-1');
    stage.tell({ type: 'call.ended', attemptId: 'c-1-1', cause: { q850: 16, by: 'far' } });
    expect(stage.last('journal.close').result).toMatchObject({ outcome: 'conversation', abandoned: false });
  });

  it('a machine that was recording is hung up, and is a machine in every figure', () => {
    for (const fate of ['answered', 'gone'] as const) {
      const stage = restarted(open(1, {}, { machineVerdict: 'machine' }));
      stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate });
      if (fate === 'answered') {
        expect(stage.last('telephony.hangUp').attemptId).toBe('c-1-1');
        stage.tell({ type: 'call.ended', attemptId: 'c-1-1', cause: { q850: 16, by: 'us' } });
      }
      expect(stage.last('journal.close').result).toMatchObject({ outcome: 'machine', liveAnswer: false });
      nothingAbandoned(stage);
    }
  });

  it('of an agentless campaign hears its message from the beginning', () => {
    const agentlessFlow: Flow = {
      id: 'message',
      start: 'say',
      nodes: {
        say: { kind: 'play', prompt: { media: ['sound:message'], voice: 'artificial' }, next: 'end' },
        end: { kind: 'hang-up' },
      },
    };
    const stage = restartedWith(
      { mode: 'agentless', agentlessFlow },
      open(1, { liveAnswerAt: 1 }, { mode: 'agentless' }),
    );
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-1', fate: 'answered' });
    expect(stage.last('telephony.play').media).toEqual(['sound:message']);
    expect(stage.engine.statistics('c').abandonment[0]).toMatchObject({ abandoned: 1 });
  });
});

describe('lost facts', () => {
  it('repeats the end of an attempt until the journal has it', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    stage.tell({ type: 'call.ended', attemptId, cause: { q850: 17, by: 'far' } });
    stage.pass(20_000);
    expect(stage.sent('journal.close').length).toBeGreaterThan(2);
    stage.tell({ type: 'attempt.closed', attemptId });
    const before = stage.sent('journal.close').length;
    stage.pass(120_000);
    expect(stage.sent('journal.close')).toHaveLength(before);
  });

  it('takes the slot back when no word of a call comes any more', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    stage.pass(60_000);
    expect(stage.last('telephony.hangUp').attemptId).toBe(attemptId);
    stage.pass(10_000);
    expect(stage.last('journal.close').result).toMatchObject({ outcome: 'unknown', countsAsAttempt: true });
    expect(stage.engine.statistics('c')).toMatchObject({ callsInFlight: 0, agents: { ready: 1 } });
  });

  it('abandons a call whose connection is never confirmed, and does not trust that agent’s leg again', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    stage.tell({ type: 'call.answered', attemptId });
    stage.pass(3_500);
    expect(stage.last('telephony.play').attemptId).toBe(attemptId);
    expect(stage.engine.statistics('c')).toMatchObject({ abandoned: 1, agents: { paused: 1 } });
  });

  it('ignores doubled and unknown facts', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    stage.tell({ type: 'leads.claimed', requestId: 'claim-1-1', leads: [lead(1)] });
    const [attemptId] = stage.openAll() as [string];
    for (let n = 0; n < 3; n += 1)
      stage.tell({ type: 'call.answered', attemptId }, { type: 'call.answered', attemptId: 'other' });
    expect(stage.sent('telephony.connect')).toHaveLength(1);
    expect(stage.engine.statistics('c').liveAnswers).toBe(1);
    for (let n = 0; n < 3; n += 1)
      stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } });
    expect(stage.sent('journal.close')).toHaveLength(1);
    expect(stage.faults).toEqual([]);
  });
});

describe('draining', () => {
  it('gives leads back, lets calls end and then stops', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1), lead(2));
    const [attemptId] = stage.openAll() as [string];
    stage.tell({ type: 'campaign.stop' });
    expect(stage.last('leads.release').leadIds).toEqual(['l2']);
    expect(stage.engine.statistics('c').state).toBe('draining');
    stage.tell({ type: 'call.ended', attemptId, cause: { q850: 17, by: 'far' } });
    stage.tell({ type: 'attempt.closed', attemptId });
    expect(stage.engine.statistics('c').state).toBe('stopped');
    stage.pass(60_000);
    expect([...stage.timers.keys()]).toEqual([]);
  });
});
