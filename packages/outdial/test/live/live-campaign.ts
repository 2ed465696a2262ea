import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore, readAttempts, type AttemptRecord } from '@outdial/store';
import { lab as labCommand, readCalls, type FarEndCall, type LabFacts } from '../../../../lab/index.mjs';
import { TSC } from '../../../../tools/compiler.mjs';

const ROOT = dirname(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
const CLI = join(ROOT, 'packages/outdial/dist/cli.js');
/** A Wednesday afternoon in New York: every suite runs then, whatever the day. */
const LEGAL_INSTANT = Date.parse('2026-06-10T15:00:00-04:00');

/** How a campaign against the lab differs from the usual. */
export interface LiveCampaignOptions {
  readonly id: string;
  /** Asterisk's address, when it is not the lab's own. */
  readonly ariUrl?: string;
  /** Address of the database, `http://host:port`, when it is not the lab's own. */
  readonly databaseUrl?: string;
  readonly phones: readonly string[];
  readonly callerNumber: string;
  /** Endpoints of the lab. */
  readonly agents: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  /** A second Asterisk of the campaign, with a carrier of its own. */
  readonly second?: LabFacts;
}

/** A finished command. */
export interface CommandResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Standard output. */
  readonly out: string;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** A command that runs. */
export interface RunningCommand {
  readonly process: ChildProcess;
  readonly done: Promise<CommandResult>;
}

/** Compiles what the command line runs from. */
export async function buildCommandLine(): Promise<void> {
  const build = await command(
    process.execPath,
    [join(ROOT, TSC), '-b', 'packages/outdial'],
    ROOT,
    process.env,
  ).done;
  if (build.code !== 0) throw new Error(`the build failed:\n${build.output}`);
}

/** A campaign with its own folder, its own database and the lab's Asterisk. */
export class LiveCampaign {
  readonly #lab: LabFacts;
  readonly #options: LiveCampaignOptions;
  readonly #database: string;
  readonly #folder: string;
  /** Fixed for the life of the campaign: a restart goes on at the same time. */
  readonly #clockOffset: number = LEGAL_INSTANT - Date.now();
  readonly #startedAt: number = Date.now();

  private constructor(lab: LabFacts, options: LiveCampaignOptions, folder: string) {
    this.#lab = lab;
    this.#options = options;
    this.#folder = folder;
    this.#database = `live_${options.id.replaceAll('-', '_')}_${process.pid}`;
  }

  /** Makes folder, database and files, and imports the list. */
  static async create(lab: LabFacts, options: LiveCampaignOptions): Promise<LiveCampaign> {
    const campaign = new LiveCampaign(lab, options, await mkdtemp(join(tmpdir(), 'outdial-live-')));
    await labCommand(['sql', `create database ${campaign.#database}`]);
    await campaign.#write();
    const imported = await campaign.outdial('import');
    if (imported.code !== 0) throw new Error(`the import failed:\n${imported.output}`);
    return campaign;
  }

  async #write(): Promise<void> {
    const rows = this.#options.phones.map((phone, index) => `${index},${phone},express,2026-05-01`);
    await writeFile(
      join(this.#folder, 'leads.csv'),
      `account,phone,consent,consent date\n${rows.join('\n')}\n`,
    );
    await writeFile(join(this.#folder, 'campaign.json'), JSON.stringify(this.#file(), null, 2));
  }

  #file(): Record<string, unknown> {
    const { id, callerNumber, agents, settings, ariUrl, databaseUrl, second } = this.#options;
    const { mariadb, ari, carrier, reach } = this.#lab;
    const database = new URL(databaseUrl ?? `http://${mariadb.host}:${mariadb.port}`);
    return {
      id,
      name: id,
      mode: 'predictive',
      callerNumber,
      countries: ['US'],
      live: true,
      lists: [{ id, file: 'leads.csv', defaultCountry: 'US' }],
      store: {
        url: `mysql://${mariadb.user}@${database.host}/${this.#database}`,
        passwordEnvironment: 'LAB_DB_PASSWORD',
      },
      compliance: { purpose: 'informational' },
      abandonment: {
        identification: ['sound:outdial/safe-harbour'],
        optOutNumber: '+12025550199',
        optOutOffer: ['silence:200'],
      },
      dialing: { lines: 60, callsPerSecond: 20, ringTimeoutSeconds: 15, setupTimeoutSeconds: 3 },
      retry: { mostAttempts: 1 },
      wrapUp: { timeoutSeconds: 5 },
      agents: {
        people: agents.map((station) => ({ id: `${id}-${station.replace('PJSIP/', '')}`, station })),
        automatic: { talkMeanSeconds: 2, wrapUpMeanSeconds: 0.5, decideMeanSeconds: 0.3 },
      },
      telephony: {
        kind: 'asterisk',
        node: id,
        server: {
          url: ariUrl ?? ari.url,
          usernameEnvironment: 'LAB_ARI_USER',
          passwordEnvironment: 'LAB_ARI_PASSWORD',
          ...(second ? { reach, stations: 'PJSIP/10\\d' } : {}),
        },
        trunks: [
          { name: 'carrier', endpoint: `PJSIP/{number}@${carrier.trunk}`, channels: 60, callsPerSecond: 20 },
        ],
        ...this.#otherServers(),
      },
      log: { level: 'debug', file: 'outdial.log' },
      ...settings,
    };
  }

  #otherServers(): Record<string, unknown> {
    const { second } = this.#options;
    if (!second) return {};
    const server = {
      name: 'second',
      url: second.ari.url,
      usernameEnvironment: 'LAB_ARI_USER',
      passwordEnvironment: 'LAB_SECOND_ARI_PASSWORD',
      reach: second.reach,
      stations: 'PJSIP/11\\d',
    };
    return { moreServers: [server] };
  }

  /** Runs a command line to its end. */
  outdial(...args: readonly string[]): Promise<CommandResult> {
    return this.start(...args).done;
  }

  /** Starts a command line. */
  start(...args: readonly string[]): RunningCommand {
    const env = {
      ...process.env,
      LAB_ARI_USER: this.#lab.ari.user,
      LAB_ARI_PASSWORD: this.#lab.ari.password,
      LAB_SECOND_ARI_PASSWORD: this.#options.second?.ari.password,
      LAB_DB_PASSWORD: this.#lab.mariadb.password,
      OUTDIAL_CLOCK_OFFSET_MS: String(this.#clockOffset),
      OUTDIAL_LABORATORY: '1',
    };
    return command(
      process.execPath,
      [CLI, ...args, ...(args.includes('--campaign') ? [] : ['--campaign', 'campaign.json'])],
      this.#folder,
      env,
    );
  }

  /** Every attempt in the database. */
  async attempts(): Promise<readonly AttemptRecord[]> {
    const { user, password, host, port } = this.#lab.mariadb;
    const credentials = `${user}:${encodeURIComponent(password)}`;
    const store = await openStore({ url: `mysql://${credentials}@${host}:${port}/${this.#database}` });
    try {
      const attempts: AttemptRecord[] = [];
      for await (const attempt of readAttempts(store, this.#options.id)) attempts.push(attempt);
      return attempts;
    } finally {
      await store.close();
    }
  }

  /** The calls of this campaign as the carrier received them. */
  async carrierCalls(): Promise<readonly FarEndCall[]> {
    const calls = await Promise.all(this.#labs().map(({ carrier }) => readCalls(carrier.log)));
    return calls
      .flat()
      .filter(
        (call) =>
          call.invitedAt >= this.#startedAt && call.caller.endsWith(this.#options.callerNumber.slice(1)),
      );
  }

  /**
   * Waits until so many calls have reached the carrier; rejects with the end of the log when they do not
   * come.
   */
  async reaches(calls: number): Promise<void> {
    for (const until = Date.now() + 60_000; Date.now() < until;) {
      if ((await this.carrierCalls()).length >= calls) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(
      `the campaign did not come to ${calls} calls; its log ends:\n${(await this.log()).slice(-3000)}`,
    );
  }

  /** Ids of channels and bridges of this campaign and of its agents that any Asterisk still has. */
  async leftOver(): Promise<readonly string[]> {
    const ids = (await Promise.all(this.#labs().map(idsOn))).flat();
    return ids.filter(
      (id) =>
        id.startsWith(`od-${this.#options.id}-`) ||
        id.startsWith(`ob-${this.#options.id}-`) ||
        id.startsWith('ob-link') ||
        id.startsWith(`oa-${this.#options.id}-`),
    );
  }

  #labs(): readonly LabFacts[] {
    const { second } = this.#options;
    return second ? [this.#lab, second] : [this.#lab];
  }

  /** The log of the run. */
  async log(): Promise<string> {
    return readFile(join(this.#folder, 'outdial.log'), 'utf8');
  }

  async remove(): Promise<void> {
    await labCommand(['sql', `drop database if exists ${this.#database}`]);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Ids of every channel and bridge of one Asterisk. */
async function idsOn({ ari }: LabFacts): Promise<readonly string[]> {
  const get = async (path: string): Promise<readonly { readonly id: string }[]> => {
    const response = await fetch(`${ari.url.replace(/\/ari\/?$/, '')}/ari/${path}`, {
      headers: { authorization: `Basic ${Buffer.from(`${ari.user}:${ari.password}`).toString('base64')}` },
    });
    return (await response.json()) as readonly { readonly id: string }[];
  };
  return [...(await get('channels')), ...(await get('bridges'))].map(({ id }) => id);
}

function command(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): RunningCommand {
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, output] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
    output += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const done = new Promise<CommandResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, output }));
  });
  return { process: child, done };
}
