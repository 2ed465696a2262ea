/**
 * Who has the ARI application. Asterisk gives it, and its calls, to the dialer that connects last; so each
 * asks before it connects, and the one that has it answers. The question is a user event, the answer a global
 * variable of Asterisk that the asker takes away.
 */
import { randomBytes } from 'node:crypto';
import type { ChannelUserevent } from '../generated/models.js';
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';
import { isMissing } from '../transport/ari-request-error.js';

const QUESTION = 'outdial-holder';
/** Time for an answer, ms. */
const ANSWER_WITHIN_MS = 500;
/** ms between two looks for it. */
const LOOK_EVERY_MS = 50;
/** What may stand in the name of the variable: every user of ARI may ask. */
const ID = /^[0-9a-f]{16}$/;

/** What asking and answering need. */
export interface ApplicationHolderParts {
  readonly settings: Pick<Settings, 'application'>;
  readonly ari: AriRequests;
}

/**
 * `absent`: nobody has the application. `silent`: channels of it are left, and nobody answers; a process that
 * stands still does not, either. `held`: a dialer answers.
 */
export type ApplicationState = 'absent' | 'silent' | 'held';

/** Asks for the holder of the application, and answers where this dialer is it. */
export class ApplicationHolder {
  readonly #parts: ApplicationHolderParts;

  constructor(parts: ApplicationHolderParts) {
    this.#parts = parts;
  }

  /** Asks Asterisk, and the dialer that has the application. Rejects when Asterisk cannot be asked. */
  async look(): Promise<ApplicationState> {
    const { ari, settings } = this.#parts;
    const { application } = settings;
    const id = randomBytes(8).toString('hex');
    try {
      await ari.call('events.userEvent', { eventName: QUESTION, application, variables: { id } });
    } catch (error) {
      if (isMissing(error)) return 'absent';
      throw error;
    }
    const variable = variableOf(id);
    for (let waitedMs = 0; waitedMs < ANSWER_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const { value } = await ari.call('asterisk.getGlobalVar', { variable });
      if (value === '') continue;
      await ari.call('asterisk.setGlobalVar', { variable });
      return 'held';
    }
    return 'silent';
  }

  /** Answers a question; other events are none of its business. */
  async answer({ eventname, userevent }: ChannelUserevent): Promise<void> {
    const { id } = userevent;
    if (eventname !== QUESTION || typeof id !== 'string' || !ID.test(id)) return;
    await this.#parts.ari.call('asterisk.setGlobalVar', { variable: variableOf(id), value: 'held' });
  }
}

const variableOf = (id: string): string => `OUTDIAL_HOLDER_${id}`;
