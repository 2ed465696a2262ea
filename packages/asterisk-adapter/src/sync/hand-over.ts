/**
 * Another process has the ARI application: its events go there, so nothing of what this one knew can be
 * followed any more. The channels stay as they are, for the other to take over.
 */
import type { AgentLegs } from '../agents/agent-legs.js';
import type { CallTable } from '../calls/call-table.js';
import type { CallEnding } from '../calls/ending.js';
import type { Settings } from '../options.js';
import type { AriTransport } from '../transport/transport.js';
import type { StrayChannels } from './stray-channels.js';

/** What handing over needs. */
export interface HandOverParts {
  readonly settings: Pick<Settings, 'watch'>;
  readonly transport: Pick<AriTransport, 'close'>;
  readonly calls: Pick<CallTable, 'all'>;
  readonly ending: Pick<CallEnding, 'end'>;
  readonly legs: Pick<AgentLegs, 'giveUpAll'>;
  readonly strays: Pick<StrayChannels, 'stop'>;
}

/** Gives everything up, once. */
export class HandOver {
  readonly #parts: HandOverParts;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: HandOverParts) {
    this.#parts = parts;
  }

  /**
   * Asterisk is not asked for anything any more: a hang-up would end calls that are the other's by now, and a
   * socket that is opened again would take the application back. Calls and legs end a moment later, when the
   * other process has had time to take the campaign: an attempt that was closed before is not adopted.
   */
  async begin(reason: string): Promise<void> {
    const { settings, strays, transport } = this.#parts;
    strays.stop();
    this.#timer ??= setTimeout(() => this.#giveUp(reason), settings.watch.handOverMs);
    await transport.close();
  }

  /** Nothing is reported any more. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #giveUp(reason: string): void {
    const { calls, ending, legs } = this.#parts;
    for (const call of calls.all()) ending.end(call, { q850: 0, by: 'lost', text: reason });
    legs.giveUpAll(reason);
  }
}
