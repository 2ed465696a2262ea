import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CONVERSATIONS } from '../../../src/index.js';
import { Talk } from './talk.js';

describe('hold', () => {
  it('gives the customer music and the owner a room of their own, timed and journaled', () => {
    const talk = new Talk(['a']);
    talk.order('a', 'agent.hold');
    expect(talk.places()).toEqual({ customer: 'music', a: 'side' });
    expect(talk.view()).toEqual({ stage: 'held', owner: 'a', agents: { a: 'talking' } });
    talk.stage.pass(12_000);
    talk.order('a', 'agent.resume');
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.view().stage).toBe('talking');
    expect(talk.entries('conversation.moved')).toMatchObject([
      { from: 'talking', to: 'held', by: 'conversation.arranged', ownerId: 'a', spentMs: 0 },
      { from: 'held', to: 'talking', spentMs: 12_000 },
    ]);
    talk.stage.pass(3_000);
    talk.order('a', 'agent.hang-up');
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'us' } });
    expect(talk.entries('conversation.part')).toEqual([
      { attemptId: talk.customer, agentId: 'a', ownedMs: 15_000, heldMs: 12_000 },
    ]);
    expect(talk.stage.faults).toEqual([]);
  });

  it('is as it was when telephony refuses it or does not answer', () => {
    const talk = new Talk(['a']);
    talk.stage.tell({ type: 'agent.hold', agentId: 'a' });
    talk.refused();
    expect(talk.view().stage).toBe('talking');
    expect(talk.events('conversation.order-failed')).toMatchObject([{ order: 'agent.hold', agentId: 'a' }]);

    talk.stage.tell({ type: 'agent.hold', agentId: 'a' });
    const { revision } = talk.stage.last('telephony.arrange');
    talk.stage.pass(6_500);
    const asked = talk.stage.sent('telephony.arrange').filter((order) => order.revision === revision);
    expect(asked).toHaveLength(3);
    // What was given up may have been carried out: everyone is put where the campaign has them.
    expect(talk.stage.last('telephony.arrange').revision).toBe(revision + 1);
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.view().stage).toBe('talking');
    talk.stage.tell({ type: 'conversation.arranged', attemptId: talk.customer, revision });
    expect(talk.view().stage).toBe('talking');
  });

  it('is not taken for carried out, or failed, by a fact about the connection that comes twice', () => {
    const talk = new Talk(['a']);
    const attemptId = talk.customer;
    talk.stage.tell({ type: 'agent.hold', agentId: 'a' });
    talk.stage.tell({ type: 'call.connected', attemptId, agentId: 'a' });
    expect(talk.view().stage).toBe('talking');
    talk.stage.tell({ type: 'call.connect-failed', attemptId, agentId: 'a', reason: 'late' });
    talk.arranged();
    expect(talk.view().stage).toBe('held');
  });

  it('is rejected for who has no conversation, in another stage, and while an order is carried out', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.hold', agentId: 'b' }, { type: 'agent.resume', agentId: 'a' });
    talk.stage.tell({ type: 'agent.hold', agentId: 'a' }, { type: 'agent.mute', agentId: 'a' });
    expect(talk.events('order.rejected').map(({ code }) => code)).toEqual([
      'no-call',
      'conversation-stage',
      'conversation-busy',
    ]);
  });
});

describe('mute and digits', () => {
  it('mutes the owner alone, and journals it', () => {
    const talk = new Talk(['a']);
    talk.order('a', 'agent.mute');
    expect(talk.places()).toEqual({ customer: 'main', a: 'main, muted' });
    talk.order('a', 'agent.unmute');
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.events('conversation.muted').map(({ muted }) => muted)).toEqual([true, false]);
    expect(talk.entries('conversation.muted')).toHaveLength(2);
  });

  it('sends keys once, and keeps how many, never which', () => {
    const talk = new Talk(['a']);
    talk.order('a', 'agent.digits', { digits: '4111#' });
    const { digits, digitsId } = talk.stage.last('telephony.sendDigits');
    expect(digits).toBe('4111#');
    talk.stage.tell({ type: 'call.digits-sent', attemptId: talk.customer, digitsId });
    expect(talk.entries('conversation.digits')).toEqual([
      { attemptId: talk.customer, agentId: 'a', count: 5 },
    ]);
    expect(JSON.stringify(talk.stage.events)).not.toContain('4111');
    for (const bad of ['', '12a', '1'.repeat(33)]) talk.order('a', 'agent.digits', { digits: bad });
    expect(talk.stage.sent('telephony.sendDigits')).toHaveLength(1);
    expect(talk.events('order.rejected').map(({ code }) => code)).toEqual(Array(3).fill('bad-digits'));
  });
});

describe('a consultation', () => {
  it('reserves the agent, then the owner completes, cancels or makes it a conference', () => {
    const talk = new Talk(['a', 'b', 'd']);
    const target = { kind: 'agent', agentId: 'b' };
    talk.stage.tell({ type: 'agent.consult', agentId: 'a', target: { kind: 'agent', agentId: 'b' } });
    expect(talk.view()).toMatchObject({ stage: 'talking', agents: { a: 'talking', b: 'reserved' } });
    talk.arranged();
    expect(talk.places()).toEqual({ customer: 'music', a: 'side', b: 'side' });
    expect(talk.view()).toMatchObject({ stage: 'consulting', owner: 'a', agents: { b: 'talking' } });
    talk.order('a', 'agent.cancel');
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
    expect(talk.view()).toMatchObject({ stage: 'talking', agents: { a: 'talking', b: 'ready' } });

    talk.order('a', 'agent.consult', { target });
    talk.order('a', 'agent.conference');
    expect(talk.places()).toEqual({ customer: 'main', a: 'main', b: 'main' });
    talk.order('a', 'agent.leave');
    expect(talk.places()).toEqual({ customer: 'main', b: 'main' });
    expect(talk.view()).toMatchObject({ owner: 'b', agents: { a: 'wrap-up', b: 'talking' } });

    talk.order('b', 'agent.consult', { target: { kind: 'agent', agentId: 'd' } });
    talk.stage.pass(5_000);
    talk.order('b', 'agent.complete');
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'd', agents: { b: 'wrap-up' } });
    expect(talk.events('conversation.handed-over').map(({ how, agentId }) => [how, agentId])).toEqual([
      ['leave', 'b'],
      ['complete', 'd'],
    ]);
    expect(talk.entries('conversation.part')).toMatchObject([
      { agentId: 'a', heldMs: 0 },
      { agentId: 'b', heldMs: 5_000 },
    ]);
  });

  it('lets the former owner wrap up by disposition, readiness or time, and the last owner decide', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.consult', { target: { kind: 'agent', agentId: 'b' } });
    talk.order('a', 'agent.complete');
    talk.order('a', 'agent.dispose', { code: 'right-party', answers: { notes: 'roof', size: '9' } });
    expect(talk.view().agents).toEqual({ a: 'ready', b: 'talking' });
    expect(talk.entries('conversation.note')).toEqual([
      { attemptId: talk.customer, agentId: 'a', code: 'right-party' },
    ]);
    talk.order('b', 'agent.dispose', { code: 'sale', answers: { notes: 'sold' } });
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'us' } });
    expect(talk.stage.last('journal.close').result).toMatchObject({
      disposition: 'sale',
      agentId: 'b',
      variables: { notes: 'sold', size: '9' },
    });
  });

  it('keeps a request of law that comes with notes after the end, and says that the notes are not kept', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.consult', { target: { kind: 'agent', agentId: 'b' } });
    talk.order('a', 'agent.complete');
    talk.order('b', 'agent.dispose', { code: 'sale' });
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'us' } });
    talk.order('a', 'agent.dispose', { code: 'do-not-call', answers: { notes: 'too late' } });
    const fact = { kind: 'do-not-call-person', source: 'agent' };
    expect(talk.stage.last('journal.learn')).toMatchObject({ attemptId: talk.customer, fact });
    expect(talk.events('order.rejected').map(({ code }) => code)).toEqual(['no-call']);
    expect(talk.view().agents).toMatchObject({ a: 'ready' });
  });

  it('keeps what the law needs of a former owner, whatever the last owner says', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.consult', { target: { kind: 'agent', agentId: 'b' } });
    talk.order('a', 'agent.complete');
    for (const code of ['callback', 'nonsense']) talk.order('a', 'agent.dispose', { code });
    expect(talk.events('order.rejected').map(({ code }) => code)).toEqual([
      'not-owner',
      'unknown-disposition',
    ]);
    talk.order('a', 'agent.dispose', { code: 'do-not-call' });
    const fact = { kind: 'do-not-call-person', source: 'agent' };
    expect(talk.stage.last('journal.learn')).toMatchObject({ attemptId: talk.customer, fact });
    talk.order('b', 'agent.dispose', { code: 'right-party' });
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'us' } });
    expect(talk.stage.last('journal.close').result).toMatchObject({
      disposition: 'right-party',
      lead: { status: 'closed', why: 'opted-out' },
      learned: [fact],
    });
  });

  it('ends with the third party gone: the customer stays on hold, or in the room', () => {
    const talk = new Talk(['a', 'b']);
    const target = { kind: 'agent', agentId: 'b' };
    talk.order('a', 'agent.consult', { target });
    talk.order('b', 'agent.hang-up');
    expect(talk.view()).toMatchObject({ stage: 'held', owner: 'a', agents: { b: 'ready' } });
    expect(talk.places()).toEqual({ customer: 'music', a: 'side' });
    talk.order('a', 'agent.consult', { target });
    talk.order('a', 'agent.conference');
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'b', reason: 'gone', how: 'lost' });
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'a', agents: { b: 'paused' } });
  });

  it('waits for an agent with the skills, for its time at most', () => {
    const talk = new Talk(['a']);
    talk.stage.seat('b', ['billing']);
    talk.stage.tell({ type: 'agent.pause', agentId: 'b', code: 'x' });
    talk.order('a', 'agent.consult', { target: { kind: 'queue', skills: ['billing'] } });
    expect(talk.view()).toMatchObject({ stage: 'reaching', owner: 'a' });
    expect(talk.places()).toEqual({ customer: 'music', a: 'side, ringing' });
    talk.stage.pass(DEFAULT_CONVERSATIONS.consultGraceMs + 1);
    expect(talk.view().stage).toBe('held');
    expect(talk.places()).toEqual({ customer: 'music', a: 'side' });
    expect(talk.events('conversation.nobody-came')).toMatchObject([{ why: 'consult', ending: 'held' }]);

    talk.order('a', 'agent.consult', { target: { kind: 'queue', skills: ['billing'] } });
    talk.stage.tell({ type: 'agent.ready', agentId: 'b' });
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'consulting', agents: { b: 'talking' } });
  });

  it('is rejected with who is not free; a leg that fails costs the consultation, not the customer', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.pause', agentId: 'b', code: 'x' });
    for (const agentId of ['a', 'b', 'nobody'])
      talk.order('a', 'agent.consult', { target: { kind: 'agent', agentId } });
    expect(talk.events('order.rejected').map(({ code }) => code)).toEqual(Array(3).fill('agent-not-free'));
    talk.stage.tell({ type: 'agent.ready', agentId: 'b' });
    talk.stage.tell({ type: 'agent.consult', agentId: 'a', target: { kind: 'agent', agentId: 'b' } });
    talk.refused('b');
    expect(talk.view()).toEqual({ stage: 'talking', owner: 'a', agents: { a: 'talking', b: 'ready' } });
    expect(talk.events('conversation.order-failed')).toMatchObject([{ order: 'agent.consult' }]);
  });
});

describe('a blind transfer', () => {
  it('frees the agent, and the customer hears music until the next one has them', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.transfer', agentId: 'a', target: { kind: 'queue' } });
    expect(talk.places()).toEqual({ customer: 'music' });
    talk.arranged();
    expect(talk.view()).toEqual({ stage: 'seeking', owner: null, agents: { a: 'wrap-up', b: 'reserved' } });
    expect(talk.places()).toEqual({ customer: 'main', b: 'main' });
    talk.stage.pass(200);
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'b', agents: { b: 'talking' } });
    expect(talk.events('conversation.handed-over')).toMatchObject([
      { fromAgentId: 'a', agentId: 'b', how: 'transfer', waitedMs: 200 },
    ]);
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ asked: 1, taken: 1 });
  });

  it('waits for the named agent alone', () => {
    const talk = new Talk(['a', 'b', 'd']);
    talk.stage.tell({ type: 'agent.pause', agentId: 'b', code: 'x' });
    talk.order('a', 'agent.transfer', { target: { kind: 'agent', agentId: 'b' } });
    expect(talk.view()).toMatchObject({ stage: 'seeking', agents: { d: 'ready' } });
    talk.stage.tell({ type: 'agent.ready', agentId: 'b' });
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'b' });
  });

  it('that nobody takes goes back to the agent, even one who wraps up or pauses', () => {
    const talk = new Talk(['a']);
    talk.order('a', 'agent.transfer', { target: { kind: 'queue', skills: ['none'] } });
    expect(talk.view()).toMatchObject({ stage: 'seeking', agents: { a: 'wrap-up' } });
    talk.stage.pass(DEFAULT_CONVERSATIONS.transferGraceMs + 1);
    talk.arranged();
    expect(talk.view()).toEqual({ stage: 'talking', owner: 'a', agents: { a: 'talking' } });
    expect(talk.events('conversation.nobody-came')).toMatchObject([
      { why: 'transfer', ending: 'returned', waitedMs: DEFAULT_CONVERSATIONS.transferGraceMs },
    ]);
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ asked: 1, returned: 1 });
  });

  it('that nobody takes, with the agent gone, ends in the flow, and is no abandoned call', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.transfer', { target: { kind: 'queue', skills: ['none'] } });
    talk.stage.tell({ type: 'agent.logout', agentId: 'a' });
    talk.stage.pass(DEFAULT_CONVERSATIONS.transferGraceMs + 1);
    expect(talk.view().stage).toBe('in-flow');
    expect(talk.stage.sent('telephony.play')).toHaveLength(1);
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'far' } });
    const { result } = talk.stage.last('journal.close');
    expect(result).toMatchObject({ outcome: 'conversation', abandoned: false, agentId: 'a' });
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ unserved: 1 });
    expect(talk.stage.faults).toEqual([]);
  });

  it('tries the next agent when a leg fails, and counts a customer who hangs up', () => {
    const talk = new Talk(['a', 'b', 'd']);
    talk.order('a', 'agent.transfer', { target: { kind: 'queue' } });
    talk.refused('b');
    expect(talk.view().agents).toEqual({ a: 'wrap-up', b: 'paused', d: 'reserved' });
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'far' } });
    expect(talk.view().agents).toEqual({ a: 'wrap-up', b: 'paused', d: 'ready' });
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ asked: 1, hungUp: 1 });
    // Nobody else will say what became of the talk: its attempt waits for the agent's word.
    expect(talk.stage.sent('journal.close')).toEqual([]);
    talk.order('a', 'agent.dispose', { code: 'sale' });
    expect(talk.stage.last('journal.close').result.agentId).toBe('a');
  });
});

describe('a lost leg', () => {
  it('gives the customer music at once, and to the same agent first when the leg is back', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'network', how: 'lost' });
    expect(talk.places()).toEqual({ customer: 'music' });
    expect(talk.stage.last('telephony.ringAgent').agentId).toBe('a');
    expect(talk.view()).toEqual({ stage: 'seeking', owner: null, agents: { a: 'paused', b: 'ready' } });
    talk.stage.pass(2_000);
    talk.stage.tell({ type: 'agent.leg-up', agentId: 'a' });
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'a', agents: { a: 'talking' } });
    expect(talk.events('conversation.handed-over')).toMatchObject([{ how: 'requeue', agentId: 'a' }]);
  });

  it('is called anew when the station says so, and the customer waits for it with music', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.call-station', agentId: 'a' });
    expect(talk.stage.sent('telephony.ringAgent').at(-1)).toMatchObject({ agentId: 'a', anew: true });
    expect(talk.places()).toEqual({ customer: 'music' });
    expect(talk.view()).toEqual({ stage: 'seeking', owner: null, agents: { a: 'paused', b: 'ready' } });
    talk.stage.pass(1_000);
    talk.stage.tell({ type: 'agent.leg-up', agentId: 'a' });
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'a', agents: { a: 'talking' } });
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'far' } });
    talk.stage.tell({ type: 'agent.ready', agentId: 'a' });
    expect(talk.view().agents).toEqual({ a: 'ready', b: 'ready' });
    expect(talk.stage.sent('telephony.hangUp')).toEqual([]);
    expect(talk.stage.faults).toEqual([]);
  });

  it('without a call keeps the agent ready, who gets the next call once the new leg is up', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.call-station', agentId: 'b' });
    expect(talk.view().agents).toEqual({ a: 'talking', b: 'ready' });
    talk.order('a', 'agent.transfer', { target: { kind: 'queue' } });
    expect(talk.view().agents).toMatchObject({ b: 'ready' });
    talk.stage.tell({ type: 'agent.leg-up', agentId: 'b' });
    talk.stage.pass(1_500);
    talk.arranged();
    expect(talk.view()).toMatchObject({ owner: 'b', agents: { b: 'talking' } });
  });

  it('goes to the next agent when the leg does not come back', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'network', how: 'lost' });
    talk.stage.pass(DEFAULT_CONVERSATIONS.ownerFirstMs + 1_500);
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'b', agents: { a: 'paused' } });
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ requeued: 1, taken: 1 });
  });

  it('is served by plain connect where telephony holds no conversations', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'network', how: 'lost' });
    talk.refused(undefined, 'not-supported');
    talk.stage.pass(DEFAULT_CONVERSATIONS.ownerFirstMs + 1_500);
    talk.refused(undefined, 'not-supported');
    expect(talk.stage.last('telephony.connect')).toMatchObject({ agentId: 'b' });
    talk.stage.tell({ type: 'call.connected', attemptId: talk.customer, agentId: 'b' });
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'b' });
  });

  it('that the person at the station hung up ends the call', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'bye', how: 'hung-up' });
    expect(talk.stage.sent('telephony.hangUp')).toHaveLength(1);
  });

  it('of the owner in a conference leaves the customer with the third party', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.consult', { target: { kind: 'agent', agentId: 'b' } });
    talk.order('a', 'agent.conference');
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'network', how: 'lost' });
    expect(talk.view()).toEqual({ stage: 'talking', owner: 'b', agents: { a: 'paused', b: 'talking' } });
    expect(talk.places()).toEqual({ customer: 'main', b: 'main' });
  });

  it('in a consultation frees the consulted agent, who may get the customer', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.consult', { target: { kind: 'agent', agentId: 'b' } });
    talk.stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'network', how: 'lost' });
    expect(talk.view()).toEqual({ stage: 'seeking', owner: null, agents: { a: 'paused', b: 'ready' } });
    talk.stage.pass(7_000);
    talk.arranged();
    expect(talk.view()).toMatchObject({ owner: 'b' });
  });
});

describe('parking', () => {
  it('frees the agent; any agent takes the customer up again', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.park');
    expect(talk.view()).toEqual({ stage: 'parked', owner: null, agents: { a: 'wrap-up', b: 'ready' } });
    expect(talk.places()).toEqual({ customer: 'music' });
    talk.order('b', 'agent.unpark', { parkedAttemptId: talk.customer });
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'b' });
    expect(talk.events('conversation.handed-over')).toMatchObject([{ how: 'unpark' }]);
  });

  it('goes back to the agent who parked when the time is over', () => {
    const talk = new Talk(['a', 'b']);
    talk.order('a', 'agent.park');
    talk.stage.tell({ type: 'agent.ready', agentId: 'a' });
    talk.stage.pass(DEFAULT_CONVERSATIONS.parkMostMs + 1);
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'a' });
  });
});
