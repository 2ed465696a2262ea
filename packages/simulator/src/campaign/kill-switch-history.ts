/** When the kill switch was on during a simulated run. */

/** The periods of the kill switch, epoch ms; while it is on, the last one ends at Infinity. */
export class KillSwitchHistory {
  readonly #periods: { from: number; to: number }[] = [];

  get periods(): readonly { readonly from: number; readonly to: number }[] {
    return this.#periods;
  }

  isOn(): boolean {
    return this.#periods.at(-1)?.to === Infinity;
  }

  turnOn(at: number): void {
    this.#periods.push({ from: at, to: Infinity });
  }

  /** False where it was off already. */
  turnOff(at: number): boolean {
    const last = this.#periods.at(-1);
    if (last?.to !== Infinity) return false;
    last.to = at;
    return true;
  }
}
