import { describe, expect, test } from '@jest/globals';
import { flowEnd, type Flow, type FlowInput } from '../../src/ivr/index.js';
import { Call } from './call.js';
import { prompt, reminder, valid } from './flows.js';

const flow = valid(reminder);

function atMenu(variables: Readonly<Record<string, string>> = {}): Call {
  const call = new Call(flow, variables);
  call.playEnds();
  return call;
}

describe('a play', () => {
  test('fills variables into media names and is guarded by a timer', () => {
    const call = new Call(flow, { branch: 'north', undeclared: 'x' });
    expect(call.last).toEqual([
      { type: 'play', playId: 'c1.play.1', media: ['sound:hello-north'] },
      { type: 'set-timer', timerId: 'c1.timer.2', delayMs: 120_000 },
    ]);
    expect(call.state.variables).toEqual({ branch: 'north', account: '', choice: '', recording: '' });
  });

  test('is given up when its end is never reported, and its late end then changes nothing', () => {
    const call = new Call(flow);
    expect(call.timerFires()[0]).toEqual({ type: 'stop-play', playId: 'c1.play.1' });
    expect(call.state.node).toBe('menu');
    expect(call.take({ type: 'played', playId: 'c1.play.1', completed: false })).toEqual([]);
  });

  test('that failed is passed over', () => {
    const call = new Call(flow);
    call.playEnds(false);
    expect(call.state.node).toBe('menu');
  });
});

describe('a gather', () => {
  test('is interrupted by a key, which counts as the answer', () => {
    const call = atMenu();
    expect(call.press('1')).toEqual([
      { type: 'stop-play', playId: 'c1.play.3' },
      { type: 'cancel-timer', timerId: 'c1.timer.4' },
      { type: 'variable', name: 'choice', value: '1' },
      { type: 'transfer', skills: ['sales'] },
    ]);
  });

  test('asks again with the fitting reason, and gives up after the last asking', () => {
    const call = atMenu();
    call.playEnds();
    expect(call.last).toEqual([
      { type: 'cancel-timer', timerId: 'c1.timer.4' },
      { type: 'set-timer', timerId: 'c1.timer.5', delayMs: 5_000 },
    ]);
    call.timerFires();
    call.press('7');
    call.playEnds();
    call.timerFires();
    expect(call.heard()).toEqual([
      'sound:hello-main',
      'sound:menu',
      'sound:are-you-there+sound:menu',
      'sound:wrong-key+sound:menu',
      'sound:bye',
    ]);
  });

  test('without barge-in drops keys until the question has ended', () => {
    const call = atMenu();
    call.press('3');
    expect(call.press('1', '2', '3', '4', '#')).toEqual([]);
    call.playEnds();
    call.press('1', '2', '3', '4', '#');
    expect(call.state.variables['account']).toBe('1234');
  });

  test('is complete with its last key, with the finishing key, or when the next key stays away', () => {
    for (const finish of [
      (call: Call) => call.press('5', '6'),
      (call: Call) => call.press('#'),
      (call: Call) => call.timerFires(),
    ]) {
      const call = atMenu({ branch: 'north' });
      call.press('3');
      call.playEnds();
      call.press('1', '2', '3', '4');
      expect(call.last.at(-1)).toMatchObject({ type: 'set-timer', delayMs: 2_000 });
      finish(call);
      expect(call.log).toContainEqual({ type: 'disposition', code: 'right-party' });
      expect(call.state.variables['choice']).toMatch(/^account 1234/);
    }
  });

  test('takes too few keys as no match, and an exact branch before `otherwise`', () => {
    const short = atMenu();
    short.press('3');
    short.playEnds();
    short.press('1', '#');
    expect(short.heard().at(-1)).toBe('sound:bye');
    expect(short.state.variables['account']).toBe('');
    const exact = atMenu();
    exact.press('3');
    exact.playEnds();
    exact.press('0', '0', '0', '0', '#');
    expect(exact.state.waiting).toEqual({ for: 'agent' });
  });

  test('listens, too, when the end of its question is never reported', () => {
    const call = atMenu();
    call.timerFires();
    expect(call.last).toEqual([
      { type: 'stop-play', playId: 'c1.play.3' },
      { type: 'set-timer', timerId: 'c1.timer.5', delayMs: 5_000 },
    ]);
    expect(call.press('1')).toContainEqual({ type: 'transfer', skills: ['sales'] });
  });

  test('asks no more often than the step budget allows', () => {
    const ask = {
      kind: 'gather',
      timeoutMs: 1_000,
      attempts: 10,
      branches: { '1': 'end' },
      onNoInput: 'end',
      onNoMatch: 'end',
    };
    const call = new Call(
      valid({ id: 'ask', start: 'ask', stepBudget: 3, nodes: { ask, end: { kind: 'hang-up' } } }),
    );
    for (let asked = 0; asked < 2; asked += 1) call.timerFires();
    expect(flowEnd(call.state)).toBeNull();
    call.timerFires();
    expect(flowEnd(call.state)).toBe('step-budget');
  });

  test('without a question listens at once', () => {
    const call = new Call(
      valid({
        id: 'listen',
        start: 'ask',
        nodes: {
          ask: {
            kind: 'gather',
            timeoutMs: 1_000,
            branches: { '1': 'end' },
            onNoInput: 'end',
            onNoMatch: 'end',
          },
          end: { kind: 'hang-up' },
        },
      }),
    );
    expect(call.types()).toEqual(['set-timer']);
    call.timerFires();
    expect(call.types()).toEqual(['hang-up']);
  });
});

describe('other nodes', () => {
  test('a failed transfer goes on, and a recording is stored and ends', () => {
    const call = atMenu();
    call.press('1');
    expect(call.press('*', '2')).toEqual([]);
    call.take({ type: 'transfer-failed', reason: 'no agent' });
    call.playEnds();
    expect(call.last).toContainEqual({
      type: 'record',
      recordingId: 'c1.recording.7',
      maxMs: 30_000,
      finishOn: '#',
    });
    call.take({ type: 'recorded', recordingId: 'another', durationMs: 1 });
    expect(call.last).toEqual([]);
    call.take({ type: 'recorded', recordingId: 'c1.recording.7', durationMs: 4_000 });
    expect(call.types()).toEqual(['cancel-timer', 'variable', 'play', 'set-timer']);
    expect(call.last).toContainEqual({ type: 'variable', name: 'recording', value: 'c1.recording.7' });
    call.playEnds();
    expect(flowEnd(call.state)).toBe('hang-up');
  });

  test('a recording whose end is never reported is stopped', () => {
    const call = atMenu();
    call.press('2');
    expect(call.last).toContainEqual({ type: 'set-timer', timerId: 'c1.timer.6', delayMs: 35_000 });
    call.timerFires();
    expect(call.types()).toEqual(['stop-record', 'play', 'set-timer']);
  });

  const machine = (more: object): Call =>
    new Call(
      valid({
        id: 'machine',
        start: 'leave',
        nodes: {
          leave: { kind: 'leave-message', prompt: prompt('message'), timeoutMs: 9_000, next: 'end', ...more },
          end: { kind: 'hang-up' },
        },
      }),
    );

  test('a message is left after the beep, once', () => {
    const call = machine({});
    expect(call.types()).toEqual(['wait-for-beep', 'set-timer']);
    call.take({ type: 'beep' });
    expect(call.types()).toEqual(['cancel-timer', 'play', 'set-timer']);
    expect(call.take({ type: 'beep' })).toEqual([]);
    call.playEnds();
    expect(call.types()).toEqual(['cancel-timer', 'hang-up']);
  });

  test('without a beep the message is left after the time-out, unless the flow says otherwise', () => {
    const plays = machine({});
    plays.timerFires();
    expect(plays.types()).toEqual(['play', 'set-timer']);
    const leaves = machine({ onNoBeep: 'end' });
    leaves.timerFires();
    expect(leaves.types()).toEqual(['hang-up']);
  });
});

describe('the opt-out key', () => {
  test('is taken while a prompt plays, while a gather listens and while recording, and stops them', () => {
    const playing = new Call(flow);
    playing.press('*');
    expect(playing.types()).toEqual(['stop-play', 'cancel-timer', 'opt-out', 'play', 'set-timer']);
    const recording = atMenu();
    recording.press('2', '*');
    expect(recording.types()).toEqual(['stop-record', 'cancel-timer', 'opt-out', 'play', 'set-timer']);
  });

  test('counts once, and precedes the hang-up', () => {
    const call = new Call(flow);
    call.press('*', '*', '*');
    call.playEnds();
    expect(call.log.filter((action) => action.type === 'opt-out')).toHaveLength(1);
    expect(call.log.at(-1)).toEqual({ type: 'hang-up' });
  });

  test('is honoured even when the step budget is spent', () => {
    const call = new Call(valid({ ...reminder, stepBudget: 1 }));
    call.press('*');
    expect(call.types()).toEqual(['stop-play', 'cancel-timer', 'opt-out', 'hang-up']);
    expect(flowEnd(call.state)).toBe('step-budget');
  });
});

describe('the end', () => {
  test('a caller who keeps choosing is ended by the step budget', () => {
    const call = new Call(
      valid({
        id: 'circle',
        start: 'ask',
        stepBudget: 10,
        nodes: {
          ask: {
            kind: 'gather',
            timeoutMs: 1_000,
            branches: { '1': 'ask' },
            onNoInput: 'end',
            onNoMatch: 'end',
          },
          end: { kind: 'hang-up' },
        },
      }),
    );
    for (let pressed = 0; pressed < 9; pressed += 1) call.press('1');
    expect(flowEnd(call.state)).toBeNull();
    call.press('1');
    expect(call.types()).toEqual(['cancel-timer', 'hang-up']);
    expect(flowEnd(call.state)).toBe('step-budget');
  });

  test('comes even in a flow that was never validated', () => {
    const round: Flow = {
      id: 'round',
      start: 'one',
      nodes: {
        one: { kind: 'opt-out', scope: 'number', next: 'two' },
        two: { kind: 'opt-out', scope: 'number', next: 'one' },
      },
    };
    const call = new Call(round);
    expect(flowEnd(call.state)).toBe('step-budget');
    expect(call.last.at(-1)).toEqual({ type: 'hang-up' });
  });

  test('a hang-up of the called person cancels the timer and asks for nothing else', () => {
    const call = atMenu();
    call.take({ type: 'hung-up' });
    expect(call.types()).toEqual(['cancel-timer']);
    expect(flowEnd(call.state)).toBe('hung-up');
    expect(call.press('1')).toEqual([]);
  });

  test('inputs that fit nothing leave the very state', () => {
    const call = atMenu();
    const before = call.state;
    // As inputs come from outside: as JSON.
    const strange: readonly FlowInput[] = JSON.parse(
      JSON.stringify([
        { type: 'played', playId: 'c1.play.1', completed: true },
        { type: 'timer', timerId: 'c1.timer.2' },
        { type: 'beep' },
        { type: 'recorded', recordingId: 'x', durationMs: 0 },
        { type: 'transfer-failed', reason: '' },
        { type: 'digit', digit: 'A' },
        { type: 'digit', digit: '12' },
        { type: 'digit', digit: 4 },
        { type: 'sneeze' },
      ]),
    );
    for (const input of strange) expect(call.take(input)).toEqual([]);
    expect(call.state).toEqual(before);
  });

  test('a state whose node is gone from the flow is a broken invariant', () => {
    const call = atMenu();
    call.state = { ...call.state, node: 'constructor' };
    expect(() => call.press('1')).toThrow("flow 'reminder' has no node 'constructor'");
  });
});
