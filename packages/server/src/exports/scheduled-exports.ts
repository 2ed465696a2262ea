/**
 * Writes reports and results of the day before into a folder, each day at a stated time, and sends reports to
 * an address. What is written and sent is known by the files themselves, so nothing is missed or repeated
 * over a restart; each stands in the audit trail.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { faultText, isoInstant } from '@outdial/core';
import { exportLeads, type EntryKind, type Store } from '@outdial/store';
import {
  campaignReport,
  csvReport,
  dayBegins,
  latestTimeOfDay,
  localDate,
  type LoadedCampaign,
} from 'outdial';
import { inTurn } from '../reports/in-turn.js';
import { postMessage } from '../webhooks/post-message.js';
import type { ExportSettings } from './exports-section.js';

/** What the exports work with. */
export interface ScheduledExportsParts {
  readonly exports: readonly ExportSettings[];
  /** The folder of the server. */
  readonly folder: string;
  /** Under the clock of the machine, for the audit trail. */
  readonly store: Store;
  /** The clock of the campaigns, epoch ms. */
  readonly now: () => number;
  readonly campaigns: () => readonly LoadedCampaign[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Hears of what failed, without personal data. */
  readonly onFault: (detail: string) => void;
  /** Ms until the next try after so many that failed. */
  readonly waitBeforeTry: (failed: number, askedMs: number | null) => number;
  readonly lookEveryMs: number;
}

/** One file to be written, and where it goes. */
interface Due {
  readonly settings: ExportSettings;
  readonly campaignId: string;
  /** The day that it tells of, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly name: string;
  readonly content: () => Promise<string | Readable>;
}

const DAY_MS = 86_400_000;

/** A file that was not there, also as a link, for its owner only. */
const FRESH = { flag: 'wx', mode: 0o600 } as const;

/** The exports of a server. */
export class ScheduledExports {
  readonly #parts: ScheduledExportsParts;
  /** Tries that failed, by file. */
  readonly #failed = new Map<string, { readonly times: number; readonly nextAt: number }>();
  readonly #cutOff = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: ScheduledExportsParts) {
    this.#parts = parts;
  }

  /** Begins to look for what is due. */
  start(): void {
    if (this.#parts.exports.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.look().finally(() => {
        if (!this.#cutOff.signal.aborted) this.start();
      });
    }, this.#parts.lookEveryMs);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#cutOff.abort();
    await this.#looking;
  }

  /** Writes and sends what is due, one file after the other. It throws nothing. */
  async look(): Promise<void> {
    for (const due of this.#due()) {
      const failed = this.#failed.get(due.name);
      if (this.#cutOff.signal.aborted) return;
      if (failed && failed.nextAt > Date.now()) continue;
      try {
        const problem = await this.#carryOut(due);
        if (problem === null) this.#failed.delete(due.name);
        else await this.#note(due, problem, failed?.times ?? 0);
      } catch (error) {
        await this.#note(due, faultText(error), failed?.times ?? 0).catch(() => undefined);
      }
    }
  }

  #due(): readonly Due[] {
    const { exports, campaigns, now, store } = this.#parts;
    return exports.flatMap((settings) =>
      campaigns()
        .filter(({ file }) => settings.campaigns?.includes(file.id) ?? true)
        .flatMap((campaign): Due[] => {
          const { id: campaignId, timeZone, lists } = campaign.file;
          const at = latestTimeOfDay(now(), settings.at, timeZone);
          const today = dayBegins(localDate(at, timeZone), timeZone);
          const day = localDate(today - DAY_MS / 2, timeZone);
          const of = { settings, campaignId, day };
          if (settings.what === 'report') {
            const content = async (): Promise<string> => {
              const range = { from: dayBegins(day, timeZone), to: today };
              return csvReport(await inTurn(store, () => campaignReport(store, campaign, range)));
            };
            return [{ ...of, name: `${settings.id}-${campaignId}-${day}.csv`, content }];
          }
          return lists.map(({ id }) => ({
            ...of,
            name: `${settings.id}-${campaignId}-${id}-${day}.csv`,
            content: () => Promise.resolve(Readable.from(exportLeads(store, id))),
          }));
        }),
    );
  }

  /** Null: done, now or before. */
  async #carryOut(due: Due): Promise<string | null> {
    const folder = resolve(this.#parts.folder, due.settings.folder);
    const path = join(folder, due.name);
    if (!(await exists(path))) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Another program never reads half a file.
      await rm(`${path}.part`, { force: true });
      await writeFile(`${path}.part`, await due.content(), FRESH);
      await rename(`${path}.part`, path);
      await this.#record('export.written', due, {});
    }
    const { url } = due.settings;
    if (url === undefined || (await exists(`${path}.sent`))) return null;
    const problem = await this.#send(due, url, await readFile(path, 'utf8'));
    if (problem !== null) return problem;
    await rm(`${path}.sent`, { force: true });
    await writeFile(`${path}.sent`, `${isoInstant(Date.now())}\n`, FRESH);
    await this.#record('export.sent', due, { host: new URL(url).host });
    return null;
  }

  async #send(
    { settings, campaignId, day, name }: Due,
    url: string,
    content: string,
  ): Promise<string | null> {
    const secret = this.#parts.env[settings.secretEnvironment ?? ''];
    if (secret === undefined) return `the environment variable ${settings.secretEnvironment} is not set`;
    const id = `exp_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
    const data = { exportId: settings.id, campaignId, day, name, content };
    const now = Date.now();
    const body = JSON.stringify({ type: 'outdial.export', timestamp: isoInstant(now), data });
    const { signal } = this.#cutOff;
    const result = await postMessage({ id, body }, { url, secret }, { now, signal });
    return result.kind === 'accepted' ? null : `the receiver ${result.problem}`;
  }

  async #note(due: Due, problem: string, before: number): Promise<void> {
    const times = before + 1;
    this.#failed.set(due.name, { times, nextAt: Date.now() + this.#parts.waitBeforeTry(times, null) });
    if (times > 1 || this.#cutOff.signal.aborted) return;
    this.#parts.onFault(`export ${due.name}: ${problem}`);
    await this.#record('export.failed', due, { problem });
  }

  async #record(kind: EntryKind, { settings, campaignId, day, name }: Due, more: object): Promise<void> {
    const { store } = this.#parts;
    const detail = { exportId: settings.id, day, name, ...more };
    await store.audit.record({ at: store.clock(), campaignId, kind, detail });
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
