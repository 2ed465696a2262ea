/** Which parts of telephony are away while the rest goes on, as the notices of the adapter tell it. */
import type { Notice, NoticeCode } from '@outdial/asterisk-adapter';
import type { TelephonyTrouble } from './platform.js';

/** Notices that a part is away, each with the one that it is back. */
const BACK: Readonly<Partial<Record<NoticeCode, NoticeCode>>> = {
  'trunk-silent': 'trunk-answers',
  'server-down': 'server-up',
};
const ENDINGS: ReadonlySet<NoticeCode> = new Set(Object.values(BACK));

/** Keeps them by part. */
export class TelephonyTroubles {
  readonly #now: () => number;
  readonly #troubles = new Map<string, TelephonyTrouble>();

  /** `now`: epoch ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes a notice; those of other kinds are passed over. */
  take({ code, message, context = {} }: Notice): void {
    const ending = BACK[code] ?? code;
    if (!ENDINGS.has(ending)) return;
    const part = [ending, context['trunk'], context['server']].join(' ');
    if (code === ending) this.#troubles.delete(part);
    else this.#troubles.set(part, { text: sentence(message), since: this.#now() });
  }

  /** What is away, that first which has been for longest. */
  all(): readonly TelephonyTrouble[] {
    return [...this.#troubles.values()];
  }
}

/** "trunk 'a': no answer" is "Trunk 'a': no answer." */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
