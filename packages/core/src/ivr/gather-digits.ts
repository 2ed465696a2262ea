/**
 * How a gather node asks, collects keys and decides. Each function returns the name of the node to go to, or
 * null while the gather goes on.
 */
import { DEFAULT_INTER_DIGIT_MS, type GatherNode, type Prompt } from './flow.js';
import { leaveWait, play, setTimer, storeVariable, type FlowRun } from './flow-run.js';
import type { FlowWait } from './flow-step.js';
import { ownValue } from '../own-value.js';

/** The wait of a gather node. */
export type DigitsWait = Extract<FlowWait, { for: 'digits' }>;

/** Asks the question, after the prompt that says why it is asked again, and begins to listen. */
export function askForDigits(
  run: FlowRun,
  node: GatherNode,
  { attempt, why }: { readonly attempt: number; readonly why?: Prompt | undefined },
): void {
  const prompts = [why, node.prompt].filter((prompt) => prompt !== undefined);
  const opening =
    prompts.length === 0 ? { playId: null, timerId: setTimer(run, node.timeoutMs) } : play(run, prompts);
  run.waiting = { for: 'digits', attempt, digits: '', ...opening };
}

/** A key was pressed: it stops the question, and may complete the answer. */
export function takeDigit(run: FlowRun, node: GatherNode, digit: string): string | null {
  const waiting = run.waiting as DigitsWait;
  if (waiting.playId !== null && node.bargeIn === false) return null;
  leaveWait(run);
  if (digit === node.finishOn) return decide(run, node, waiting.digits);
  const digits = waiting.digits + digit;
  if (digits.length >= (node.maxDigits ?? 1)) return decide(run, node, digits);
  run.waiting = {
    ...waiting,
    digits,
    playId: null,
    timerId: setTimer(run, node.interDigitMs ?? DEFAULT_INTER_DIGIT_MS),
  };
  return null;
}

/** The question has ended: the called person now has `timeoutMs` for the first key. */
export function listenOn(run: FlowRun, node: GatherNode): void {
  const waiting = run.waiting as DigitsWait;
  run.waiting = { ...waiting, playId: null, timerId: setTimer(run, node.timeoutMs) };
}

/** No key for too long: decides by what was pressed so far. */
export function takeSilence(run: FlowRun, node: GatherNode): string | null {
  return decide(run, node, (run.waiting as DigitsWait).digits);
}

function decide(run: FlowRun, node: GatherNode, digits: string): string | null {
  if (digits === '') return askAgain(run, node, { why: node.noInputPrompt, giveUp: node.onNoInput });
  const target =
    ownValue(node.branches, digits) ?? (digits.length >= (node.minDigits ?? 1) ? node.otherwise : undefined);
  if (target === undefined) return askAgain(run, node, { why: node.noMatchPrompt, giveUp: node.onNoMatch });
  if (node.store !== undefined) storeVariable(run, node.store, digits);
  return target;
}

function askAgain(
  run: FlowRun,
  node: GatherNode,
  { why, giveUp }: { readonly why: Prompt | undefined; readonly giveUp: string },
): string | null {
  const { attempt } = run.waiting as DigitsWait;
  if (attempt >= (node.attempts ?? 1) || run.stepsLeft <= 0) return giveUp;
  run.stepsLeft -= 1;
  askForDigits(run, node, { attempt: attempt + 1, why });
  return null;
}
