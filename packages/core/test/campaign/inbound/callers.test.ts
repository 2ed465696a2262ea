import { describe, expect, test } from '@jest/globals';
import { lead, Stage } from '../stage.js';
import { Callers, INBOUND, OUR_NUMBER } from './callers.js';

const MINUTE = 60_000;

describe('a call that comes in', () => {
  test('is written to the journal before it is answered, and taken by an agent who is free', () => {
    const floor = new Callers();
    floor.stage.seat('a');
    const caller = floor.arrive();

    expect(floor.stage.last('journal.openInbound')).toMatchObject({
      attemptId: caller,
      callerNumber: '+12125550007',
      calledNumber: OUR_NUMBER,
    });
    expect(floor.stage.sent('telephony.admitInbound')).toHaveLength(0);

    floor.open(caller, lead(7));
    expect(floor.stage.last('telephony.admitInbound')).toMatchObject({
      inboundId: 'in-1',
      attemptId: caller,
    });

    floor.stage.tell({ type: 'call.answered', attemptId: caller });
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: caller, agentId: 'a' });

    floor.stage.tell({ type: 'call.connected', attemptId: caller, agentId: 'a' });
    expect(floor.at(caller)).toBe('connected');
    expect(floor.counts).toMatchObject({ arrived: 1, served: 1, servedInTime: 1, serviceLevel: 1 });
  });

  test('is closed with the disposition, as no attempt, no live answer and no dial', () => {
    const floor = new Callers();
    floor.stage.seat('a');
    const caller = floor.call(lead(7));
    floor.stage.tell({ type: 'call.connected', attemptId: caller, agentId: 'a' });
    floor.stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'do-not-call' });
    floor.stage.tell({ type: 'call.ended', attemptId: caller, cause: { q850: 16, by: 'us' } });

    const { result } = floor.stage.last('journal.close');
    expect(result).toMatchObject({
      outcome: 'conversation',
      disposition: 'do-not-call',
      liveAnswer: false,
      abandoned: false,
      countsAsAttempt: false,
      closes: 'person',
      callerEnding: 'served',
    });
    expect(result.learned).toEqual([expect.objectContaining({ kind: 'do-not-call-person' })]);
    expect(result.lead.status).toBe('closed');
    expect(result.keepsLead).toBeUndefined();
    const { liveAnswers, dials, connected, outcomes } = floor.stage.engine.statistics('c');
    expect({ liveAnswers, dials, connected, outcomes }).toEqual({
      liveAnswers: 0,
      dials: 0,
      connected: 0,
      outcomes: {},
    });
  });

  test('of a number that no list knows is a conversation without a lead', () => {
    const floor = new Callers();
    floor.stage.seat('a');
    const caller = floor.call(null);
    floor.stage.tell({ type: 'call.connected', attemptId: caller, agentId: 'a' });

    const view = floor.stage.engine.calls('c')[0];
    expect(view).toMatchObject({ mode: 'inbound', phone: '+12125550007' });
    expect(view?.lead).toMatchObject({ leadId: '', personId: 'p-unknown' });
  });

  test.each([
    ['is refused as unassigned where no campaign has its number', '+12125559999', 'unassigned'],
    ['is refused as busy where as many wait as may', OUR_NUMBER, 'busy'],
  ])('%s', (_title, calledNumber, refusal) => {
    const floor = new Callers({ mostWaiting: 0 });
    floor.stage.tell({ type: 'inbound.arrived', inboundId: 'x', callerNumber: null, calledNumber });
    expect(floor.stage.last('telephony.refuseInbound')).toMatchObject({ inboundId: 'x', refusal });
    expect(floor.stage.sent('journal.openInbound')).toHaveLength(0);
  });

  test('is taken by the campaign that runs, where two have its number', () => {
    const stage = new Stage({ inbound: INBOUND }, [{ campaignId: 'd', inbound: INBOUND }]);
    stage.tell({ type: 'telephony.up' });
    stage.tell({ type: 'campaign.start', campaignId: 'd' });
    stage.tell({ type: 'campaign.recovered', campaignId: 'd', epoch: 1, open: [], counters: [] });
    const call = { type: 'inbound.arrived', callerNumber: null, calledNumber: OUR_NUMBER } as const;
    stage.tell({ ...call, inboundId: 'x' });
    expect(stage.last('journal.openInbound')).toMatchObject({ campaignId: 'd' });
    stage.start([]);
    stage.tell({ ...call, inboundId: 'y' });
    expect(stage.last('journal.openInbound')).toMatchObject({ campaignId: 'c' });
  });

  test('is refused, and its entry closed, where the journal fails', () => {
    const floor = new Callers();
    const caller = floor.arrive();
    floor.stage.tell({ type: 'attempt.open-failed', attemptId: caller, error: 'disk' });
    expect(floor.stage.last('telephony.refuseInbound')).toMatchObject({ inboundId: 'in-1', refusal: 'busy' });
    expect(floor.stage.last('journal.close').result).toMatchObject({ callerEnding: 'lost', keepsLead: true });
  });

  test('whose caller gives up before it is answered is closed, and not answered', () => {
    const floor = new Callers();
    const caller = floor.arrive();
    floor.stage.tell({ type: 'inbound.ended', inboundId: 'in-1' });
    floor.open(caller, lead(7));
    expect(floor.stage.sent('telephony.admitInbound')).toHaveLength(0);
    expect(floor.stage.last('journal.close').result).toMatchObject({ outcome: 'reneged', keepsLead: true });
  });
});

describe('callers who wait', () => {
  test('are served the longest wait first, before anybody is dialed', () => {
    const floor = new Callers();
    const first = floor.call(lead(1), '+12125550001');
    floor.stage.pass(1_000);
    const second = floor.call(lead(2), '+12125550002');
    floor.stage.seat('a');
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: first, agentId: 'a' });
    expect(floor.stage.sent('leads.claim')).toHaveLength(0);
    floor.stage.seat('b');
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: second, agentId: 'b' });
  });

  test('are ranked by when they came in, also where the engine learns of it late', () => {
    const floor = new Callers();
    const cameInAt = floor.stage.now;
    floor.stage.pass(1_000);
    const second = floor.call(lead(2), '+12125550002');
    const arrived = { type: 'inbound.arrived', inboundId: 'late', callerNumber: '+12125550001' } as const;
    floor.stage.pass(5_000);
    floor.stage.engine.dispatch({ ...arrived, calledNumber: OUR_NUMBER, at: cameInAt });
    const first = floor.stage.last('journal.openInbound').attemptId;
    floor.open(first, lead(1));
    floor.stage.tell({ type: 'call.answered', attemptId: first });
    floor.stage.seat('a');
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: first });
    floor.stage.seat('b');
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: second });
  });

  test('are told their place, hear music again after it, and are asked about a callback', () => {
    const floor = new Callers();
    const first = floor.call(lead(1), '+12125550001');
    const second = floor.call(null, '+12125550002');
    floor.stage.pass(30_000);

    const plays = floor.stage.sent('telephony.play');
    expect(plays).toEqual([
      expect.objectContaining({ attemptId: first, media: ['sound:queue-youarenext', 'sound:press-1'] }),
      expect.objectContaining({
        attemptId: second,
        media: ['sound:queue-thereare', 'sound:digits/2', 'sound:queue-callswaiting'],
      }),
    ]);
    const playId = plays[0]?.playId ?? '';
    floor.stage.tell({ type: 'call.played', attemptId: first, playId, completed: true });
    expect(floor.stage.last('telephony.arrange')).toMatchObject({
      attemptId: first,
      revision: 1_000_001,
      parties: [{ party: { kind: 'call', attemptId: first }, place: 'music' }],
    });
  });

  test('hear a message after too long a wait', () => {
    const floor = new Callers({ announcements: null });
    const caller = floor.call(lead(1));
    floor.stage.pass(299_000);
    expect(floor.at(caller)).toBe('queued');
    floor.stage.pass(1_000);
    expect(floor.stage.last('telephony.play').media).toEqual(['sound:overflow']);
    floor.stage.tell({ type: 'call.ended', attemptId: caller, cause: { q850: 16, by: 'far' } });
    expect(floor.stage.last('journal.close').result).toMatchObject({
      callerEnding: 'overflow',
      keepsLead: true,
    });
    expect(floor.counts).toMatchObject({ overflow: 1, serviceLevel: 0 });
  });

  test('who hang up leave their lead as it was', () => {
    const floor = new Callers();
    const caller = floor.call(lead(1));
    floor.stage.pass(5_000);
    floor.stage.tell({ type: 'call.ended', attemptId: caller, cause: { q850: 16, by: 'far' } });
    expect(floor.stage.last('journal.close').result).toMatchObject({
      outcome: 'reneged',
      callerEnding: 'left',
      keepsLead: true,
      countsAsAttempt: false,
    });
  });

  test('go on waiting at their place when the agent’s leg does not take them', () => {
    const floor = new Callers();
    const caller = floor.call(lead(1));
    floor.stage.seat('a');
    floor.stage.tell({ type: 'call.connect-failed', attemptId: caller, agentId: 'a', reason: 'no leg' });
    expect(floor.at(caller)).toBe('queued');
    expect(floor.stage.engine.agents('c')[0]).toMatchObject({ state: 'paused', attemptId: null });
    // Nobody else is sent before the caller is back at the music.
    floor.stage.seat('b');
    expect(floor.at(caller)).toBe('queued');
    const { revision } = floor.stage.last('telephony.arrange');
    floor.stage.tell({ type: 'conversation.arranged', attemptId: caller, revision });
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: caller, agentId: 'b' });
  });

  test('get an agent whose leg has to be rung first', () => {
    const floor = new Callers({}, { persistentLegs: false });
    floor.stage.tell({ type: 'agent.login', agentId: 'a' }, { type: 'agent.ready', agentId: 'a' });
    const caller = floor.call(lead(1));
    expect(floor.stage.last('telephony.ringAgent')).toMatchObject({ agentId: 'a' });
    expect(floor.stage.sent('telephony.connect')).toHaveLength(0);
    floor.stage.tell({ type: 'agent.leg-up', agentId: 'a' });
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: caller, agentId: 'a' });
  });

  test('are ahead of predictive dialing', () => {
    // Without limits, abandonment holds nothing back.
    const floor = new Callers({ skills: ['es'] }, { mode: 'power', callsPerAgent: 3, limits: [] });
    floor.stage.tell({ type: 'agent.login', agentId: 'es', skills: ['es'] });
    const caller = floor.call(lead(9), '+12125550009');
    floor.stage.seat('a');
    floor.stage.supply(lead(1), lead(2), lead(3));
    // The agent who cannot take the caller is dialed for, one call at a time.
    expect(floor.stage.sent('journal.open')).toEqual([expect.objectContaining({ agentId: 'a' })]);
    floor.stage.tell({ type: 'call.ended', attemptId: caller, cause: { q850: 16, by: 'far' } });
    floor.stage.seat('b');
    const ahead = floor.stage.sent('journal.open').slice(1);
    expect(ahead).not.toEqual([]);
    expect(ahead.filter(({ agentId }) => agentId !== undefined)).toEqual([]);
  });
});

test('a caller whose connection telephony does not report is put back to the music, and waits on', () => {
  const floor = new Callers();
  floor.stage.seat('a');
  const caller = floor.call(lead(1));
  floor.stage.pass(5_000);
  expect(floor.at(caller)).toBe('queued');
  expect(floor.stage.last('telephony.arrange')).toMatchObject({
    attemptId: caller,
    parties: [{ party: { kind: 'call', attemptId: caller }, place: 'music' }],
  });
  expect(floor.stage.engine.agents('c')[0]).toMatchObject({ state: 'paused', attemptId: null });
});

test('a caller whose agent is lost, and whom nobody takes, hears the message for callers', () => {
  const floor = new Callers();
  floor.stage.seat('a');
  const caller = floor.call(lead(1));
  floor.stage.tell({ type: 'call.connected', attemptId: caller, agentId: 'a' });
  floor.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'network', how: 'lost' });
  floor.stage.pass(20_000);
  expect(floor.stage.last('telephony.play').media).toEqual(['sound:overflow']);
  expect(floor.counts).toMatchObject({ served: 1, overflow: 0 });
});

describe('a callback from the queue', () => {
  function asked(): { readonly floor: Callers; readonly caller: string } {
    const floor = new Callers();
    const caller = floor.call(lead(1), '+12125550001');
    floor.stage.pass(10_000);
    floor.stage.tell({ type: 'call.digit', attemptId: caller, digit: '1' });
    floor.stage.tell({ type: 'call.ended', attemptId: caller, cause: { q850: 16, by: 'far' } });
    floor.closed(caller);
    return { floor, caller };
  }

  test('is promised by a message, and the lead becomes a callback', () => {
    const { floor, caller } = asked();
    expect(floor.stage.last('telephony.play').media).toEqual(['sound:we-call-back']);
    const { result } = floor.stage.last('journal.close');
    expect(result).toMatchObject({ callerEnding: 'callback', lead: { status: 'open', reason: 'callback' } });
    expect(floor.stage.last('leads.claim')).toMatchObject({ leadId: 'l1' });
    expect(floor.counts).toMatchObject({ callback: 1, places: 1 });
    expect(floor.at(caller)).toBeUndefined();
  });

  test('keeps its place: it is dialed before callers who came later, with the law asked', () => {
    const { floor } = asked();
    const { requestId } = floor.stage.last('leads.claim');
    const callback = { at: floor.stage.now };
    floor.stage.tell({
      type: 'leads.claimed',
      requestId,
      leads: [lead(1, { reason: 'callback', callback })],
    });
    const later = floor.call(lead(2), '+12125550002');
    floor.stage.seat('a');
    expect(floor.stage.last('journal.open')).toMatchObject({ lead: { leadId: 'l1' }, agentId: 'a' });
    expect(floor.at(later)).toBe('queued');
    expect(floor.counts.places).toBe(0);
  });

  test('is not offered to a caller whom no list knows', () => {
    const floor = new Callers();
    const caller = floor.call(null);
    floor.stage.tell({ type: 'call.digit', attemptId: caller, digit: '1' });
    expect(floor.at(caller)).toBe('queued');
  });
});

describe('hours and blending', () => {
  const hours = {
    timeZone: 'America/New_York',
    open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], fromMinute: 9 * 60, toMinute: 17 * 60 }],
  } as const;

  test.each([
    ['2025-06-16T13:30:00Z', 'queued'],
    ['2025-06-16T12:59:00Z', 'in-flow'],
    ['2025-06-16T21:00:00Z', 'in-flow'],
    ['2025-06-15T16:00:00Z', 'in-flow'],
  ])('at %s a caller is %s', (instant, stage) => {
    const floor = new Callers({ hours });
    floor.stage.now = Date.parse(instant);
    const caller = floor.call(lead(1));
    expect(floor.at(caller)).toBe(stage);
  });

  test('outside the hours a caller hears the message, and is not part of the service level', () => {
    const floor = new Callers({ hours });
    floor.stage.now = Date.parse('2025-06-15T16:00:00Z');
    const caller = floor.call(lead(1));
    expect(floor.stage.last('telephony.play').media).toEqual(['sound:closed']);
    floor.stage.tell({ type: 'call.ended', attemptId: caller, cause: { q850: 16, by: 'far' } });
    expect(floor.counts).toMatchObject({ closed: 1, serviceLevel: null });
  });

  test('an agent for callers is not dialed for, and one for dialed calls takes no caller', () => {
    const floor = new Callers();
    const login = (agentId: string, work: 'inbound' | 'outbound'): void =>
      floor.stage.tell(
        { type: 'agent.login', agentId, work },
        { type: 'agent.leg-up', agentId },
        { type: 'agent.ready', agentId },
      );
    login('in', 'inbound');
    expect(floor.stage.sent('leads.claim')).toHaveLength(0);
    login('out', 'outbound');
    expect(floor.stage.sent('leads.claim')).toHaveLength(1);

    const first = floor.call(lead(1), '+12125550001');
    expect(floor.stage.last('telephony.connect')).toMatchObject({ attemptId: first, agentId: 'in' });
    const second = floor.call(lead(2), '+12125550002');
    floor.stage.pass(2 * MINUTE);
    expect(floor.at(second)).toBe('queued');
  });
});

describe('after a restart', () => {
  test.each([
    ['answered', 'queued'],
    ['gone', 'closing'],
  ] as const)('a caller whose call is %s is %s', (fate, stage) => {
    const floor = new Callers();
    const attemptId = 'c-1-9';
    floor.stage.tell({ type: 'campaign.halt', reason: 'test' }, { type: 'campaign.start' });
    const open = [
      {
        attemptId,
        lead: lead(1),
        phone: '+12125550001',
        mode: 'inbound',
        openedAt: floor.stage.now,
        marks: {},
      },
    ] as const;
    floor.stage.tell({ type: 'campaign.recovered', epoch: 2, open, counters: [] });
    floor.stage.tell({ type: 'call.reconciled', attemptId, fate });
    expect(floor.at(attemptId)).toBe(stage);
    expect(floor.stage.sent('journal.mark')).toHaveLength(0);
  });

  test('a caller whose agent is gone waits again, and may hang up there', () => {
    const floor = new Callers();
    floor.stage.tell({ type: 'campaign.halt', reason: 'test' }, { type: 'campaign.start' });
    const openedAt = floor.stage.now;
    const caller = { attemptId: 'c-1-9', lead: lead(1), phone: '+12125550001', mode: 'inbound' } as const;
    const open = [{ ...caller, openedAt, agentId: 'a', marks: { connectedAt: openedAt } }];
    floor.stage.tell({ type: 'campaign.recovered', epoch: 2, open, counters: [] });
    floor.stage.tell({ type: 'call.reconciled', attemptId: 'c-1-9', fate: 'answered' });
    expect(floor.at('c-1-9')).toBe('queued');
    floor.stage.tell({ type: 'call.ended', attemptId: 'c-1-9', cause: { q850: 16, by: 'far' } });
    expect(floor.stage.last('journal.close')).toMatchObject({
      attemptId: 'c-1-9',
      result: { abandoned: false },
    });
    expect(floor.stage.faults).toEqual([]);
  });
});
