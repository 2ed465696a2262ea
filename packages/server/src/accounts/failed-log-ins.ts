/** Failed log-ins: how many an account and an address may have before they must wait. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** How many failures are allowed, and for how long they count. */
export interface FailureLimits {
  /** Of one account. */
  readonly perAccount: number;
  /** From one address: a whole office may share it. */
  readonly perAddress: number;
  readonly countedForSeconds: number;
}

const USUAL: FailureLimits = { perAccount: 10, perAddress: 100, countedForSeconds: 15 * 60 };

/** Counts failed log-ins. What succeeds is not counted, so that a shift can begin at one address. */
export class FailedLogIns {
  readonly #ofAccount: RateLimiterMemory;
  readonly #ofAddress: RateLimiterMemory;

  constructor(limits: Partial<FailureLimits> = {}) {
    const { perAccount, perAddress, countedForSeconds: duration } = { ...USUAL, ...limits };
    this.#ofAccount = new RateLimiterMemory({ points: perAccount, duration });
    this.#ofAddress = new RateLimiterMemory({ points: perAddress, duration });
  }

  /**
   * Begins a try. Seconds that it must wait; 0: it may be made, and counts against the account from now on,
   * so that tries made at the same time do not pass the limit together.
   */
  async begin(accountId: string, address: string): Promise<number> {
    const ofAddress = await this.#ofAddress.get(address);
    if (ofAddress !== null && ofAddress.consumedPoints >= this.#ofAddress.points) return secondsOf(ofAddress);
    const ofAccount = await this.#ofAccount.penalty(accountId);
    return ofAccount.consumedPoints > this.#ofAccount.points ? secondsOf(ofAccount) : 0;
  }

  /** The try failed: it counts against the address, too. */
  async failed(address: string): Promise<void> {
    await this.#ofAddress.penalty(address);
  }

  /** The try succeeded: the failures of the account no longer count. */
  async succeeded(accountId: string): Promise<void> {
    await this.#ofAccount.delete(accountId);
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.ceil(msBeforeNext / 1000);
}
