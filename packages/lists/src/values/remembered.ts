/** Readings of texts that come again and again in a column: a list of a million rows has fifty states. */

/** Readings remembered a reader; a column of free text must not fill the memory. */
const KEPT = 4_000;
/** Longest text remembered: V8 keeps the whole line alive for a longer piece of it. */
const LONGEST = 12;

/**
 * The same reader, which remembers what it said of short texts. For readers whose answer depends on text and
 * kind alone, `kind` being one of few.
 */
export function remembered<Value, Kind extends string>(
  read: (text: string, kind: Kind) => Value,
): (text: string, kind: Kind) => Value {
  const kinds = new Map<Kind, Map<string, Value>>();
  return (text, kind) => {
    if (text.length > LONGEST) return read(text, kind);
    let readings = kinds.get(kind);
    if (!readings) {
      readings = new Map();
      kinds.set(kind, readings);
    }
    const known = readings.get(text);
    if (known !== undefined) return known;
    const value = read(text, kind);
    if (value !== undefined && readings.size < KEPT) readings.set(text, value);
    return value;
  };
}
