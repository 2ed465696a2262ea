import { describe, expect, it } from '@jest/globals';
import type { Flow, HangupCause } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

const human = (stage: Stage, attemptId: string): void => {
  stage.tell(
    { type: 'call.dialing', attemptId, trunk: 'carrier' },
    { type: 'call.ringing', attemptId },
    { type: 'call.answered', attemptId },
  );
};
const ended = (attemptId: string, by: HangupCause['by'] = 'far', q850 = 16) =>
  ({ type: 'call.ended', attemptId, cause: { q850, by } }) as const;

describe('progressive mode', () => {
  it('dials one reserved call per free agent, connects it, wraps up and writes the end', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1), lead(2));
    expect(stage.sent('journal.open')).toHaveLength(1);
    expect(stage.last('journal.open')).toMatchObject({
      mode: 'progressive',
      humanInitiated: false,
      agentId: 'a',
      voices: ['live'],
      phone: '+12125550001',
    });
    const [attemptId] = stage.openAll() as [string];
    expect(stage.last('telephony.dial')).toMatchObject({
      attemptId,
      callerNumber: '+12125550000',
      expiresAt: stage.now + 2_000,
    });
    human(stage, attemptId);
    expect(stage.last('telephony.connect')).toMatchObject({ attemptId, agentId: 'a' });
    stage.pass(100);
    stage.tell({ type: 'call.connected', attemptId, agentId: 'a' });
    stage.pass(40_000);
    stage.tell(ended(attemptId));
    stage.pass(5_000);
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'sale' });
    const { result } = stage.last('journal.close');
    expect(result).toMatchObject({
      outcome: 'conversation',
      disposition: 'sale',
      liveAnswer: true,
      abandoned: false,
      talkMs: 40_000,
      wrapUpMs: 5_000,
      closes: 'entry',
      lead: { status: 'closed' },
    });
    // The agent is free again at once, and the next lead is dialed without waiting for the journal.
    expect(stage.sent('journal.open')).toHaveLength(2);
    stage.tell({ type: 'attempt.closed', attemptId });
    expect(stage.engine.statistics('c')).toMatchObject({
      dials: 1,
      connected: 1,
      liveAnswers: 1,
      abandoned: 0,
      outcomes: { conversation: 1 },
    });
    expect(stage.faults).toEqual([]);
  });

  it('frees the agent and retries the lead by its outcome', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    stage.tell({ type: 'call.ringing', attemptId }, ended(attemptId, 'ring-timeout', 19));
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'no-answer',
      countsAsAttempt: true,
      lead: { status: 'open', nextDialableAt: stage.now + 3 * 3_600_000 },
    });
    expect(stage.engine.statistics('c').agents.ready).toBe(1);
  });

  it('books a trunk fault as no attempt on the lead', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    stage.tell(ended(attemptId, 'setup-timeout', 19));
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'congestion',
      countsAsAttempt: false,
      lead: { status: 'open' },
    });
  });

  it('rings an agent without a leg before it opens the attempt; without the leg the lead goes back', () => {
    const stage = new Stage({ persistentLegs: false });
    stage.start();
    stage.tell({ type: 'agent.login', agentId: 'a' }, { type: 'agent.ready', agentId: 'a' });
    stage.supply(lead(1));
    expect(stage.sent('telephony.ringAgent')).toHaveLength(1);
    expect(stage.sent('journal.open')).toHaveLength(0);
    stage.pass(31_000);
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'], why: 'agent-not-reached' });
    stage.tell({ type: 'agent.ready', agentId: 'a' });
    stage.supply(lead(2));
    stage.tell({ type: 'agent.leg-up', agentId: 'a' });
    expect(stage.last('journal.open').lead.leadId).toBe('l2');
  });

  it('calls a station that has begun anew where a lead waits for it, and not before it is needed', () => {
    const stage = new Stage({ persistentLegs: false });
    stage.start();
    stage.tell({ type: 'agent.login', agentId: 'a' }, { type: 'agent.call-station', agentId: 'a' });
    expect(stage.sent('telephony.ringAgent')).toEqual([]);
    expect(stage.last('telephony.hangUpAgent')).toMatchObject({ agentId: 'a' });
    stage.tell({ type: 'agent.ready', agentId: 'a' });
    stage.supply(lead(1));
    stage.tell({ type: 'agent.call-station', agentId: 'a' });
    expect(stage.last('telephony.ringAgent')).toMatchObject({ agentId: 'a', anew: true });
    stage.tell({ type: 'agent.leg-up', agentId: 'a' });
    expect(stage.last('journal.open').lead.leadId).toBe('l1');
  });
});

describe('preview mode', () => {
  const preview = (changes = {}): Stage => {
    const stage = new Stage({
      mode: 'preview',
      preview: { timeoutMs: 10_000, onTimeout: 'dial', skipDelayMs: 60_000 },
      ...changes,
    });
    stage.start(['a']);
    stage.supply(lead(1), lead(2));
    return stage;
  };

  it('shows the lead and dials on the agent’s click, as a human-initiated call', () => {
    const stage = preview();
    expect(stage.events.find((event) => event.type === 'preview.offered')).toMatchObject({
      agentId: 'a',
      phone: '+12125550001',
    });
    expect(stage.sent('journal.open')).toHaveLength(0);
    stage.tell({ type: 'agent.accept', agentId: 'a' });
    expect(stage.last('journal.open')).toMatchObject({ mode: 'preview', humanInitiated: true, agentId: 'a' });
  });

  it('dials by its timer as a call that no human started', () => {
    const stage = preview();
    stage.pass(10_000);
    expect(stage.last('journal.open')).toMatchObject({ mode: 'preview', humanInitiated: false });
  });

  it('gives a skipped lead back for a while and offers the next', () => {
    const stage = preview();
    stage.tell({ type: 'agent.skip', agentId: 'a' });
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'], notBefore: stage.now + 60_000 });
    expect(stage.events.filter((event) => event.type === 'preview.offered')).toHaveLength(2);
  });
});

describe('manual mode', () => {
  it('dials nothing by itself, and one call when an agent asks', () => {
    const stage = new Stage({ mode: 'manual' });
    stage.start(['a']);
    stage.pass(5_000);
    expect(stage.sent('leads.claim')).toHaveLength(0);
    stage.tell({ type: 'agent.manual-dial', agentId: 'a', leadId: 'l7' });
    expect(stage.last('leads.claim')).toMatchObject({ count: 1, leadId: 'l7' });
    stage.supply(lead(7));
    expect(stage.last('journal.open')).toMatchObject({ mode: 'manual', humanInitiated: true, agentId: 'a' });
  });

  it('says so where what was asked for cannot be dialed any more when the lead comes', () => {
    const stage = new Stage({ mode: 'manual' });
    stage.start(['a']);
    stage.tell({ type: 'agent.manual-dial', agentId: 'a', leadId: 'l7' });
    stage.tell({ type: 'telephony.down', reason: 'socket' });
    stage.supply(lead(7));
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l7'] });
    expect(stage.sent('journal.open')).toEqual([]);
    expect(stage.events.find((event) => event.type === 'order.rejected')).toMatchObject({
      order: 'agent.manual-dial',
      agentId: 'a',
      code: 'telephony-down',
    });
  });
});

describe('power mode', () => {
  const answersBooked = { campaignId: 'c', limits: [] };

  it('dials its calls per agent, connects the first answer and gives the second the message by the deadline', () => {
    const stage = new Stage({ mode: 'power', callsPerAgent: 2, ...answersBooked });
    stage.start(['a']);
    stage.supply(lead(1), lead(2));
    const [first, second] = stage.openAll() as [string, string];
    expect(stage.sent('telephony.dial')).toHaveLength(2);
    human(stage, first);
    stage.tell({ type: 'call.connected', attemptId: first, agentId: 'a' });
    const answeredAt = stage.now;
    human(stage, second);
    stage.pass(2_000);
    const message = stage.last('telephony.play');
    expect(message.attemptId).toBe(second);
    expect(message.at).toBeLessThanOrEqual(answeredAt + 2_000);
    stage.tell({ type: 'call.digit', attemptId: second, digit: '9' });
    // The opt-out is stored before the call is hung up.
    const order = stage.commands.map(({ port, method }) => `${port}.${method}`);
    expect(order.lastIndexOf('journal.learn')).toBeGreaterThan(-1);
    expect(order.lastIndexOf('journal.learn')).toBeLessThan(order.lastIndexOf('telephony.hangUp'));
    stage.tell(ended(second, 'us'));
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'abandoned',
      abandoned: true,
      liveAnswer: true,
      closes: 'number',
      learned: [{ kind: 'do-not-call' }],
      lead: { status: 'closed', why: 'opted-out' },
    });
    expect(stage.engine.statistics('c')).toMatchObject({ abandoned: 1, liveAnswers: 2 });
  });

  it('dials an abandoned lead again only after the ban', () => {
    const stage = new Stage({ mode: 'power', callsPerAgent: 2, ...answersBooked });
    stage.start(['a']);
    stage.supply(lead(1), lead(2));
    const [first, second] = stage.openAll() as [string, string];
    human(stage, first);
    human(stage, second);
    stage.pass(2_000);
    stage.tell(ended(second));
    expect(stage.last('journal.close').result.lead).toMatchObject({
      reason: 'abandoned',
      nextDialableAt: stage.now + 72 * 3_600_000,
    });
  });

  it('dials a callback only with an agent reserved', () => {
    const stage = new Stage({ mode: 'power', ...answersBooked });
    stage.start(['a']);
    stage.supply(lead(1, { reason: 'callback', callback: { at: 0, agentId: 'a' } }));
    expect(stage.last('journal.open')).toMatchObject({ mode: 'progressive', agentId: 'a' });
  });

  it('turns to reserved calls while the abandonment budget is spent', () => {
    const stage = new Stage({ mode: 'power', callsPerAgent: 3 });
    stage.start(['a']);
    stage.supply(lead(1), lead(2), lead(3));
    expect(stage.sent('journal.open').map(({ mode, agentId }) => [mode, agentId])).toEqual([
      ['progressive', 'a'],
    ]);
    expect(stage.events.find((event) => event.type === 'governor.turned')).toBeUndefined();
  });
});

describe('agentless mode', () => {
  const flow: Flow = {
    id: 'notice',
    start: 'hello',
    nodes: {
      hello: { kind: 'play', prompt: { media: ['sound:hello'], voice: 'prerecorded' }, next: 'ask' },
      ask: { kind: 'transfer', skills: [], onFailed: 'end' },
      end: { kind: 'hang-up' },
    },
  };

  it('clears recorded audio, plays the flow, and transfers to an agent', () => {
    const stage = new Stage({
      mode: 'agentless',
      agentlessFlow: flow,
      callsPerSecond: 10,
      lines: 5,
      limits: [],
    });
    stage.start(['a']);
    stage.supply(lead(1));
    expect(stage.sent('journal.open')[0]).toMatchObject({ mode: 'agentless', voices: ['prerecorded'] });
    const [attemptId] = stage.openAll() as [string];
    human(stage, attemptId);
    const { playId } = stage.last('telephony.play');
    stage.tell({ type: 'call.played', attemptId, playId, completed: true });
    expect(stage.last('telephony.connect')).toMatchObject({ attemptId, agentId: 'a' });
    stage.tell({ type: 'call.connected', attemptId, agentId: 'a' }, ended(attemptId));
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'sale' });
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'conversation',
      disposition: 'sale',
    });
  });

  it('goes on with the flow when no agent is free in time', () => {
    const stage = new Stage({ mode: 'agentless', agentlessFlow: flow, lines: 5, limits: [] });
    stage.start();
    stage.tell({ type: 'timer', timerId: 'tick' });
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    human(stage, attemptId);
    stage.tell({
      type: 'call.played',
      attemptId,
      playId: stage.last('telephony.play').playId,
      completed: true,
    });
    stage.pass(2_000);
    expect(stage.last('telephony.hangUp').attemptId).toBe(attemptId);
    stage.tell(ended(attemptId, 'us'));
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'message-delivered',
      abandoned: false,
    });
  });
});
