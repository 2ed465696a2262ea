/** A customer, an agent and a third party at a telephone number. */
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CONVERSATIONS, DEFAULT_OUTSIDE } from '../../../src/index.js';
import { NOTARY, named, outside } from './notary.js';
import { Talk } from './talk.js';

/** The owner consults the notary, who has answered. */
function consulted(talk: Talk): string {
  talk.order('a', 'agent.consult', { target: named });
  const third = talk.third();
  talk.answers(third);
  return third;
}

describe('a telephone number as third party', () => {
  it('is called beside the customer, who hears music, once the journal and the law allow it', () => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.consult', { target: named });
    expect(talk.places()).toEqual({ customer: 'music', a: 'side, ringing' });
    expect(talk.view().stage).toBe('reaching');
    const asked = talk.stage.last('journal.open');
    expect(asked).toMatchObject({
      phone: NOTARY.phone,
      mode: 'manual',
      humanInitiated: true,
      thirdParty: { customerId: talk.customer, isNamed: true },
    });
    expect(talk.stage.sent('telephony.dial')).toHaveLength(1);
    const third = talk.third();
    expect(talk.stage.last('telephony.dial')).toMatchObject({
      attemptId: third,
      phone: NOTARY.phone,
      callerNumber: asked.callerNumber,
      beside: talk.customer,
    });
    talk.answers(third);
    expect(talk.places()).toEqual({ customer: 'music', a: 'side', [third]: 'side' });
    expect(talk.view()).toEqual({ stage: 'consulting', owner: 'a', agents: { a: 'talking' } });
    expect(talk.entries('conversation.outside')).toMatchObject([
      { attemptId: talk.customer, thirdId: third, name: 'Notary', what: 'asked' },
      { what: 'answered' },
    ]);
    expect(JSON.stringify(talk.entries('conversation.outside'))).not.toContain(NOTARY.phone);
    expect(talk.stage.faults).toEqual([]);
  });

  it('is not dialed where another call took the last line since the order', () => {
    const talk = new Talk(['a'], { ...outside(), lines: 2 });
    talk.order('a', 'agent.consult', { target: named });
    talk.stage.tell({ type: 'campaign.configure', changes: { lines: 1 } });
    const dialed = talk.stage.sent('telephony.dial').length;
    const third = talk.third();
    expect(talk.stage.sent('telephony.dial')).toHaveLength(dialed);
    expect(talk.stage.last('journal.close')).toMatchObject({
      attemptId: third,
      result: { outcome: 'cancelled', countsAsAttempt: false },
    });
    talk.arranged();
    expect(talk.view()).toEqual({ stage: 'talking', owner: 'a', agents: { a: 'talking' } });
  });

  it('goes when the agent cancels, and the customer is back', () => {
    const talk = new Talk(['a'], outside());
    const third = consulted(talk);
    talk.order('a', 'agent.cancel');
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(third);
    talk.ends(third);
    expect(talk.view().stage).toBe('talking');
    expect(talk.stage.last('journal.close')).toMatchObject({
      attemptId: third,
      result: { outcome: 'conversation', countsAsAttempt: false, keepsLead: true, liveAnswer: false },
    });
  });

  it('talks with both in a conference, and keeps the customer when the agent leaves', () => {
    const talk = new Talk(['a'], outside());
    const third = consulted(talk);
    talk.order('a', 'agent.conference');
    expect(talk.places()).toEqual({ customer: 'main', a: 'main', [third]: 'main' });
    talk.stage.pass(4_000);
    talk.order('a', 'agent.leave');
    expect(talk.places()).toEqual({ customer: 'main', [third]: 'main' });
    expect(talk.view()).toEqual({ stage: 'outside', owner: null, agents: { a: 'wrap-up' } });
    expect(talk.events('conversation.given-outside')).toMatchObject([
      { fromAgentId: 'a', thirdId: third, name: 'Notary', how: 'leave' },
    ]);
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ outside: 1 });
    talk.order('a', 'agent.dispose', { code: 'sale' });
    talk.ends(third);
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(talk.customer);
    talk.ends(talk.customer);
    expect(talk.stage.last('journal.close')).toMatchObject({
      attemptId: talk.customer,
      result: { disposition: 'sale', agentId: 'a', outcome: 'conversation' },
    });
    expect(talk.stage.faults).toEqual([]);
  });

  it('has the customer after an attended transfer, for no longer than the limit', () => {
    const talk = new Talk(['a'], outside());
    const third = consulted(talk);
    talk.order('a', 'agent.complete');
    expect(talk.view().stage).toBe('outside');
    talk.stage.pass(599_000);
    expect(talk.stage.sent('telephony.hangUp')).toEqual([]);
    talk.stage.pass(1_500);
    expect(talk.stage.sent('telephony.hangUp').map(({ attemptId }) => attemptId)).toEqual([
      third,
      talk.customer,
    ]);
  });

  it('is hung up with the customer', () => {
    const talk = new Talk(['a'], outside());
    const third = consulted(talk);
    talk.order('a', 'agent.complete');
    talk.ends(talk.customer);
    expect(talk.stage.sent('telephony.hangUp')).toMatchObject([{ attemptId: third }]);
    talk.ends(third);
    talk.order('a', 'agent.dispose', { code: 'sale' });
    expect(
      talk.stage
        .sent('journal.close')
        .map(({ attemptId }) => attemptId)
        .sort(),
    ).toEqual([talk.customer, third].sort());
  });

  it('that hangs up leaves agent and customer together, or the customer with the agent', () => {
    const talk = new Talk(['a'], outside());
    talk.ends(consulted(talk));
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.view().stage).toBe('talking');
    const again = consulted(talk);
    talk.order('a', 'agent.conference');
    talk.ends(again);
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.view().stage).toBe('talking');
    expect(talk.stage.faults).toEqual([]);
  });
});

describe('a call that a supervisor hangs up', () => {
  const hangUp = (talk: Talk, attemptId: string): void =>
    talk.stage.tell({ type: 'campaign.hang-up', attemptId, reason: 'complaint' });

  it('ends a talk without an agent on both sides, and is on record', () => {
    const talk = new Talk(['a'], outside());
    const third = consulted(talk);
    talk.order('a', 'agent.complete');
    hangUp(talk, talk.customer);
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(talk.customer);
    talk.ends(talk.customer);
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(third);
    expect(talk.entries('campaign.hang-up')).toEqual([
      { attemptId: talk.customer, stage: 'outside', reason: 'complaint' },
    ]);
    expect(talk.stage.faults).toEqual([]);
  });

  it('ends a third party alone: agent and customer are together again', () => {
    const talk = new Talk(['a'], outside());
    const third = consulted(talk);
    hangUp(talk, third);
    talk.ends(third);
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'a' });
  });

  it.each(['talking', 'held', 'parked', 'seeking'])('ends a conversation that is %s', (stage) => {
    const talk = new Talk(['a'], outside());
    if (stage === 'held') talk.order('a', 'agent.hold');
    if (stage === 'parked') talk.order('a', 'agent.park');
    if (stage === 'seeking') talk.order('a', 'agent.transfer', { target: { kind: 'queue' } });
    expect(talk.view().stage).toBe(stage);
    hangUp(talk, talk.customer);
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(talk.customer);
    talk.ends(talk.customer);
    expect(talk.events('order.rejected')).toEqual([]);
    hangUp(talk, talk.customer);
    expect(talk.events('order.rejected')).toMatchObject([{ code: 'no-call' }]);
    expect(talk.stage.faults).toEqual([]);
  });

  it('is rejected for a call that is not dialed yet, or that nobody knows', () => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.consult', { target: named });
    hangUp(talk, talk.stage.last('journal.open').attemptId);
    hangUp(talk, 'c-9-9');
    expect(talk.events('order.rejected').map(({ code, reason }) => [code, reason])).toEqual([
      ['no-call', 'the call is not dialed yet'],
      ['no-call', 'there is no such call'],
    ]);
    expect(talk.stage.sent('telephony.hangUp')).toEqual([]);
  });
});

describe('a telephone number that is not reached', () => {
  it.each([
    [17, 'the number is busy'],
    [21, 'the call was declined'],
    [1, 'the number is not in service'],
    [34, 'the call to the number did not get through'],
  ])('cause %i brings agent and customer back together: %s', (q850, reason) => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.consult', { target: named });
    talk.ends(talk.third(), q850);
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.view().stage).toBe('talking');
    expect(talk.events('conversation.order-failed')).toMatchObject([
      { order: 'agent.consult', agentId: 'a', reason },
    ]);
    expect(talk.events('conversation.nobody-came')).toMatchObject([{ ending: 'back', reason }]);
  });

  it('does not ring longer than its grace', () => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.consult', { target: named });
    const third = talk.third();
    talk.stage.pass(DEFAULT_OUTSIDE.graceMs + 1);
    talk.arranged();
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(third);
    expect(talk.view().stage).toBe('talking');
    expect(talk.events('conversation.order-failed')).toMatchObject([
      { reason: 'nobody answered at the number in time' },
    ]);
  });

  it('is never dialed where the law refuses it, and the agent is told why', () => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.consult', { target: named });
    const { attemptId } = talk.stage.last('journal.open');
    const refusal = { rule: 'store.do-not-call', citation: '', message: 'asked not to be called' };
    const refusals = [{ ...refusal, scope: 'lead' as const, nextAllowedAt: null }];
    talk.stage.tell({ type: 'attempt.refused', attemptId, refusals, nextAllowedAt: null });
    talk.arranged();
    expect(talk.stage.sent('telephony.dial')).toHaveLength(1);
    expect(talk.view().stage).toBe('talking');
    expect(talk.events('conversation.order-failed')).toMatchObject([{ reason: refusal.message }]);
    expect(talk.entries('conversation.outside')).toMatchObject([
      { what: 'asked' },
      { what: 'failed', reason: refusal.rule },
    ]);
  });

  it('is not dialed once the agent has cancelled', () => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.consult', { target: named });
    talk.order('a', 'agent.cancel');
    const third = talk.third();
    expect(talk.stage.sent('telephony.dial')).toHaveLength(1);
    expect(talk.stage.last('journal.close')).toMatchObject({
      attemptId: third,
      result: { outcome: 'cancelled' },
    });
    expect(talk.view().stage).toBe('talking');
    expect(talk.stage.faults).toEqual([]);
  });

  it.each([
    [{ kind: 'named', name: 'Nobody' }, 'the directory has no such name'],
    [{ kind: 'number', phone: '+12125550111' }, 'only numbers of the directory may be called'],
  ])('is rejected before the customer hears music: %j', (target, reason) => {
    const talk = new Talk(['a'], outside());
    for (const type of ['agent.consult', 'agent.transfer']) talk.order('a', type, { target });
    expect(talk.events('order.rejected')).toMatchObject([
      { code: 'number-not-permitted', reason },
      { code: 'number-not-permitted', reason },
    ]);
    expect(talk.view().stage).toBe('talking');
  });

  it('is rejected by the interlocks: emergency, premium, short, foreign', () => {
    const talk = new Talk(['a'], outside({ outside: { ...DEFAULT_OUTSIDE, typed: true } }));
    for (const phone of ['911', '+19005551234', '+12129761234', '+1411', '+447700900123', 'abc'])
      talk.order('a', 'agent.consult', { target: { kind: 'number', phone } });
    expect(talk.events('order.rejected').map(({ code }) => code)).toEqual([
      ...Array<string>(6).fill('number-not-permitted'),
    ]);
  });
});

describe('a blind transfer to a telephone number', () => {
  it('leaves the customer with who answers there', () => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.transfer', { target: named });
    expect(talk.places()).toEqual({ customer: 'music' });
    expect(talk.view()).toMatchObject({ stage: 'seeking', owner: null, agents: { a: 'wrap-up' } });
    const third = talk.third();
    talk.answers(third);
    expect(talk.places()).toEqual({ customer: 'main', [third]: 'main' });
    expect(talk.view().stage).toBe('outside');
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ asked: 1, outside: 1 });
  });

  it('comes back to the agent when the number is busy, else the abandonment flow starts; both count', () => {
    const talk = new Talk(['a'], outside());
    talk.order('a', 'agent.transfer', { target: named });
    talk.ends(talk.third(), 17);
    talk.stage.pass(1);
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'a' });
    expect(talk.events('conversation.nobody-came')).toMatchObject([
      { why: 'transfer', ending: 'returned', reason: 'the number is busy' },
    ]);

    talk.order('a', 'agent.transfer', { target: named });
    const third = talk.third();
    talk.stage.tell({ type: 'agent.logout', agentId: 'a' }, { type: 'agent.ready', agentId: 'a' });
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'gone' });
    talk.stage.pass(DEFAULT_OUTSIDE.graceMs);
    expect(talk.view().stage).toBe('in-flow');
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(third);
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({
      asked: 2,
      returned: 1,
      unserved: 1,
    });
    expect(talk.stage.faults).toEqual([]);
  });
});

describe('the recording of a conversation with a telephone number', () => {
  const recorded = (duty: 'none' | 'announcement'): Talk => {
    const recording = { ...DEFAULT_CONVERSATIONS.recording, rule: 'always' as const, announced: true };
    const talk = new Talk(['a'], outside({ recording: { ...recording, duty } }));
    const { recordingId } = talk.stage.last('telephony.setRecording');
    talk.stage.tell({ type: 'recording.changed', attemptId: talk.customer, recordingId, state: 'on' });
    return talk;
  };
  const states = (talk: Talk): readonly string[] =>
    talk.stage.sent('telephony.setRecording').map(({ state }) => state);
  const confirm = (talk: Talk, state: 'on' | 'paused'): void => {
    const { recordingId } = talk.stage.last('telephony.setRecording');
    talk.stage.tell({ type: 'recording.changed', attemptId: talk.customer, recordingId, state });
  };

  it('pauses while the number takes part, and goes on without it', () => {
    const talk = recorded('announcement');
    consulted(talk);
    expect(states(talk)).toEqual(['on', 'paused']);
    confirm(talk, 'paused');
    talk.order('a', 'agent.record', { state: 'on' });
    expect(talk.events('order.rejected')).toMatchObject([{ code: 'recording-not-permitted' }]);
    talk.order('a', 'agent.cancel');
    expect(states(talk)).toEqual(['on', 'paused', 'on']);
  });

  it('goes on where the third party has been told, or the law asks for nothing', () => {
    const talk = recorded('announcement');
    consulted(talk);
    confirm(talk, 'paused');
    talk.order('a', 'agent.record', { state: 'on', ground: 'announced' });
    expect(states(talk)).toEqual(['on', 'paused', 'on']);
    const free = recorded('none');
    consulted(free);
    expect(states(free)).toEqual(['on']);
  });

  it('ends when no agent takes part any more', () => {
    const talk = recorded('none');
    consulted(talk);
    talk.order('a', 'agent.complete');
    expect(states(talk)).toEqual(['on', 'off']);
  });
});

describe('a telephone number when a leg is lost', () => {
  const lose = (talk: Talk): void => {
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'network', how: 'lost' });
    talk.arranged();
  };

  it('is hung up in a consultation: the customer gets the next agent', () => {
    const talk = new Talk(['a', 'b'], outside());
    const third = consulted(talk);
    lose(talk);
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(third);
    talk.stage.pass(DEFAULT_CONVERSATIONS.ownerFirstMs + 1_500);
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'b' });
  });

  it('keeps the customer in a conference', () => {
    const talk = new Talk(['a'], outside());
    const third = consulted(talk);
    talk.order('a', 'agent.conference');
    lose(talk);
    expect(talk.view()).toMatchObject({ stage: 'outside', owner: null });
    expect(talk.places()).toEqual({ customer: 'main', [third]: 'main' });
    expect(talk.stage.faults).toEqual([]);
  });
});
