/** A sum over digests of rows. The order of the rows does not matter; other rows give another sum. */
const MODULUS = 1n << 128n;

/** A sum as an entry keeps it. */
export interface StatedSum {
  readonly count: number;
  /** Hexadecimal. */
  readonly sum: string;
}

/** Adds up digests in constant memory: order does not count, how often a digest comes does. */
export class RowSum {
  #count = 0;
  #sum = 0n;

  get count(): number {
    return this.#count;
  }

  /** Adds one row, or with -1 takes one away. */
  add(digest: string, times: 1 | -1 = 1): void {
    const value = BigInt(`0x${digest}`);
    this.#count += times;
    this.#sum = times === 1 ? (this.#sum + value) % MODULUS : (this.#sum + MODULUS - value) % MODULUS;
  }

  /** Adds the rows that another sum stands for. */
  addSum({ count, sum }: StatedSum): void {
    this.#count += count;
    this.#sum = (this.#sum + BigInt(`0x${sum}`)) % MODULUS;
  }

  /** As an entry keeps it. */
  stated(): StatedSum {
    return { count: this.#count, sum: this.#sum.toString(16) };
  }

  /** True where both stand for the same rows. */
  equals(other: RowSum): boolean {
    return this.#count === other.#count && this.#sum === other.#sum;
  }
}
