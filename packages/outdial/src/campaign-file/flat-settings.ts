/** Settings of a campaign by their places, and those that differ between two campaigns. */

/** Every value by its place ('dialing.lines', 'lists[0].id') as a JSON text. */
export function flatSettings(settings: unknown): ReadonlyMap<string, string> {
  return flat(settings, '', new Map());
}

function flat(value: unknown, at: string, into: Map<string, string>): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    if (at !== '') into.set(at, JSON.stringify(value));
    return into;
  }
  const isList = Array.isArray(value);
  for (const [name, inner] of Object.entries(value))
    flat(inner, isList ? `${at}[${name}]` : at === '' ? name : `${at}.${name}`, into);
  if (at !== '' && Object.keys(value).length === 0) into.set(at, isList ? '[]' : '{}');
  return into;
}

/** One setting that differs. JSON texts; null: it is not there. */
export interface SettingDifference {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Settings that differ, in the order of their names. */
export function differingSettings(before: unknown, after: unknown): readonly SettingDifference[] {
  const [old, now] = [flatSettings(before), flatSettings(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path) ?? null, now.get(path) ?? null];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}
