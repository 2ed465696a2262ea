/**
 * The ports of the engine. A port takes commands and answers with facts, not with promises: adapters keep the
 * promises, so that the engine is synchronous and core is checked for purity. It answers later or at once,
 * from any call stack, and never throws: what goes wrong is a fact, too.
 */
import type { Fact } from '../campaign/facts.js';
import type { Journal } from './journal.js';
import type { LeadQueue } from './lead-queue.js';
import type { Scheduler } from './scheduler.js';
import type { Telephony } from './telephony.js';

/** Where ports deliver facts. Never throws. */
export type FactSink = (fact: Fact) => void;

/**
 * All ports of one engine. Each command that expects an answer names it. A fact that arrives while another is
 * handled is queued. The gate is not one of them: the journal asks it inside its transaction.
 */
export interface Ports {
  readonly telephony: Telephony;
  readonly leads: LeadQueue;
  readonly journal: Journal;
  readonly scheduler: Scheduler;
}

/** A command to one port. {@link Campaign.handle} returns it and the engine carries it out. */
type CommandOf<Name extends keyof Ports> = {
  [Method in keyof Ports[Name]]: Ports[Name][Method] extends (command: infer Body) => void
    ? Body extends object
      ? { readonly port: Name; readonly method: Method; readonly command: Body }
      : never
    : never;
}[keyof Ports[Name]];

/** Any command to any port, as data. */
export type Command =
  CommandOf<'telephony'> | CommandOf<'leads'> | CommandOf<'journal'> | CommandOf<'scheduler'>;
