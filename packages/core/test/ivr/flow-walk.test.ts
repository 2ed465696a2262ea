/** Properties of the interpreter over random flows and random inputs. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  abandonmentFlow,
  flowEnd,
  validateFlow,
  voicemailFlow,
  type Flow,
  type FlowAction,
  type FlowInput,
} from '../../src/ivr/index.js';
import { reachableNodes } from '../../src/ivr/flow-graph.js';
import { Call } from './call.js';
import { reminder, valid } from './flows.js';

/**
 * A random flow. Silent ways lead to nodes with a higher number only, keyed ways anywhere, so that it is
 * valid by construction once the nodes that nothing leads to are taken out.
 */
const flows: fc.Arbitrary<Flow> = fc
  .record({
    size: fc.integer({ min: 1, max: 8 }),
    picks: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
    budget: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ size, picks, budget }) => {
    let drawn = 0;
    const pick = (below: number): number => (picks[drawn++ % picks.length] ?? 0) % below;
    const nodes: Record<string, object> = {};
    for (let index = 0; index < size; index += 1) {
      const later = (): string => `n${String(index + 1 + pick(size - index))}`;
      const anywhere = (): string => `n${String(pick(size + 1))}`;
      nodes[`n${String(index)}`] = randomNode(pick, later, anywhere);
    }
    nodes[`n${String(size)}`] = { kind: 'hang-up' };
    nodes['out'] = { kind: 'opt-out', scope: 'number', next: `n${String(size)}` };
    const flow = {
      id: 'random',
      start: 'n0',
      nodes,
      variables: { v: '' },
      optOutKey: { digit: '9', to: 'out' },
      stepBudget: budget,
    } as Flow;
    const reachable = reachableNodes(flow);
    return {
      ...flow,
      nodes: Object.fromEntries(Object.entries(flow.nodes).filter(([name]) => reachable.has(name))),
    };
  });

function randomNode(pick: (below: number) => number, later: () => string, anywhere: () => string): object {
  const audio = { media: ['sound:x'], voice: 'prerecorded' };
  const kinds: readonly (() => object)[] = [
    () => ({ kind: 'play', prompt: audio, next: later() }),
    () => ({
      kind: 'gather',
      ...(pick(2) === 0 ? { prompt: audio } : {}),
      bargeIn: pick(2) === 0,
      maxDigits: 1 + pick(2),
      attempts: 1 + pick(3),
      timeoutMs: 1_000,
      branches: { '1': anywhere(), '2': anywhere() },
      store: 'v',
      onNoInput: later(),
      onNoMatch: anywhere(),
    }),
    () => ({ kind: 'branch', variable: 'v', cases: { '1': later() }, otherwise: later() }),
    () => ({ kind: 'transfer', skills: [], onFailed: later() }),
    () => ({ kind: 'record', maxMs: 5_000, finishOn: '#', next: later() }),
    () => ({ kind: 'leave-message', prompt: audio, timeoutMs: 1_000, next: later() }),
    () => ({ kind: 'disposition', code: 'x', next: later() }),
    () => ({ kind: 'variable', name: 'v', value: 'w{v}', next: later() }),
  ];
  return (kinds[pick(kinds.length)] ?? kinds[0])?.() ?? {};
}

const ids = fc.integer({ min: 1, max: 40 });
const inputs: fc.Arbitrary<FlowInput> = fc.oneof(
  {
    weight: 3,
    arbitrary: ids.map((id): FlowInput => ({
      type: 'played',
      playId: `c1.play.${String(id)}`,
      completed: id % 2 === 0,
    })),
  },
  {
    weight: 3,
    arbitrary: ids.map((id): FlowInput => ({ type: 'timer', timerId: `c1.timer.${String(id)}` })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...'01234569#*').map((digit): FlowInput => ({ type: 'digit', digit })),
  },
  { weight: 1, arbitrary: fc.constant<FlowInput>({ type: 'beep' }) },
  {
    weight: 1,
    arbitrary: ids.map((id): FlowInput => ({
      type: 'recorded',
      recordingId: `c1.recording.${String(id)}`,
      durationMs: 1,
    })),
  },
  { weight: 1, arbitrary: fc.constant<FlowInput>({ type: 'transfer-failed', reason: 'none' }) },
);

/** What an honest call would answer to the present wait when the called person does nothing at all. */
function silence(call: Call): void {
  if (call.state.waiting.for === 'agent') call.take({ type: 'transfer-failed', reason: 'nobody' });
  else call.timerFires();
}

/**
 * Every play, timer and recording is ended or awaited; nothing follows the hang-up; the opt-out came before
 * it.
 */
function expectOrderly(call: Call): void {
  const { log } = call;
  const hangUp = log.findIndex((action) => action.type === 'hang-up');
  expect(hangUp === -1 || hangUp === log.length - 1).toBe(true);
  expect(log.filter((action) => action.type === 'hang-up')).toHaveLength(
    flowEnd(call.state) === 'hung-up' || flowEnd(call.state) === null ? 0 : 1,
  );
  const made = log.flatMap((action) => idMade(action));
  expect(new Set(made).size).toBe(made.length);
}

function idMade(action: FlowAction): readonly string[] {
  switch (action.type) {
    case 'play':
      return [action.playId];
    case 'set-timer':
      return [action.timerId];
    case 'record':
      return [action.recordingId];
    default:
      return [];
  }
}

/** The timers that are set and neither cancelled nor fired. */
function pendingTimers(call: Call, fired: ReadonlySet<string>): readonly string[] {
  const pending = new Set<string>();
  for (const action of call.log) {
    if (action.type === 'set-timer' && !fired.has(action.timerId)) pending.add(action.timerId);
    if (action.type === 'cancel-timer') pending.delete(action.timerId);
  }
  return [...pending];
}

describe('over random flows', () => {
  test('a flow that is valid by construction passes validation', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        expect(validateFlow(flow)).toEqual({ ok: true, flow });
      }),
    );
  });

  test('random inputs never throw, and then a silent line always comes to the end', () => {
    fc.assert(
      fc.property(flows, fc.array(inputs, { maxLength: 40 }), (flow, taken) => {
        const call = new Call(flow);
        for (const input of taken) {
          call.take(input);
          expectOrderly(call);
        }
        let steps = 0;
        while (flowEnd(call.state) === null) {
          silence(call);
          steps += 1;
          expect(steps).toBeLessThan(2_000);
        }
        expectOrderly(call);
        for (const input of taken) expect(call.take(input)).toEqual([]);
      }),
    );
  });

  test('at most one timer is pending, and none after the end', () => {
    fc.assert(
      fc.property(
        flows,
        fc.array(fc.constantFrom('1', '2', '5', '#', 'silence', 'play-ends', 'hung-up'), { maxLength: 30 }),
        (flow, moves) => {
          const call = new Call(flow);
          const fired = new Set<string>();
          for (const move of moves) {
            const [waitingTimer] = pendingTimers(call, fired);
            if (move === 'silence' && waitingTimer !== undefined) {
              fired.add(waitingTimer);
              call.take({ type: 'timer', timerId: waitingTimer });
            } else if (move === 'play-ends') call.playEnds();
            else if (move === 'hung-up') call.take({ type: 'hung-up' });
            else call.press(move);
            expect(pendingTimers(call, fired).length).toBeLessThanOrEqual(
              flowEnd(call.state) === null ? 1 : 0,
            );
          }
        },
      ),
    );
  });

  test('the opt-out key is recorded at once wherever a flow waits, and before the hang-up', () => {
    const shipped = [
      valid(reminder),
      abandonmentFlow({
        identification: ['sound:a'],
        optOutNumber: '+18005550100',
        optOutOffer: ['sound:b'],
      }),
      voicemailFlow({ message: ['sound:m'], telemarketing: true }),
    ];
    fc.assert(
      fc.property(
        fc.oneof(flows, fc.constantFrom(...shipped)),
        fc.array(inputs, { maxLength: 30 }),
        (flow, taken) => {
          const call = new Call(flow);
          for (const input of taken) call.take(input);
          const open =
            flowEnd(call.state) === null && call.state.waiting.for !== 'agent' && !call.state.optedOut;
          const actions = call.press(flow.optOutKey?.digit ?? '9');
          expect(actions.filter((action) => action.type === 'opt-out')).toHaveLength(open ? 1 : 0);
          while (flowEnd(call.state) === null) silence(call);
          const optOut = call.log.findIndex((action) => action.type === 'opt-out');
          const hangUp = call.log.findIndex((action) => action.type === 'hang-up');
          expect(optOut).toBeLessThan(hangUp);
          expect(call.log.filter((action) => action.type === 'opt-out').length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
