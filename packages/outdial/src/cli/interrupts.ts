/** Ends a run on Ctrl-C and signals, in three steps, and says what each does and what the run waits for. */
import { countOf } from '@outdial/core';
import type { Dialer } from '../dialer/dialer.js';
import { callsLeft, callsLeftText, conversationsText } from '../dialer/waits-for.js';
import type { CommandIo } from './io.js';

/** Interrupts of one run. */
export interface Interrupts {
  /** How many came. */
  count(): number;
  /** Resolves at the third: the operator does not wait for live calls. */
  readonly left: Promise<'left'>;
  /** Stops listening. */
  forget(): void;
}

/** While a run drains, what it waits for is said so often. */
const SAY_EVERY_MS = 10_000;

/**
 * The first interrupt drains, the second halts (calls not yet answered are hung up), the third leaves the
 * conversations that are still going on.
 */
export function drainOnInterrupt(io: CommandIo, dialer: Dialer, say: (line: string) => void): Interrupts {
  let count = 0;
  let leave: (how: 'left') => void = () => undefined;
  const left = new Promise<'left'>((resolve) => (leave = resolve));
  const repeat = (): void => {
    if (dialer.statistics().state === 'stopped' || count > 2) return;
    const left = waitsFor(dialer);
    if (left !== NOTHING_LEFT) say(`still waiting for ${left}`);
    dialer.after(SAY_EVERY_MS, repeat);
  };
  const steps = [
    () => {
      say(
        'draining: no new calls, live ones end in their own time; ' +
          `waiting for ${waitsFor(dialer)}. ` +
          'Interrupt again to hang up what is not answered',
      );
      void dialer.letGo();
      dialer.after(SAY_EVERY_MS, repeat);
    },
    () => {
      const left = callsLeft(dialer.calls());
      const wrapUps = dialer.agents().filter(({ state }) => state === 'wrap-up').length;
      say(
        left.conversations + wrapUps === 0
          ? 'ending at once: what is not answered is hung up'
          : 'ending: what is not answered is hung up; ' +
              `waiting for ${conversationsText(left)} to end` +
              (wrapUps === 0 ? '. ' : ` and ${countOf(wrapUps, 'wrap-up')}. `) +
              'Interrupt again to leave them: they go on without outdial, ' +
              'and what agents say of them is lost',
      );
      void dialer.letGo({ atOnce: 'interrupted' });
    },
    () => {
      say(`left ${waitsFor(dialer)}: the next start settles them`);
      leave('left');
    },
  ];
  const forget = io.onInterrupt(() => {
    steps[count]?.();
    count += 1;
  });
  return { count: () => count, left, forget };
}

const NOTHING_LEFT = callsLeftText({ conversations: 0, outside: 0, wrapUps: 0, others: 0 });

/** '2 conversations and 5 other calls'. */
function waitsFor(dialer: Dialer): string {
  return callsLeftText(callsLeft(dialer.calls()));
}
