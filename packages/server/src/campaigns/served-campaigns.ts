/** The campaigns of a server: documents in the store, and those of them that are on the floor. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { countOf, defined, faultText, isOutdialError } from '@outdial/core';
import {
  addCampaignVersion,
  listCampaignDocuments,
  listCampaignVersions,
  readCampaignVersion,
  type Store,
} from '@outdial/store';
import {
  createAutomaticTeam,
  examineCampaign,
  importListFile,
  loadLawOfCampaign,
  parseCampaignFile,
  readCampaignFile,
  type Adoption,
  type AutomaticTeam,
  type CallFloor,
  type CampaignExamination,
  type Dialer,
  type LawAt,
  type LoadedCampaign,
} from 'outdial';
import { Notices } from './notices.js';

/** A campaign that is on the floor. */
export interface ServedCampaign {
  readonly loaded: LoadedCampaign;
  /** The version of its document that is in force. */
  readonly version: number;
  readonly dialer: Dialer;
  /** What the law says of it, loaded once. */
  readonly lawAt: LawAt;
  /** Agents that act by themselves; null: the campaign has none. */
  readonly team: AutomaticTeam | null;
}

/** What the campaigns need. */
export interface ServedCampaignsParts {
  readonly floor: CallFloor;
  /** Folder of the server. */
  readonly folder: string;
  /** Takes lines for the person who started the server. */
  readonly say: (line: string) => void;
  /** Takes what went wrong and was survived. */
  readonly onFault: (detail: string) => void;
}

/** A campaign that cannot be used, and why. */
export interface UnusableCampaign {
  /** Id of the campaign, or the name of its file where nobody knows it. */
  readonly name: string;
  /** What is wrong, and what to do. */
  readonly text: string;
}

/** Where documents that a person wrote have their place: relative paths in them count from it. */
const FOLDER = 'campaigns';

/** The campaigns of a server. */
export class ServedCampaigns {
  readonly #parts: ServedCampaignsParts;
  readonly #served = new Map<string, ServedCampaign>();
  /** The newest version that was adopted, as far as a running campaign may. */
  readonly #followed = new Map<string, number>();
  /** Campaigns that a file of the server names. */
  readonly #ofFiles = new Set<string>();
  /** Why a campaign is not on the floor. */
  readonly #faults = new Map<string, string>();
  /** What is wrong with each file of the server that cannot be used. */
  readonly #badFiles = new Map<string, string>();

  readonly #notices: Notices;

  constructor(parts: ServedCampaignsParts) {
    this.#parts = parts;
    this.#notices = new Notices(parts.say);
  }

  /** Campaigns as they were read, by id. */
  get loaded(): ReadonlyMap<string, LoadedCampaign> {
    return new Map([...this.#served].map(([id, { loaded }]) => [id, loaded]));
  }

  /** The zone of the first campaign; undefined: there is none. */
  firstZone(): string | undefined {
    return [...this.#served.values()][0]?.loaded.file.timeZone;
  }

  /** The campaigns on the floor. */
  all(): readonly ServedCampaign[] {
    return [...this.#served.values()];
  }

  /** A campaign on the floor. */
  get(campaignId: string): ServedCampaign | undefined {
    return this.#served.get(campaignId);
  }

  /** Whether a campaign on the floor names a station for an agent. */
  hasStation(agentId: string): boolean {
    return this.all().some(({ loaded }) =>
      loaded.file.agents.people.some(({ id, station }) => id === agentId && station !== undefined),
    );
  }

  /** Whether a campaign starts with the server: one that was made at the console waits for a person. */
  startsWithServer(campaignId: string): boolean {
    return this.#ofFiles.has(campaignId);
  }

  /** Why a campaign is not on the floor; null: it is, or there is none. */
  faultOf(campaignId: string): string | null {
    return this.#faults.get(campaignId) ?? null;
  }

  /** The campaigns and files that cannot be used. */
  unusable(): readonly UnusableCampaign[] {
    return [...this.#badFiles, ...this.#faults].map(([name, text]) => ({ name, text }));
  }

  /**
   * Takes the campaign files into the store, and puts the newest version of every document on the floor. One
   * that cannot be used is said, and the others go on; where no file can be used, the first one throws.
   */
  async open(files: readonly string[]): Promise<void> {
    const held = await this.#takeFiles(files);
    await this.#notices.gather(() => this.#putAll(held));
  }

  /** `held`: campaigns whose file cannot be used, with its name. */
  async #putAll(held: ReadonlyMap<string, string>): Promise<void> {
    for (const campaignId of await listCampaignDocuments(this.#parts.floor.store)) {
      const file = held.get(campaignId);
      try {
        // What is in force here is older than what the file says, and may say less.
        if (file === undefined) await this.put(campaignId);
        else
          this.#faults.set(campaignId, `Its file ${file} cannot be used: mend it and start the server anew.`);
      } catch (error) {
        if (!isOutdialError(error)) throw error;
        this.#survived(`${campaignId} is not on the floor: ${faultText(error)}`);
      }
    }
  }

  /**
   * Takes campaign files into the store: one that has changed since it was taken is a new version. Answers
   * the campaigns whose file cannot be used, with its name.
   */
  async #takeFiles(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const errors: unknown[] = [];
    for (const name of files)
      try {
        await this.#takeFile(name);
      } catch (error) {
        if (!isOutdialError(error)) throw error;
        errors.push(error);
        this.#badFiles.set(name, error.message);
      }
    if (errors.length > 0 && errors.length === files.length) throw errors[0];
    for (const [name, text] of this.#badFiles) this.#survived(`${name} is left out: ${text}`);
    return this.#documentsOf(new Set(this.#badFiles.keys()));
  }

  /** The campaigns whose newest version of a file is of one of these. */
  async #documentsOf(files: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const { store } = this.#parts.floor;
    const found = new Map<string, string>();
    if (files.size === 0) return found;
    for (const campaignId of await listCampaignDocuments(store)) {
      const versions = await listCampaignVersions(store, campaignId);
      const source = versions.find(({ source: file }) => file !== null)?.source;
      if (source != null && files.has(source)) found.set(campaignId, source);
    }
    return found;
  }

  #survived(text: string): void {
    const { say, onFault } = this.#parts;
    say(text);
    onFault(text);
  }

  /** Puts the newest version of a document on the floor, in place of one that does not run. */
  async put(campaignId: string): Promise<ServedCampaign> {
    const { floor } = this.#parts;
    const document = await readCampaignVersion(floor.store, campaignId);
    if (!document) throw new Error(`there is no document of ${campaignId}`);
    await this.#takeOff(campaignId);
    try {
      const path = await this.#pathOf(campaignId);
      const loaded = { path, folder: dirname(path), file: parseCampaignFile(document.document, path) };
      await this.#importLists(loaded);
      const dialer = await floor.addCampaign(loaded, {
        onNotice: ({ message, remedy }) => this.#notices.tell(campaignId, `${message} ${remedy}`),
      });
      const lawAt = await loadLawOfCampaign(loaded);
      const served = { loaded, version: document.version, dialer, lawAt, team: teamOf(dialer, loaded) };
      this.#served.set(campaignId, served);
      this.#faults.delete(campaignId);
      return served;
    } catch (error) {
      this.#faults.set(campaignId, isOutdialError(error) ? error.message : faultText(error));
      throw error;
    }
  }

  /**
   * Gives the newest version of a document to the campaign that runs: it takes what may change meanwhile. The
   * version is in force where nothing is left for the next start.
   */
  async adopt(campaignId: string, by: string): Promise<Adoption | null> {
    const served = this.#served.get(campaignId);
    const document = await readCampaignVersion(this.#parts.floor.store, campaignId);
    if (!served || !document) return null;
    const { dialer, loaded } = served;
    const adoption = await dialer.adopt(parseCampaignFile(document.document, loaded.path), by);
    this.#served.set(campaignId, {
      ...served,
      loaded: { ...loaded, file: dialer.file },
      version: adoption.later.length === 0 ? document.version : served.version,
    });
    return adoption;
  }

  /** Puts a campaign that was not started on the floor anew, where its document has a newer version. */
  async refresh(campaignId: string): Promise<void> {
    const served = this.#served.get(campaignId);
    if (!served || served.dialer.hasStarted) return;
    const [newest] = await listCampaignVersions(this.#parts.floor.store, campaignId);
    if (newest && newest.version > served.version) await this.put(campaignId);
  }

  /** Takes of a newer version of its document what may change, where another server put it into force. */
  async follow(campaignId: string): Promise<void> {
    const served = this.#served.get(campaignId);
    if (!served) return;
    const [newest] = await listCampaignVersions(this.#parts.floor.store, campaignId);
    const known = Math.max(served.version, this.#followed.get(campaignId) ?? 0);
    if (!newest || newest.version <= known) return;
    this.#followed.set(campaignId, newest.version);
    await this.adopt(campaignId, newest.author);
  }

  /** Starts a campaign on the floor, with the agents that act by themselves. */
  async start({ dialer, team }: ServedCampaign, by?: string): Promise<void> {
    await dialer.start({ by });
    team?.logIn();
  }

  /** Logs out the agents that act by themselves. */
  logOutTeams(): void {
    for (const { team } of this.#served.values()) team?.logOut();
  }

  /** Examines a text as the document of a campaign. */
  async examine(campaignId: string, text: string): Promise<CampaignExamination> {
    const path = await this.#pathOf(campaignId);
    return examineCampaign(text, { path, at: this.#parts.floor.store.clock() });
  }

  #pathOf(campaignId: string): Promise<string> {
    return pathOfDocument(this.#parts.floor.store, this.#parts.folder, campaignId);
  }

  async #takeFile(name: string): Promise<void> {
    const { floor, folder } = this.#parts;
    const { store } = floor;
    const path = resolve(folder, name);
    const { file } = await readCampaignFile(path);
    const campaignId = file.id;
    this.#ofFiles.add(campaignId);
    const text = await readFile(path, 'utf8');
    const versions = await listCampaignVersions(store, campaignId);
    const taken = versions.find(({ source }) => source === name);
    const before = taken && (await readCampaignVersion(store, campaignId, taken.version));
    if (before?.document === text) return;
    const base = versions[0]?.version ?? 0;
    await addCampaignVersion(store, { campaignId, base, author: 'file', source: name, document: text });
  }

  async #takeOff(campaignId: string): Promise<void> {
    this.#served.get(campaignId)?.team?.logOut();
    this.#served.delete(campaignId);
    await this.#parts.floor.removeCampaign(campaignId);
  }

  /** Imports the files of the lists; one that was imported already, and has not changed, is left alone. */
  async #importLists(loaded: LoadedCampaign): Promise<void> {
    const { floor, say } = this.#parts;
    for (const list of loaded.file.lists) {
      const { file, doNotCallFile } = list;
      if (file === undefined) continue;
      const { report } = await importListFile(floor.store, loaded, list, {
        file,
        ...defined({ doNotCallFile }),
      });
      if (report.added > 0) say(`${loaded.file.id}: ${countOf(report.added, 'lead')} read from ${file}`);
      if (report.rejected > 0)
        say(
          `${loaded.file.id}: ${countOf(report.rejected, 'rejected row')} of ${file}; ` +
            'upload the file under Lists, which says why of each',
        );
    }
  }
}

/** Where a document has its place: that of the file it was read from. */
export async function pathOfDocument(store: Store, folder: string, campaignId: string): Promise<string> {
  const versions = await listCampaignVersions(store, campaignId);
  const file = versions.find(({ source }) => source !== null)?.source;
  return resolve(folder, file ?? join(FOLDER, `${campaignId}.yaml`));
}

function teamOf(dialer: Dialer, { file: { agents } }: LoadedCampaign): AutomaticTeam | null {
  if (agents.automatic === null) return null;
  return createAutomaticTeam({ dialer, agents: agents.people, behaviour: agents.automatic });
}
