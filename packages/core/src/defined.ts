/**
 * Optional properties. Under `exactOptionalPropertyTypes` an absent property and one that holds `undefined`
 * differ; `defined` turns the second into the first, so that no source needs a conditional spread.
 */

/** `Shape` with every key that may be undefined made optional; the other keys stay required. */
export type Defined<Shape> = Shape extends unknown
  ? Flat<
      { [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key] } & {
        [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined>;
      }
    >
  : never;

type Flat<Shape> = { [Key in keyof Shape]: Shape[Key] };

/**
 * A copy of the object without the properties whose value is undefined. `null`, `0`, `''` and `false` stay.
 * Shallow: values are not copied. Not for hot loops: it builds a new object on every call.
 *
 * @example defined({ id: 'a', note: undefined }) // { id: 'a' }
 */
export function defined<const Shape extends object>(shape: Shape): Defined<Shape> {
  const kept: Record<string, unknown> = {};

  for (const key in shape) {
    const value = shape[key];
    if (value !== undefined && Object.hasOwn(shape, key)) kept[key] = value;
  }
  return kept as Defined<Shape>;
}
