/** Keeps a campaign for one dialer once, however often and by whom it is asked for. */
import type { ReserveOptions } from '@outdial/store';

/** The reservation of a campaign by one dialer. One that failed may be asked for again. */
export class Reservation {
  readonly #reserve: (options: ReserveOptions) => Promise<void>;
  #underWay: Promise<void> | undefined;
  /** The reservation under way was asked for, by a person or a program; none that only joins. */
  #isAsked = false;

  constructor(reserve: (options: ReserveOptions) => Promise<void>) {
    this.#reserve = reserve;
  }

  /** Reserves the campaign, or answers with the reservation that is there. */
  ask(options: ReserveOptions): Promise<void> {
    const isAsked = options.joins !== true;
    // Who is asked to start does more than one who only joins, and may be under way.
    if (this.#underWay && isAsked && !this.#isAsked) return this.#underWay.catch(() => this.ask(options));
    this.#isAsked = isAsked;
    this.#underWay ??= this.#reserve(options).catch((error: unknown) => {
      this.#underWay = undefined;
      throw error;
    });
    return this.#underWay;
  }
}
