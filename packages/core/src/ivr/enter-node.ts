/** What each kind of node does when a call enters it. */
import { assertNever } from '../invariant.js';
import { RECORDING_GRACE_MS, type LeaveMessageNode, type RecordNode } from './flow.js';
import { drawId, endFlow, nodeNamed, play, setTimer, storeVariable, type FlowRun } from './flow-run.js';
import { askForDigits } from './gather-digits.js';
import { ownValue } from '../own-value.js';
import { fillPlaceholders } from './placeholders.js';

/** Runs through nodes from this one until one waits or the flow is over. */
export function runFrom(run: FlowRun, name: string): void {
  for (let next: string | null = name; next !== null;) {
    run.node = next;
    // An opt-out is recorded even when the step budget is spent: the law requires it.
    const free = nodeNamed(run.flow, next).kind === 'opt-out' && !run.optedOut;
    if (!free && run.stepsLeft <= 0) {
      endFlow(run, 'step-budget');
      return;
    }
    if (!free) run.stepsLeft -= 1;
    next = enterNode(run);
  }
}

/**
 * Carries out the current node. Returns the node that follows at once, or null when this one waits or has
 * ended the flow.
 */
function enterNode(run: FlowRun): string | null {
  const node = nodeNamed(run.flow, run.node);
  switch (node.kind) {
    case 'play':
      run.waiting = { for: 'play-end', ...play(run, [node.prompt]) };
      return null;
    case 'gather':
      askForDigits(run, node, { attempt: 1 });
      return null;
    case 'branch':
      return ownValue(node.cases, ownValue(run.variables, node.variable) ?? '') ?? node.otherwise;
    case 'transfer':
      run.actions.push({ type: 'transfer', skills: node.skills });
      run.waiting = { for: 'agent' };
      return null;
    case 'opt-out':
      run.actions.push({ type: 'opt-out', scope: node.scope });
      run.optedOut = true;
      return node.next;
    case 'record':
      record(run, node);
      return null;
    case 'leave-message':
      awaitBeep(run, node);
      return null;
    case 'disposition':
      run.actions.push({ type: 'disposition', code: node.code });
      return node.next;
    case 'variable':
      storeVariable(run, node.name, fillPlaceholders(node.value, run.variables));
      return node.next;
    case 'hang-up':
      endFlow(run, 'hang-up');
      return null;
    default:
      return assertNever(node, 'flow node');
  }
}

function record(run: FlowRun, node: RecordNode): void {
  const recordingId = drawId(run, 'recording');
  run.actions.push({ type: 'record', recordingId, maxMs: node.maxMs, finishOn: node.finishOn });
  run.waiting = { for: 'recording', recordingId, timerId: setTimer(run, node.maxMs + RECORDING_GRACE_MS) };
}

function awaitBeep(run: FlowRun, node: LeaveMessageNode): void {
  run.actions.push({ type: 'wait-for-beep', timeoutMs: node.timeoutMs });
  run.waiting = { for: 'beep', timerId: setTimer(run, node.timeoutMs) };
}
