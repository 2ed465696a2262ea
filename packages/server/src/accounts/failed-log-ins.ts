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

  /** Seconds that the next try must wait; 0: it may be made. */
  async waitSeconds(accountId: string, address: string): Promise<number> {
    const [ofAccount, ofAddress] = await Promise.all([
      this.#ofAccount.get(accountId),
      this.#ofAddress.get(address),
    ]);
    const waits = [waitOf(ofAccount, this.#ofAccount.points), waitOf(ofAddress, this.#ofAddress.points)];
    return Math.ceil(Math.max(...waits) / 1000);
  }

  /** A try failed. */
  async failed(accountId: string, address: string): Promise<void> {
    await Promise.all([this.#ofAccount.penalty(accountId), this.#ofAddress.penalty(address)]);
  }

  /** A try succeeded: the failures of the account no longer count. */
  async succeeded(accountId: string): Promise<void> {
    await this.#ofAccount.delete(accountId);
  }
}

function waitOf(state: RateLimiterRes | null, most: number): number {
  return state !== null && state.consumedPoints >= most ? state.msBeforeNext : 0;
}
