import { describe, expect, it } from '@jest/globals';
import { lead } from '../stage.js';
import { Talk } from './talk.js';

describe('a supervisor', () => {
  const watched = (): Talk => {
    const talk = new Talk(['a']);
    talk.stage.seat('s');
    talk.stage.tell({ type: 'agent.pause', agentId: 's', code: 'desk' });
    return talk;
  };

  it('listens, whispers and joins; who listened to whom, and for how long, is journaled', () => {
    const talk = watched();
    talk.order('s', 'supervisor.monitor', { watchedId: 'a', how: 'listen' });
    expect(talk.places()).toEqual({ customer: 'main', a: 'main', s: 'listening' });
    const watching = (): unknown =>
      talk.stage.engine.agents('c').find(({ agentId }) => agentId === 's')?.watching;
    expect(watching()).toEqual({ watchedId: 'a', how: 'listen' });
    talk.stage.pass(4_000);
    talk.order('s', 'supervisor.monitor', { watchedId: 'a', how: 'whisper' });
    expect(talk.places()['s']).toBe('whispering');
    talk.order('s', 'supervisor.monitor', { watchedId: 'a', how: 'barge' });
    expect(talk.places()['s']).toBe('main');
    talk.order('a', 'agent.hold');
    expect(talk.places()).toEqual({ customer: 'music', a: 'side', s: 'side' });
    talk.order('s', 'supervisor.stop-monitoring');
    expect(watching()).toBeNull();
    expect(talk.places()).toEqual({ customer: 'music', a: 'side' });
    expect(talk.entries('conversation.monitored')).toMatchObject([
      { supervisorId: 's', watchedId: 'a', how: 'listen', forMs: 4_000 },
      { how: 'whisper' },
      { how: 'barge' },
    ]);
  });

  it('follows the agent to the next conversation, and takes one over', () => {
    const talk = watched();
    talk.order('s', 'supervisor.monitor', { watchedId: 'a', how: 'listen' });
    talk.order('a', 'agent.dispose', { code: 'sale' });
    talk.stage.tell({ type: 'call.ended', attemptId: talk.customer, cause: { q850: 16, by: 'us' } });
    talk.stage.pass(1_500);
    talk.stage.supply(lead(2));
    const next = talk.stage.openAll().at(-1) ?? '';
    expect(next).not.toBe(talk.customer);
    talk.stage.tell({ type: 'call.answered', attemptId: next });
    talk.stage.tell({ type: 'call.connected', attemptId: next, agentId: 'a' });
    expect(talk.stage.last('telephony.arrange')).toMatchObject({ attemptId: next, revision: 1_000_001 });

    talk.order('s', 'supervisor.take-over', { watchedId: 'a' });
    const call = talk.stage.engine.calls('c').find(({ attemptId }) => attemptId === next);
    expect(call).toMatchObject({ agentId: 's', conversation: { stage: 'talking', watches: [] } });
    expect(talk.view().agents).toEqual({ a: 'wrap-up', s: 'talking' });
    expect(talk.stage.faults).toEqual([]);
  });

  it('waits for the telephone of the supervisor, which is called by the order', () => {
    const talk = new Talk(['a']);
    talk.stage.tell({ type: 'agent.login', agentId: 's' });
    talk.order('s', 'supervisor.monitor', { watchedId: 'a', how: 'listen' });
    expect(talk.places()['s']).toBeUndefined();
    expect(talk.events('conversation.monitored')).toEqual([]);
    talk.stage.tell({ type: 'agent.leg-up', agentId: 's' });
    talk.arranged();
    expect(talk.places()['s']).toBe('listening');
    expect(talk.events('conversation.monitored')).toMatchObject([{ supervisorId: 's', forMs: null }]);
  });

  it('leaves an agent whose customer was taken over in wrap-up, where a pause is kept for after it', () => {
    const talk = watched();
    talk.order('s', 'supervisor.take-over', { watchedId: 'a' });
    talk.stage.tell({ type: 'agent.pause', agentId: 'a', code: 'coaching' });
    expect(talk.view().agents).toEqual({ a: 'wrap-up', s: 'talking' });
    talk.stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'sale' });
    expect(talk.view().agents).toEqual({ a: 'paused', s: 'talking' });
  });

  it('is free again where the other agent of a conference hangs up before they have taken it over', () => {
    const talk = new Talk(['a', 'b']);
    talk.stage.seat('s');
    talk.stage.tell({ type: 'agent.pause', agentId: 's', code: 'desk' });
    talk.order('a', 'agent.consult', { target: { kind: 'agent', agentId: 'b' } });
    talk.order('a', 'agent.conference');
    talk.stage.tell({ type: 'supervisor.take-over', agentId: 's', watchedId: 'a' });
    expect(talk.view().agents['s']).toBe('reserved');
    talk.order('b', 'agent.hang-up');
    expect(talk.view()).toMatchObject({
      stage: 'talking',
      owner: 'a',
      agents: { a: 'talking', s: 'paused' },
    });
    expect(talk.events('conversation.order-failed')).toMatchObject([
      { order: 'supervisor.take-over', agentId: 's', reason: 'the third party left meanwhile' },
    ]);
    talk.stage.tell({ type: 'agent.logout', agentId: 's' });
    expect(talk.view().agents['s']).toBeUndefined();
  });

  it('is ready for no calls meanwhile, and stops by becoming ready', () => {
    const talk = watched();
    talk.stage.tell({ type: 'agent.ready', agentId: 's' });
    talk.order('s', 'supervisor.monitor', { watchedId: 'a', how: 'listen' });
    expect(talk.events('order.rejected')).toMatchObject([{ code: 'agent-state' }]);
    talk.stage.tell({ type: 'agent.pause', agentId: 's', code: 'desk' });
    talk.order('s', 'supervisor.monitor', { watchedId: 'a', how: 'listen' });
    talk.stage.tell({ type: 'agent.ready', agentId: 's' });
    expect(talk.places()).toEqual({ customer: 'main', a: 'main' });
  });
});
