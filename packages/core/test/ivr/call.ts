import {
  startFlow,
  stepFlow,
  type Flow,
  type FlowAction,
  type FlowInput,
  type FlowState,
} from '../../src/ivr/index.js';

/** A call in a flow, driven step by step. `take` returns the actions of that step. */
export class Call {
  readonly flow: Flow;
  readonly log: FlowAction[] = [];
  state: FlowState;
  last: readonly FlowAction[];

  constructor(flow: Flow, variables: Readonly<Record<string, string>> = {}) {
    this.flow = flow;
    const step = startFlow(flow, { callId: 'c1', variables });
    this.state = step.state;
    this.last = step.actions;
    this.log.push(...step.actions);
  }

  take(input: FlowInput): readonly FlowAction[] {
    // Through JSON, as the engine keeps it between two inputs.
    const step = stepFlow(this.flow, JSON.parse(JSON.stringify(this.state)) as FlowState, input);
    this.state = step.state;
    this.last = step.actions;
    this.log.push(...step.actions);
    return step.actions;
  }

  press(...digits: readonly string[]): readonly FlowAction[] {
    return digits.flatMap((digit) => this.take({ type: 'digit', digit }));
  }

  /** The play that was started last has ended. */
  playEnds(completed = true): readonly FlowAction[] {
    const started = this.log.findLast((action) => action.type === 'play');
    return this.take({ type: 'played', playId: started?.playId ?? 'none', completed });
  }

  /** The timer that was set last runs out. */
  timerFires(): readonly FlowAction[] {
    const set = this.log.findLast((action) => action.type === 'set-timer');
    return this.take({ type: 'timer', timerId: set?.timerId ?? 'none' });
  }

  types(): readonly string[] {
    return this.last.map((action) => action.type);
  }

  heard(): readonly string[] {
    return this.log.flatMap((action) => (action.type === 'play' ? [action.media.join('+')] : []));
  }
}
