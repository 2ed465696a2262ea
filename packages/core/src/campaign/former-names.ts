/**
 * Names that settings had before their unit became part of the name. Without this table, settings and
 * snapshots with a former name would lose a duration in silence.
 */

/** The settings that were renamed, by the object that holds them. */
const FORMER_NAMES = {
  settings: {
    connectGrace: 'connectGraceMs',
    ringTimeout: 'ringTimeoutMs',
    setupTimeout: 'setupTimeoutMs',
    abandonedBan: 'abandonedBanMs',
    dialCommandLife: 'dialCommandLifeMs',
  },
  preview: { timeout: 'timeoutMs', skipDelay: 'skipDelayMs' },
  wrapUp: { timeout: 'timeoutMs' },
  retry: { alternateDelay: 'alternateDelayMs', minimumDelay: 'minimumDelayMs' },
  rule: { delay: 'delayMs' },
} as const;

/** An object of unknown shape. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** Current names by former ones. */
export type Renames = Readonly<Record<string, string>>;

/** One setting under its former name, and the name that it has now. */
export interface FormerName {
  /** Path from the settings: 'ringTimeout', 'preview.skipDelay', 'retry.rules.busy.delay'. */
  readonly path: string;
  readonly current: string;
}

/** Every setting that has its former name. Empty for settings of this version. */
export function findFormerNames(settings: object): readonly FormerName[] {
  const found: FormerName[] = [];
  withCurrentNames(settings, (path, current) => found.push({ path, current }));
  return found;
}

/**
 * The settings with every former name replaced by the current one. Flows and all other values stay as they
 * are. `note` gets each former name that was found.
 */
export function withCurrentNames(
  settings: object,
  note: (path: string, current: string) => void = () => undefined,
): PlainObject {
  const at = (path: string, names: Renames) => (value: unknown) =>
    isPlain(value) ? renamed(value, names, (former, current) => note(`${path}.${former}`, current)) : value;
  const rulesOf = (rules: unknown): unknown =>
    isPlain(rules) ? mapped(rules, (outcome) => at(`retry.rules.${outcome}`, FORMER_NAMES.rule)) : rules;

  const parts: Readonly<Record<string, (value: unknown) => unknown>> = {
    preview: at('preview', FORMER_NAMES.preview),
    wrapUp: at('wrapUp', FORMER_NAMES.wrapUp),
    retry: (retry) => changed(at('retry', FORMER_NAMES.retry)(retry), { rules: rulesOf }),
    dispositions: (list) =>
      Array.isArray(list)
        ? list.map((entry: unknown, index) =>
            changed(entry, { retry: at(`dispositions[${index}].retry`, FORMER_NAMES.rule) }),
          )
        : list,
  };
  return changed(renamed({ ...settings }, FORMER_NAMES.settings, note), parts) as PlainObject;
}

/** A copy of the object whose keys have their current names, in the same order. */
export function renamed(
  object: PlainObject,
  names: Renames,
  note: (former: string, current: string) => void = () => undefined,
): PlainObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const current = Object.hasOwn(names, key) ? names[key] : undefined;
      if (current !== undefined) note(key, current);
      return [current ?? key, value];
    }),
  );
}

/** A copy with the values of some keys changed. Keys that are absent stay absent. */
function changed(value: unknown, changes: Readonly<Record<string, (value: unknown) => unknown>>): unknown {
  if (!isPlain(value)) return value;
  return mapped(value, (key) => (Object.hasOwn(changes, key) && changes[key]) || ((same) => same));
}

function mapped(object: PlainObject, changeOf: (key: string) => (value: unknown) => unknown): PlainObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, changeOf(key)(value)]));
}

/** Whether the value is an object with keys, and not a list. */
export function isPlain(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
