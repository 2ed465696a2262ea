/** Baseline: the two control loops of VICIdial. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/**
 * VICIdial's two loops, from the public source `ccabrerar/vicidial` (SVN revision 3884, 2024):
 * `bin/AST_VDauto_dial.pl` and `bin/AST_VDadapt.pl`. Re-implemented from a description of their behaviour; no
 * code was copied.
 */
export interface VicidialOptions {
  readonly method: 'RATIO' | 'ADAPT_HARD_LIMIT' | 'ADAPT_AVERAGE' | 'ADAPT_TAPERED';
  /** Fixed level of RATIO; the first level of ADAPT (default 1). */
  readonly level?: number;
  /** Count only READY agents, not those in a call. Default false. */
  readonly availableOnly?: boolean;
  /** Maximum adapt level; default 3. */
  readonly maxLevel?: number;
  /** Drop limit, a share; default 0.03. */
  readonly dropLimit?: number;
  /** Target difference in agents; default 0. */
  readonly differenceTarget?: number;
  /** Intensity modifier in percent; default 0. */
  readonly intensity?: number;
  /**
   * Clock reading (HHMM) at the start, and the latest calling time: the taper subtracts them as plain
   * integers. Defaults 900 and 2100.
   */
  readonly startsAt?: number;
  readonly latestTime?: number;
}

const DIAL_PERIOD = 2_500;
const SAMPLE_PERIOD = 1_000;
const ADAPT_PERIOD = 15_000;
const SAMPLES = 15;
const DAY = 86_400_000;

class Vicidial extends CountingPacer implements VicidialPacer {
  readonly #options: Required<VicidialOptions>;
  #level: number;
  #goalAt = -Infinity;
  #sampledAt = -Infinity;
  #adaptedAt: number | undefined;
  readonly #samples: { readonly ready: number; readonly waiting: number; readonly all: number }[] = [];
  #allowance = 0;
  #dialsAtGoal = 0;

  constructor(options: VicidialOptions) {
    super();
    this.#options = {
      level: 1,
      availableOnly: false,
      maxLevel: 3,
      dropLimit: 0.03,
      differenceTarget: 0,
      intensity: 0,
      startsAt: 900,
      latestTime: 2_100,
      ...options,
    };
    this.#level = this.#options.level;
  }

  get level(): number {
    return this.#level;
  }

  protected newCalls(now: number): number {
    this.#adaptedAt ??= now;
    if (now - this.#sampledAt >= SAMPLE_PERIOD) this.#sample(now);
    if (this.#options.method !== 'RATIO' && now - this.#adaptedAt >= ADAPT_PERIOD) this.#adapt(now);
    if (now - this.#goalAt >= DIAL_PERIOD) this.#setGoal(now);
    // What this tick allowed, less what was dialed of it already.
    return this.#allowance - (this.dialsAt.length - this.#dialsAtGoal);
  }

  /**
   * The auto-dial loop: goal less existing calls, placed over one period; ringing calls are never given up.
   */
  #setGoal(now: number): void {
    this.#goalAt = now;
    const ready = this.count('ready');
    const live = this.count('talking');
    const counted = this.#options.availableOnly ? ready : ready + live;
    const goal = Math.round(this.#level * counted) + (this.#options.availableOnly ? this.bridged : 0);
    this.#allowance = Math.max(0, goal - this.calls.size);
    this.#dialsAtGoal = this.dialsAt.length;
  }

  #sample(now: number): void {
    this.#sampledAt = now;
    this.#samples.push({ ready: this.count('ready'), waiting: this.waiting, all: this.agents.size });
    if (this.#samples.length > SAMPLES) this.#samples.shift();
  }

  #adapt(now: number): void {
    this.#adaptedAt = now;
    const { differenceTarget, intensity, maxLevel, dropLimit } = this.#options;
    const mean = (of: (sample: { ready: number; waiting: number; all: number }) => number): number =>
      this.#samples.reduce((sum, sample) => sum + of(sample), 0) / Math.max(1, this.#samples.length);
    const everyone = mean((sample) => sample.all);
    if (everyone === 0) return;
    const x =
      (mean((sample) => sample.ready) - mean((sample) => sample.waiting) + differenceTarget) / everyone;
    const k = intensity / 100;
    const step = x >= 0 ? x * (1 + k) : x * Math.abs(k - 1);
    let level = Math.max(1, Math.min(maxLevel, Math.round(this.#level * (1 + step) * 1_000) / 1_000));
    const [callsNow, dropsNow] = [
      this.within(this.dialsAt, now, 60_000),
      this.within(this.abandonmentsAt, now, 60_000),
    ];
    if (callsNow > 20 && dropsNow / callsNow > 0.5) level /= 2;
    if (this.#callsToday(now) > 50 && this.#dropShareToday(now) > dropLimit) level = this.#braked(level, now);
    this.#level = Math.max(1, level);
  }

  #braked(level: number, now: number): number {
    if (this.#options.method === 'ADAPT_HARD_LIMIT') return 1;
    if (this.#options.method === 'ADAPT_AVERAGE') return level / 2;
    const left = this.#options.latestTime - this.#clockReading(now);
    if (left < 0) return 1;
    return left > 1_000 ? level : level * (left / 1_000);
  }

  /** HHMM of a shift that starts at `startsAt`. */
  #clockReading(now: number): number {
    const start = Math.floor(this.#options.startsAt / 100) * 60 + (this.#options.startsAt % 100);
    const minutes = (start + Math.floor((now - (this.startedAt ?? now)) / 60_000)) % 1_440;
    return Math.floor(minutes / 60) * 100 + (minutes % 60);
  }

  #callsToday(now: number): number {
    return this.within(this.dialsAt, now, (now - (this.startedAt ?? now)) % DAY);
  }

  #dropShareToday(now: number): number {
    const today = (now - (this.startedAt ?? now)) % DAY;
    const answers = this.within(this.answersAt, now, today);
    return answers > 0 ? this.within(this.abandonmentsAt, now, today) / answers : 0;
  }
}

/** VICIdial's pacer, whose dial level can be read. */
export interface VicidialPacer extends Pacer {
  /** Calls per agent at present. */
  readonly level: number;
}

/** VICIdial with a fixed or an adapted dial level. */
export function vicidialBaseline(options: VicidialOptions): VicidialPacer {
  return new Vicidial(options);
}
