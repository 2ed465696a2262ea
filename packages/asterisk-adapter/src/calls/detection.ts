import { describe } from '../error-text.js';
import { type Switchboard } from '../switchboard.js';
import { stamp, type Call } from './call.js';

/** Machine detection by the dialplan's AMD(), and the wait for the end of a machine's greeting. */

/**
 * AMD() has a limit of its own (total_analysis_time, 5 s by default): this long without a word means that it
 * was lost.
 */
const DETECTION_MOST_MS = 8_000;

/** Sends an answered channel, marked as held by detection, to AMD(); it comes back with a verdict. */
export function sendToDetection(board: Switchboard, call: Call): void {
  sendAway(board, call, 'outdial-amd', DETECTION_MOST_MS, () =>
    board.tell({
      type: 'call.detected',
      ...stamp(call, board.now()),
      verdict: 'unsure',
      detail: 'no verdict came',
    }),
  );
}

/** Waits for the beep: the end of a machine's greeting, told by silence, at most `timeoutMs`. */
export function waitForBeep(board: Switchboard, call: Call, timeoutMs: number): void {
  const beep = (): void => board.tell({ type: 'call.beep', ...stamp(call, board.now()) });
  if (call.holder !== 'us') {
    setTimeout(beep, 0);
    return;
  }
  call.holder = 'greeting';
  board.run('wait for a beep', async () => {
    const { channelId } = call;
    const variables: Readonly<Record<string, string>> = {
      OUTDIAL_BEEP_SILENCE: String(board.settings.greetingSilenceMs),
      OUTDIAL_BEEP_TIMEOUT: String(Math.max(1, Math.ceil(timeoutMs / 1000))),
    };
    await Promise.allSettled(
      Object.entries(variables).map(([variable, value]) =>
        board.ari.call('channels.setChannelVar', { channelId, variable, value }),
      ),
    );
    if (call.holder === 'greeting')
      sendAway(board, call, 'outdial-beep', timeoutMs + board.settings.watch.detectionGraceMs, beep);
  });
}

/** The channel leaves for the dialplan; when it does not come back in time the call goes on without it. */
function sendAway(board: Switchboard, call: Call, context: string, mostMs: number, lost: () => void): void {
  const goOn = (): void => {
    if (call.awayTimer) clearTimeout(call.awayTimer);
    call.awayTimer = null;
    if (
      board.calls.get(call.attemptId) !== call ||
      (call.holder !== 'detection' && call.holder !== 'greeting')
    )
      return;
    call.holder = 'us';
    lost();
    for (const order of call.deferred.splice(0)) order();
  };
  call.awayTimer = setTimeout(goOn, mostMs);
  board.ari
    .call('channels.continueInDialplan', { channelId: call.channelId, context, extension: 's', priority: 1 })
    .catch((error: unknown) => {
      board.report({
        level: 'warning',
        code: 'dialplan-refused',
        message: `the channel could not be sent to ${context}: ${describe(error)}`,
      });
      goOn();
    });
}

/** AMD's words as a verdict. Silence and doubt are 'unsure': they count as a person. */
export function detectionVerdict(words: readonly string[]): {
  readonly verdict: 'human' | 'machine' | 'unsure';
  readonly detail: string;
} {
  const [status = '', cause = ''] = words;
  const detail = cause === '' ? status : cause;
  if (status === 'HUMAN') return { verdict: 'human', detail };
  if (status === 'MACHINE' && !cause.startsWith('INITIALSILENCE')) return { verdict: 'machine', detail };
  return { verdict: 'unsure', detail };
}
