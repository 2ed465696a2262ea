/** Seeded draws of durations for the small pacing simulation. */
/** A seeded source of uniform numbers in [0, 1). */
export type UniformDraw = () => number;

/** Mulberry32: small, fast, good enough for event simulation; the same seed gives the same run everywhere. */
export function seededRandom(seed: number): UniformDraw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws a duration in ms. */
export type Sampler = (random: UniformDraw) => number;

/** Always the same. */
export const constant =
  (value: number): Sampler =>
  () =>
    value;

/** Exponential with this mean. */
export const exponential =
  (mean: number): Sampler =>
  (random) =>
    -mean * Math.log(1 - random());

/** Uniform between two durations. */
export const uniform =
  (low: number, high: number): Sampler =>
  (random) =>
    low + (high - low) * random();

/** Lognormal with this mean and coefficient of variation. */
export function lognormal(mean: number, variation: number): Sampler {
  const variance = Math.log(1 + variation * variation);
  const location = Math.log(mean) - variance / 2;
  return (random) => Math.exp(location + Math.sqrt(variance) * standardNormal(random));
}

/** Gamma with integer shape (a sum of exponentials) and this mean. */
export const erlang =
  (shape: number, mean: number): Sampler =>
  (random) => {
    let product = 1;
    for (let i = 0; i < shape; i += 1) product *= 1 - random();
    return (-mean / shape) * Math.log(product);
  };

/** The first sampler with this probability, else the second. */
export const mixture =
  (share: number, first: Sampler, second: Sampler): Sampler =>
  (random) =>
    random() < share ? first(random) : second(random);

/** Pareto with this mean and tail index above 1: heavy tails. */
export const pareto =
  (mean: number, index: number): Sampler =>
  (random) =>
    (mean * (index - 1)) / index / (1 - random()) ** (1 / index);

function standardNormal(random: UniformDraw): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
