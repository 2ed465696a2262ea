/**
 * Machine detection by the dialplan's AMD(), and the wait for the end of a machine's greeting. Facts:
 * `call.detected`, `call.beep`.
 */
import type { MachineVerdict } from '@outdial/core';
import { startDeadline } from '../deadline.js';
import { failureReason } from '../failure-reason.js';
import type { Settings } from '../options.js';
import type { AriRequests, FactOutlet, NoticeOutlet } from '../roles.js';
import { whatExists } from '../sync/existence.js';
import { isAnsweredInDoubt } from '../transport/ari-request-error.js';
import { stamp, type Call } from './call.js';
import type { CallTable } from './call-table.js';

/** AMD() ends by itself (total_analysis_time, 5 s by default): after this time its verdict is lost, ms. */
const DETECTION_LIMIT_MS = 8_000;

/** What detection needs. */
export interface DetectionParts {
  readonly settings: Pick<Settings, 'greetingSilenceMs' | 'watch'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly calls: Pick<CallTable, 'has'>;
}

/** A verdict of machine detection. */
export interface DetectionVerdict {
  readonly verdict: MachineVerdict;
  /** AMD's cause, e.g. 'HUMAN-1500-800'. */
  readonly detail: string;
}

/** Sends answered channels to the dialplan and takes them back. */
export class Detection {
  readonly #parts: DetectionParts;

  constructor(parts: DetectionParts) {
    this.#parts = parts;
  }

  /** Sends an answered channel, marked as controlled by detection, to AMD(). It comes back with a verdict. */
  detect(call: Call): void {
    this.#sendToDialplan(call, { context: 'outdial-amd', limitMs: DETECTION_LIMIT_MS }, () =>
      this.reportVerdict(call, { verdict: 'unsure', detail: 'no verdict came' }),
    );
  }

  /** Waits for the end of a machine's greeting, recognised by silence, for at most `timeoutMs`. */
  waitForBeep(call: Call, timeoutMs: number): void {
    const { ari, notices, settings } = this.#parts;
    if (call.control !== 'application') {
      setTimeout(() => this.reportBeep(call), 0);
      return;
    }
    call.control = 'greeting';
    notices.run('wait for a beep', async () => {
      const { channelId } = call;
      const variables: Readonly<Record<string, string>> = {
        OUTDIAL_BEEP_SILENCE: String(settings.greetingSilenceMs),
        OUTDIAL_BEEP_TIMEOUT: String(Math.max(1, Math.ceil(timeoutMs / 1000))),
      };
      await Promise.allSettled(
        Object.entries(variables).map(([variable, value]) =>
          ari.call('channels.setChannelVar', { channelId, variable, value }),
        ),
      );
      const limitMs = timeoutMs + settings.watch.detectionGraceMs;
      if (call.control === 'greeting')
        this.#sendToDialplan(call, { context: 'outdial-beep', limitMs }, () => this.reportBeep(call));
    });
  }

  /** Reports `call.detected`. */
  reportVerdict(call: Call, verdict: DetectionVerdict): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'call.detected', ...stamp(call, facts.now()), ...verdict });
  }

  /** Reports `call.beep`. */
  reportBeep(call: Call): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'call.beep', ...stamp(call, facts.now()) });
  }

  /** Sends the channel to the dialplan. When it does not come back in time the call goes on without it. */
  #sendToDialplan(
    call: Call,
    destination: { readonly context: string; readonly limitMs: number },
    reportLost: () => void,
  ): void {
    const { ari, calls, notices } = this.#parts;
    const goOn = (): void => {
      call.dialplanTimer?.cancel();
      call.dialplanTimer = null;
      if (!calls.has(call) || (call.control !== 'detection' && call.control !== 'greeting')) return;
      call.control = 'application';
      reportLost();
      for (const order of call.deferred.splice(0)) order();
    };
    call.dialplanTimer = startDeadline(destination.limitMs, goOn);
    ari
      .call('channels.continueInDialplan', {
        channelId: call.channelId,
        context: destination.context,
        extension: 's',
        priority: 1,
      })
      .catch((error: unknown) => {
        const message = `the channel could not be sent to ${destination.context}: ${failureReason(error)}`;
        notices.report('dialplan-refused', message);
        if (isAnsweredInDoubt(error)) this.#askWhetherSent(call, destination.context, goOn);
        else goOn();
      });
  }

  /** The request was answered with a fault, but may have been carried out: then the channel comes back. */
  #askWhetherSent(call: Call, context: string, goOn: () => void): void {
    const { ari, calls, notices } = this.#parts;
    const control = call.control;
    notices.run('ask after a channel in the dialplan', async () => {
      const existence = await whatExists(
        () => ari.call('channels.get', { channelId: call.channelId }),
        () => calls.has(call) && call.control === control,
      );
      if (existence?.is === 'there' && existence.thing.dialplan.context !== context) goOn();
    });
  }
}

/** AMD's answer as a verdict. Silence and an unknown answer are 'unsure', which counts as a person. */
export function detectionVerdict(words: readonly string[]): DetectionVerdict {
  const [status = '', cause = ''] = words;
  const detail = cause === '' ? status : cause;
  if (status === 'HUMAN') return { verdict: 'human', detail };
  if (status === 'MACHINE' && !cause.startsWith('INITIALSILENCE')) return { verdict: 'machine', detail };
  return { verdict: 'unsure', detail };
}
