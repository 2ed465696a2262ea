/** Builders for numbers and texts whose range stands in the table of limits of core. */
import { z } from 'zod';
import { hasHidden, LIMITS, type LimitName } from '@outdial/core';

/** A whole number within the limit of this name. */
export function whole(name: LimitName): z.ZodInt {
  return z.int().min(LIMITS[name].min).max(LIMITS[name].max);
}

/** A number within the limit of this name. */
export function amount(name: LimitName): z.ZodNumber {
  const { min, max, exclusive } = LIMITS[name];
  return exclusive ? z.number().gt(min).max(max) : z.number().min(min).max(max);
}

/** A text whose length is within the limit of this name. */
export function limitedText(name: LimitName): z.ZodString {
  const { min, max } = LIMITS[name];
  return min > 0 ? z.string().min(min).max(max) : z.string().max(max);
}

/** A text as {@link limitedText}, on one line and without control characters or marks of direction. */
export function plainText(name: LimitName): z.ZodString {
  return limitedText(name).refine((text) => !hasHidden(text), {
    error: 'must hold no control characters, line breaks or marks of direction',
    abort: true,
  });
}

/** A text of several lines without other control characters. */
export function linesOfText(name: LimitName): z.ZodString {
  return limitedText(name).refine((text) => !hasHidden(text.replaceAll(/\r?\n/g, ' ')), {
    error: 'must hold no control characters or marks of direction',
    abort: true,
  });
}
