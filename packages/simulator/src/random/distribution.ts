/** Distributions of durations as data, and how a value is drawn from each. */
import type { RandomStream } from './random-source.js';

/**
 * A distribution as data, so that a scenario can be written down as JSON. Values in whatever unit the place
 * it is used in says (mostly ms).
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** By its own mean and standard deviation, not those of the logarithm. */
  | { readonly kind: 'lognormal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly shape: number }
  | { readonly kind: 'weibull'; readonly scale: number; readonly shape: number }
  /** One of the observed values, all alike likely. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] }
  | {
      readonly kind: 'mixture';
      readonly parts: readonly { readonly weight: number; readonly of: Distribution }[];
    }
  /** `of` moved to the right by `by`. */
  | { readonly kind: 'shifted'; readonly by: number; readonly of: Distribution };

/** One draw. Throws a RangeError on parameters that make no distribution. */
export function sample(distribution: Distribution, stream: RandomStream): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return distribution.from + (distribution.to - distribution.from) * stream.uniform();
    case 'exponential':
      return -distribution.mean * Math.log(1 - stream.uniform());
    case 'lognormal':
      return sampleLognormal(distribution.mean, distribution.sd, stream);
    case 'gamma':
      return (distribution.mean / distribution.shape) * sampleStandardGamma(distribution.shape, stream);
    case 'weibull':
      return distribution.scale * (-Math.log(1 - stream.uniform())) ** (1 / distribution.shape);
    case 'empirical':
      return stream.pick(distribution.values);
    case 'mixture':
      return sample(pickPart(distribution.parts, stream), stream);
    case 'shifted':
      return distribution.by + sample(distribution.of, stream);
  }
}

/** The expectation, in closed form. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return (distribution.from + distribution.to) / 2;
    case 'exponential':
    case 'lognormal':
    case 'gamma':
      return distribution.mean;
    case 'weibull':
      return distribution.scale * gammaFunction(1 + 1 / distribution.shape);
    case 'empirical':
      return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length;
    case 'mixture': {
      const total = distribution.parts.reduce((sum, part) => sum + part.weight, 0);
      return distribution.parts.reduce((sum, part) => sum + (part.weight / total) * meanOf(part.of), 0);
    }
    case 'shifted':
      return distribution.by + meanOf(distribution.of);
  }
}

function sampleLognormal(mean: number, sd: number, stream: RandomStream): number {
  const variance = Math.log(1 + (sd / mean) ** 2);
  return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * stream.normal());
}

/**
 * Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26(3); below
 * shape 1 by their boost.
 */
function sampleStandardGamma(shape: number, stream: RandomStream): number {
  if (!(shape > 0)) throw new RangeError(`gamma: shape ${String(shape)} is not above 0`);
  if (shape < 1) return sampleStandardGamma(shape + 1, stream) * (1 - stream.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = stream.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - stream.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function pickPart(
  parts: readonly { readonly weight: number; readonly of: Distribution }[],
  stream: RandomStream,
): Distribution {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  let left = stream.uniform() * total;
  for (const part of parts) {
    left -= part.weight;
    if (left < 0) return part.of;
  }
  const last = parts.at(-1);
  if (!last) throw new RangeError('mixture: no parts');
  return last.of;
}

/**
 * Gamma function for x >= 1. Source: Lanczos approximation, g = 7, n = 9 (Godfrey's coefficients); relative
 * error below 1e-13.
 */
function gammaFunction(x: number): number {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  const series = coefficients.reduce(
    (sum, coefficient, index) => sum + coefficient / (z + index + 1),
    0.99999999999980993,
  );
  const t = z + coefficients.length - 0.5;
  return Math.sqrt(2 * Math.PI) * t ** (z + 0.5) * Math.exp(-t) * series;
}
