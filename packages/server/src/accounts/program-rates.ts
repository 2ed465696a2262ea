/** How many requests each program may make. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Requests of one token a minute: ten a second, all day. */
const REQUESTS_A_MINUTE = 600;

/** Counts the requests of programs, so that one that runs wild leaves the floor its server. */
export class ProgramRates {
  readonly #requests: RateLimiterMemory;

  constructor(requestsAMinute = REQUESTS_A_MINUTE) {
    this.#requests = new RateLimiterMemory({ points: requestsAMinute, duration: 60 });
  }

  /** Counts a request. Seconds that the program must wait; 0: it may be made. */
  async begin(tokenId: string): Promise<number> {
    const used: RateLimiterRes = await this.#requests.penalty(tokenId);
    return used.consumedPoints > this.#requests.points ? Math.ceil(used.msBeforeNext / 1000) : 0;
  }
}
