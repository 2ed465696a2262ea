/** One trunk of the adapter: its limits, its slots, and how it writes numbers. */
import { errorFrom } from '@outdial/core';
import { ASTERISK_ERRORS } from '../errors.js';
import { isE164 } from '@outdial/core';

/** Settings of one trunk. */
export interface TrunkOptions {
  /** Name by which a dial command asks for it. */
  readonly name: string;
  /** Dial string with `{number}`, e.g. `PJSIP/{number}@carrier`. */
  readonly endpoint: string;
  /** Calls at once; agents' legs do not count. */
  readonly channels: number;
  /** Calls started a second, evenly spaced. Default 5. */
  readonly callsPerSecond?: number;
  /** Digits put before the called number. */
  readonly prefix?: string;
  /**
   * `e164`: '+15551234567' (default), `digits`: '15551234567', `national`: without the country calling code.
   */
  readonly numberFormat?: 'e164' | 'digits' | 'national';
  /** Country calling codes it carries, e.g. ['1', '44']; absent: every one. `national` needs them. */
  readonly destinations?: readonly string[];
}

/** A trunk with its slots. */
export class OutboundTrunk {
  readonly name: string;
  readonly channels: number;
  readonly #options: TrunkOptions;
  readonly #codes: readonly string[] | null;
  readonly #spacingMs: number;
  #inUse = 0;
  #nextStartAt = 0;

  constructor(options: TrunkOptions) {
    const rate = options.callsPerSecond ?? 5;
    checkOptions(options, rate);
    this.name = options.name;
    this.channels = options.channels;
    this.#options = options;
    this.#spacingMs = 1000 / rate;
    this.#codes =
      options.destinations?.map((code) => code.replace(/\D/g, '')).sort((a, b) => b.length - a.length) ??
      null;
  }

  /** Calls on the trunk now. */
  get inUse(): number {
    return this.#inUse;
  }

  /** Calls that may be added now. */
  get free(): number {
    return this.channels - this.#inUse;
  }

  /** Epoch ms at which the next call may start. */
  get nextStartAt(): number {
    return this.#nextStartAt;
  }

  /** The endpoint behind the trunk as ARI names event sources, e.g. `endpoint:PJSIP/carrier`. */
  get eventSource(): string {
    const [technology, rest = ''] = this.#options.endpoint.split('/', 2);
    const resource = rest.includes('@') ? rest.slice(rest.indexOf('@') + 1) : rest.replace('{number}', '');
    return `endpoint:${technology}/${resource}`;
  }

  /** True when the trunk may carry a call to this E.164 number. */
  carries(phone: string): boolean {
    return (
      isE164(phone) && (this.#codes === null || this.#codes.some((code) => phone.startsWith(`+${code}`)))
    );
  }

  /** The dial string of a number that {@link carries} allows. */
  dialString(phone: string): string {
    return this.#options.endpoint.replace('{number}', `${this.#options.prefix ?? ''}${this.written(phone)}`);
  }

  /** A number as this trunk writes it: the called and the caller's. */
  written(phone: string): string {
    const digits = phone.replace(/^\+/, '');
    switch (this.#options.numberFormat ?? 'e164') {
      case 'e164':
        return `+${digits}`;
      case 'digits':
        return digits;
      case 'national': {
        const code = this.#codes?.find((known) => digits.startsWith(known)) ?? '';
        return digits.slice(code.length);
      }
    }
  }

  /** Takes a slot and the next start, at `now` (epoch ms). */
  take(now: number): void {
    this.#inUse += 1;
    this.#nextStartAt = Math.max(now, this.#nextStartAt) + this.#spacingMs;
  }

  /** Takes a slot for a call in progress that was found after a restart. */
  adopt(): void {
    this.#inUse += 1;
  }

  /** Frees a slot. */
  release(): void {
    this.#inUse = Math.max(0, this.#inUse - 1);
  }
}

function checkOptions(options: TrunkOptions, rate: number): void {
  const { channels, endpoint, name: trunk } = options;
  const placeholder = '{number}';
  if (!endpoint.includes(placeholder))
    throw errorFrom(ASTERISK_ERRORS, 'trunk-endpoint-invalid', { trunk, endpoint, placeholder });
  if (!Number.isInteger(channels) || channels < 1)
    throw errorFrom(ASTERISK_ERRORS, 'trunk-channels-invalid', { trunk, channels });
  if (!(rate > 0)) throw errorFrom(ASTERISK_ERRORS, 'trunk-rate-invalid', { trunk, rate });
  if (options.numberFormat === 'national' && !options.destinations?.length)
    throw errorFrom(ASTERISK_ERRORS, 'trunk-destinations-missing', { trunk });
}
