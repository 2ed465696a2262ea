/** The text of a campaign file: settings are changed in place, so that comments and order stay. */
import { differingSettings, type SettingDifference } from 'outdial';
import { isScalar, parseDocument, stringify } from 'yaml';

/** A setting to be changed; null takes it out. */
export interface SettingChange {
  /** Where: 'dialing.lines', 'lists'. */
  readonly path: string;
  readonly value: unknown;
}

/** The text with settings changed. One that cannot be parsed stays as it is: its examination says why. */
export function changeSettings(text: string, changes: readonly SettingChange[]): string {
  return changes.reduce(changeOne, text);
}

function changeOne(text: string, { path, value }: SettingChange): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text;
  const keys = path.split('.');
  const present = document.getIn(keys, true);
  const [from, to] = isScalar(present) && isPlain(value) ? (present.range ?? []) : [];
  // Where a value is replaced by a value, nothing else of the text changes.
  if (from !== undefined && to !== undefined)
    return `${text.slice(0, from)}${stringify(value, { lineWidth: 0 }).trimEnd()}${text.slice(to)}`;
  if (value === null) document.deleteIn(keys);
  else document.setIn(keys, document.createNode(path === 'lists' ? listsFor(text, value) : value));
  return document.toString({ lineWidth: 0 });
}

/** The section of lists for these ids: a list that stays keeps its settings. */
function listsFor(text: string, value: unknown): unknown {
  const settings = settingsIn(text);
  const present =
    typeof settings === 'object' && settings !== null && 'lists' in settings ? settings.lists : null;
  if (!Array.isArray(value)) return value;
  const known = (Array.isArray(present) ? present : []) as readonly { readonly id?: unknown }[];
  const settingsOf = (id: unknown): object => known.find((list) => list.id === id) ?? { id };
  return value.map((each: unknown) => {
    if (typeof each === 'string') return settingsOf(each);
    if (typeof each !== 'object' || each === null || !('id' in each)) return each;
    return withoutNulls({ ...settingsOf(each.id), ...each });
  });
}

/** What an entry is given as null is taken out of it. */
function withoutNulls(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
}

function isPlain(value: unknown): boolean {
  return value !== null && typeof value !== 'object' && !(typeof value === 'string' && value.includes('\n'));
}

/** The settings as written, without defaults; an unreadable text has none. */
export function settingsIn(text: string): unknown {
  try {
    return parseDocument(text).toJS() as unknown;
  } catch {
    return null;
  }
}

/** Settings that differ, in the order of their names. */
export function differenceOf(before: string, after: string): readonly SettingDifference[] {
  return differingSettings(settingsIn(before), settingsIn(after));
}
