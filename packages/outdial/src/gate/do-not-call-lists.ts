/** The do-not-call lists of the campaign file: opened once, and looked in before every call. */
import { resolve } from 'node:path';
import { DoNotCallSet, type ClientPolicy } from '@outdial/compliance';
import { countOf, defined, invariant } from '@outdial/core';
import { numberKeys } from '@outdial/lists';
import { SetInUse } from '@outdial/store';
import { listNameOf } from '../campaign-file/list-name.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { CampaignFile, DoNotCallListSource } from '../campaign-file/types.js';
import { registryCopyInstant } from './registry-copy.js';
import { DoNotCallListUnavailable } from './do-not-call-unavailable.js';

/** A do-not-call list in use, as reviews and refusals name it. */
export interface ListInUse {
  readonly name: string;
  readonly scope: DoNotCallListSource['scope'];
  /** National lists: ISO country of the registry. */
  readonly country?: string;
  readonly source: string;
  /** What it bars, where that is not every call: 'calls for telemarketing', 'recorded calls'. */
  readonly bars?: string;
  /** 'YYYY-MM-DD' on which the list was obtained. */
  readonly date: string;
  /** Epoch ms that stands for that date. */
  readonly versionAt: number;
  /** Numbers in it. */
  readonly size: number;
}

/** The do-not-call lists of a campaign, held in memory. */
export interface DoNotCallLists {
  /** The lists as they are now; a reload replaces one. */
  readonly inUse: readonly ListInUse[];
  /** The lists that hold an E.164 number. */
  holding(phone: string): readonly ListInUse[];
  /** Epoch ms of the oldest registry copy of a country; undefined without one. */
  versionAt(country: string): number | undefined;
  /** Looks for new versions of the files. Never throws. */
  refresh(): Promise<void>;
}

/** A campaign without lists. */
export const NO_LISTS: DoNotCallLists = {
  inUse: [],
  holding: () => [],
  versionAt: () => undefined,
  refresh: () => Promise.resolve(),
};

/** Who is told of lists. */
export interface ListListener {
  /** A version was taken in use: at the start, and at each replacement. */
  readonly onLoaded?: (list: ListInUse) => void;
  /** A new version was refused and the old one stays; said once for each. Names no number. */
  readonly onRefused?: (detail: string) => void;
}

/**
 * Reads every list of the campaign. Throws {@link DoNotCallListUnavailable} when one is missing or damaged.
 */
export async function openDoNotCallLists(
  campaign: LoadedCampaign,
  listener: ListListener = {},
): Promise<DoNotCallLists> {
  const files = campaign.file.doNotCall.lists.map((source) => new ListFile(campaign, source, listener));
  for (const file of files) await file.open();
  return files.length === 0 ? NO_LISTS : new LoadedLists(files);
}

/**
 * The policies by which lists other than registries refuse. They depend on the campaign file alone, so that a
 * recorded decision can be replayed without the lists.
 */
export function listPolicies({ doNotCall }: CampaignFile): readonly ClientPolicy[] {
  return doNotCall.lists
    .filter(({ scope }) => scope !== 'national')
    .map((list) => ({
      id: `client.do-not-call.${listNameOf(list)}`,
      kind: 'list' as const,
      title: `Numbers on the ${list.scope} do-not-call list`,
      list: listNameOf(list),
      source: list.source ?? `${list.scope} do-not-call list`,
      ...defined({ purposes: list.purposes, voices: list.voices }),
    }));
}

class LoadedLists implements DoNotCallLists {
  readonly #files: readonly ListFile[];

  constructor(files: readonly ListFile[]) {
    this.#files = files;
  }

  get inUse(): readonly ListInUse[] {
    return this.#files.map((file) => file.list);
  }

  holding(phone: string): readonly ListInUse[] {
    return this.#files.filter((file) => file.has(phone)).map((file) => file.list);
  }

  versionAt(country: string): number | undefined {
    const instants = this.#files.flatMap(({ list }) =>
      list.scope === 'national' && list.country === country ? [list.versionAt] : [],
    );
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  async refresh(): Promise<void> {
    for (const file of this.#files) await file.refresh();
  }
}

/** One list with its file. */
class ListFile {
  readonly #file: SetInUse<DoNotCallSet>;
  readonly #about: Pick<ListInUse, 'name' | 'scope' | 'country' | 'bars'>;
  readonly #source: string | undefined;
  readonly #path: string;
  readonly #listener: ListListener;
  #problem = '';
  #list: ListInUse | null = null;

  constructor(campaign: LoadedCampaign, source: DoNotCallListSource, listener: ListListener) {
    const country = source.scope === 'national' ? (source.country ?? campaign.file.countries[0]) : undefined;
    this.#about = {
      name: listNameOf(source),
      scope: source.scope,
      ...defined({ country, bars: barredBy(source) }),
    };
    this.#source = source.source;
    this.#path = resolve(campaign.folder, source.file);
    this.#listener = listener;
    this.#file = new SetInUse({
      path: this.#path,
      load: (bytes) => DoNotCallSet.fromBytes(bytes),
      onRefused: (detail) => this.#refused(detail),
    });
  }

  get list(): ListInUse {
    invariant(this.#list !== null, `the do-not-call list ${this.#about.name} was not opened`);
    return this.#list;
  }

  async open(): Promise<void> {
    if ((await this.#file.refresh()) === 'replaced') return this.#taken();
    throw new DoNotCallListUnavailable({ list: this.#about.name, path: this.#path, why: this.#problem });
  }

  async refresh(): Promise<void> {
    const before = this.#problem;
    const outcome = await this.#file.refresh();
    if (outcome === 'replaced') {
      this.#problem = '';
      this.#taken();
    } else if (outcome === 'refused' && this.#problem !== before) {
      this.#listener.onRefused?.(
        `the new version of the list '${this.#about.name}' is refused, the one of ${this.list.date} ` +
          `stays in use: ${this.#problem}`,
      );
    }
  }

  has(phone: string): boolean {
    const set = this.#file.current;
    return set !== null && numberKeys(phone).some((key) => set.has(key));
  }

  #refused(detail: string): void {
    this.#problem = detail;
  }

  #taken(): void {
    const set = this.#file.current;
    if (set === null) return;
    this.#list = {
      ...this.#about,
      source: this.#source ?? set.source,
      date: set.date,
      versionAt: registryCopyInstant(set.date),
      size: set.size,
    };
    this.#listener.onLoaded?.(this.#list);
  }
}

/** What a list bars, in words; undefined for one that bars every call. */
function barredBy({ purposes, voices = 'any' }: DoNotCallListSource): string | undefined {
  if (purposes === undefined && voices === 'any') return undefined;
  const calls = purposes === undefined ? 'calls' : `calls for ${purposes.join(', ')}`;
  return voices === 'any' ? calls : `${voices} ${calls}`;
}

/** A list in words: "national list US 'FTC registry' of 2026-06-01, 250,000,000 numbers". */
export function listText({ name, scope, country, source, date, size, bars }: ListInUse): string {
  const which =
    scope === 'national'
      ? `national list${country === undefined ? '' : ` ${country}`}`
      : name === scope
        ? `${scope} list`
        : `${scope} list ${name}`;
  const barred = bars === undefined ? '' : `, bars ${bars}`;
  return `${which} '${source}' of ${date}, ${countOf(size, 'number')}${barred}`;
}
