/** `outdial serve`: one process with floor, store, API, stream and console. */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { defined, faultText, isoInstant } from '@outdial/core';
import { readLatestAttemptAt, type Store } from '@outdial/store';
import {
  callsLeft,
  callsLeftText,
  createBrowserStations,
  createFloor,
  floorSection,
  logEvent,
  openCampaignStore,
  openLog,
  logUnwritten,
  unwrittenText,
  type CallFloor,
  type DialerEnd,
  type FloorSection,
} from 'outdial';
import type { FastifyInstance } from 'fastify';
import { FailedLogIns } from './accounts/failed-log-ins.js';
import { PASSWORD_COST, type PasswordCost } from './accounts/passwords.js';
import { ProgramRates } from './accounts/program-rates.js';
import type { ServerParts } from './api/server-parts.js';
import { ServedCampaigns } from './campaigns/served-campaigns.js';
import { hasEnded } from './campaigns/standby.js';
import { startCampaigns } from './campaigns/start-campaigns.js';
import { ScheduledExports } from './exports/scheduled-exports.js';
import { prepareFolder } from './folder/demonstration.js';
import { firstAdminLink } from './folder/first-admin.js';
import { readServerFile, SERVER_FILE, type ServerFile } from './folder/server-file.js';
import { simulatedSeed, simulatedStart } from './folder/simulated-day.js';
import { createApp } from './http/create-app.js';
import { UploadFolder } from './lists/upload-folder.js';
import { Uploads } from './lists/uploads.js';
import { listenFault } from './server-errors.js';
import { FloorDocuments } from './stream/floor-documents.js';
import { Hub } from './stream/hub.js';
import { BrowserTelephones } from './telephones/browser-telephones.js';
import { waitBeforeTry } from './webhooks/try-times.js';
import { WebhookSender } from './webhooks/webhook-sender.js';

/** How a server is started. */
export interface ServeOptions {
  /** Folder of the server; an empty or missing one becomes a demonstration. */
  readonly folder: string;
  /** Instead of what `outdial.yaml` says. */
  readonly host?: string;
  /** Instead of what `outdial.yaml` says; 0: any free port. */
  readonly port?: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ms added to the clock of calls on Asterisk: for rehearsals and tests at another instant than now. */
  readonly clockOffset?: number;
  /** What a check of a password costs. @default {@link PASSWORD_COST}; less is for tests only */
  readonly passwordCost?: PasswordCost;
  /** Takes lines for the person who started it. */
  readonly say: (line: string) => void;
}

/** A server that runs. */
export interface RunningServer {
  /** Base address, e.g. 'http://127.0.0.1:7788'. */
  readonly url: string;
  /** Address with a one-time link for the first administrator; null: one has a password already. */
  readonly firstLink: string | null;
  readonly floor: CallFloor;
  /** Resolves when a person or a program ordered, over the API, that this server drains. */
  readonly drainOrdered: Promise<void>;
  /**
   * Drains: no new calls and no new agents; conversations end in their own time. Resolves when the last call
   * has ended and everything is closed, or the store has not answered for a minute.
   */
  drain(): Promise<DialerEnd>;
  /** Hangs up what is not answered: a drain under way then waits for conversations only. */
  halt(): void;
}

/** Another server runs the campaigns of one that was silent for so long: within 15 s, its start included. */
const LEASE_LIFE_MS = 12_000;

/** How often webhooks look for new events, and how long a message under way has at the end. */
const WEBHOOK_TIMES = { lookEveryMs: 500, closingMs: 2_000 } as const;
/** How often scheduled exports look for what is due. */
const EXPORTS_LOOK_EVERY_MS = 30_000;
/** How often the end of a drain is looked for. */
const LOOK_EVERY_MS = 100;
/** While a server drains, what it waits for is said so often, ms. */
const SAY_EVERY_MS = 10_000;

/**
 * Starts a server in a folder.
 *
 * @throws CampaignFileError, CampaignRefused, StoreUnavailable, TelephonyUnavailable; OutdialError
 *   `server-folder-foreign`, `server-port-in-use`, `server-address-unavailable`
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const folder = resolve(options.folder);
  const isNew = await prepareFolder(folder);
  if (isNew) options.say(`${folder} was empty: a demonstration was written there`);
  const file = await readServerFile(folder);
  const path = join(folder, SERVER_FILE);
  const section = floorSection(file, path);
  const store = await openCampaignStore(
    { path, folder, file: { store: section.store, ...defined({ timeZone: file.timeZone }) } },
    { env: options.env, writer: 'outdial' },
  );
  const opened = new Opened();
  opened.add(() => store.close());
  try {
    return await serveOn(store, { ...options, folder }, { file, section, opened });
  } catch (error) {
    await opened.end();
    throw error;
  }
}

/** What a start has opened so far. Where it fails, all of it ends: no process is left that serves nothing. */
class Opened {
  readonly #ends: (() => unknown)[] = [];

  add(end: () => unknown): void {
    this.#ends.unshift(end);
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0))
      await Promise.resolve()
        .then(end)
        .catch(() => undefined);
  }
}

/** What a server is started from. */
interface Start {
  readonly file: ServerFile;
  readonly section: FloorSection;
  readonly opened: Opened;
}

/** How far a server is, as its parts see it. */
interface Stage {
  draining: boolean;
  closing: boolean;
  places: ServerParts['places'];
}

async function serveOn(store: Store, options: ServeOptions, start: Start): Promise<RunningServer> {
  const { folder, say } = options;
  const { file, section, opened } = start;
  const log = openLog(logIn(folder, file), { campaignId: '' });
  const onFault = (detail: string): void => log.error({ detail }, 'fault');
  const order = drainOrder();
  const stage: Stage = { draining: false, closing: false, places: () => [] };
  const isOver = (): boolean => stage.draining || stage.closing;
  const parts = await openParts(store, options, { ...start, onFault, stage, orderDrain: order.give });
  const { floor, served, uploads } = parts;
  floor.onAny((event) => logEvent(log, event));
  const { app, documents, url } = await listen(parts, options, { ...start, onFault });
  const outlets = startOutlets(file, parts, options, onFault);
  opened.add(() => outlets.close());
  const address = addressOf(file, options, url);
  const spreading = await startCampaigns(parts, { node: nodeOf(section), address, isOver, say, onFault });
  opened.add(() => spreading.end());
  stage.places = spreading.places;
  const path = await firstAdminLink(parts.store);

  const close = async (): Promise<DialerEnd> => {
    await spreading.end();
    served.logOutTeams();
    documents.close();
    await uploads.close();
    await app.close();
    await parts.telephones.end();
    const end = await floor.close();
    stage.closing = true;
    logUnwritten(log, end);
    log.flush();
    await closeStore(end, () => outlets.close().then(() => store.close()), say);
    return end;
  };
  return {
    url,
    firstLink: path === null ? null : `${url}${path}`,
    floor,
    drainOrdered: order.given,
    drain: async () => {
      stage.draining = true;
      await drained(floor, { by: order.by(), say: options.say });
      return close();
    },
    halt: () => floor.campaigns().forEach((dialer) => void dialer.letGo({ atOnce: 'interrupted' })),
  };
}

/** Opens floor and campaigns, and what the routes work with. */
async function openParts(
  store: Store,
  options: ServeOptions,
  {
    file,
    section,
    opened,
    onFault,
    stage,
    orderDrain,
  }: Start & Pick<ServerParts, 'orderDrain'> & { readonly stage: Stage; readonly onFault: FaultText },
): Promise<ServerParts> {
  const { folder, say } = options;
  const floor = await openFloor(store, options, section, onFault);
  opened.add(async () => {
    stage.closing = true;
    await floor.close();
  });
  // On a simulated carrier nothing happens unless somebody lets time pass.
  void floor.pass(() => stage.closing).catch((error: unknown) => onFault(`time: ${faultText(error)}`));
  const served = new ServedCampaigns({ floor, folder, say, onFault });
  await served.open(file.campaigns);
  return {
    floor,
    uploads: await openUploads(folder, floor.store, onFault),
    store: { ...store, clock: Date.now },
    failedLogIns: new FailedLogIns(),
    passwordCost: options.passwordCost ?? PASSWORD_COST,
    programRates: new ProgramRates(),
    served,
    telephones: openTelephones({ ...store, clock: Date.now }, served, section, options),
    simulated: section.telephony.kind === 'simulated',
    timeZone: () => file.timeZone ?? served.firstZone() ?? 'UTC',
    isDraining: () => stage.draining,
    orderDrain,
    places: () => stage.places(),
  };
}

/** Takes what went wrong and was survived. */
type FaultText = (detail: string) => void;

/** Describes the floor, and answers requests from then on. */
async function listen(
  parts: ServerParts,
  { host: givenHost, port: givenPort }: ServeOptions,
  { file: { http }, opened, onFault }: Start & { readonly onFault: FaultText },
): Promise<{ readonly app: FastifyInstance; readonly documents: FloorDocuments; readonly url: string }> {
  const hub = new Hub(randomUUID());
  const documents = new FloorDocuments(parts, hub);
  opened.add(() => documents.close());
  await documents.refresh();
  const [host, port] = [givenHost ?? http.host, givenPort ?? http.port];
  const { behindProxy, cookieDomain } = http;
  const app = await createApp(parts, { hub, onFault, behindProxy, cookieDomain });
  opened.add(() => app.close());
  const url = await app.listen({ host, port }).catch((cause: unknown) => {
    throw listenFault(cause, host, port);
  });
  return { app, documents, url };
}

/** The order to drain, which comes over the API, and who gave it. */
function drainOrder(): {
  readonly give: (by: string | undefined) => void;
  readonly given: Promise<void>;
  readonly by: () => string | undefined;
} {
  let by: string | undefined;
  let give: (author: string | undefined) => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = (author) => {
      by ??= author;
      resolve();
    };
  });
  return { give, given, by: () => by };
}

/** Where browsers reach this server; null: behind a proxy, or on every interface, only the file says it. */
function addressOf({ http }: ServerFile, { host = http.host }: ServeOptions, url: string): string | null {
  if (http.address !== undefined) return new URL(http.address).origin;
  return http.behindProxy || EVERY_INTERFACE.has(host) ? null : url;
}

const EVERY_INTERFACE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Name of this server among those on its store. */
function nodeOf({ telephony }: FloorSection): string {
  return telephony.kind === 'asterisk' ? telephony.node : telephony.kind;
}

/** Ends what needs the store; one that does not answer is not waited for. */
async function closeStore(
  { isWritten, unwritten }: DialerEnd,
  close: () => Promise<void>,
  say: ServeOptions['say'],
): Promise<void> {
  if (isWritten) return close();
  say(`The store does not answer. Not written, each in the log: ${unwrittenText(unwritten)}`);
  close().catch(() => undefined);
}

/** The settings of the log, with the path of its file. */
function logIn(folder: string, { log: { file, level } }: ServerFile): ServerFile['log'] {
  return { level, file: file === '-' ? '-' : resolve(folder, file) };
}

async function openFloor(
  store: Store,
  { folder, env, clockOffset }: ServeOptions,
  section: FloorSection,
  onFault: (detail: string) => void,
): Promise<CallFloor> {
  return createFloor({
    store,
    telephony: section.telephony,
    simulation: await simulationOf(section, store),
    folder,
    env,
    ...defined({ clockOffset }),
    pace: 1,
    leaseLifeMs: LEASE_LIFE_MS,
    onFault: ({ where, detail }) => onFault(`${where}: ${detail}`),
  });
}

async function openUploads(
  folder: string,
  store: Store,
  onFault: (detail: string) => void,
): Promise<Uploads> {
  const files = new UploadFolder(folder);
  await files.open(Date.now());
  return new Uploads({ folder: files, store, onFault });
}

function openTelephones(
  store: Store,
  served: ServedCampaigns,
  { telephony }: FloorSection,
  { env }: ServeOptions,
): BrowserTelephones {
  const stations = createBrowserStations({ telephony, env });
  return new BrowserTelephones({
    stations,
    store,
    hasOwnStation: (agentId) => served.hasStation(agentId),
  });
}

function startWebhooks(store: Store, onFault: (detail: string) => void): WebhookSender {
  const webhooks = new WebhookSender({
    store,
    sender: randomUUID(),
    onFault,
    waitBeforeTry: (failed, asked) => waitBeforeTry(failed, asked, Math.random()),
    ...WEBHOOK_TIMES,
  });
  webhooks.start();
  return webhooks;
}

function startExports(
  { exports: settings }: ServerFile,
  { store, floor, served }: ServerParts,
  { folder, env }: ServeOptions,
  onFault: (detail: string) => void,
): ScheduledExports {
  const exports = new ScheduledExports({
    exports: settings,
    ...{ folder, env, onFault, store },
    now: () => floor.now(),
    campaigns: () => served.all().map(({ loaded }) => loaded),
    waitBeforeTry: (failed, asked) => waitBeforeTry(failed, asked, Math.random()),
    lookEveryMs: EXPORTS_LOOK_EVERY_MS,
  });
  exports.start();
  return exports;
}

/** Begins to tell other systems: webhooks as things happen, exports each day. */
function startOutlets(
  file: ServerFile,
  parts: ServerParts,
  options: ServeOptions,
  onFault: (detail: string) => void,
): { close(): Promise<void> } {
  const webhooks = startWebhooks(parts.store, onFault);
  const exports = startExports(file, parts, options, onFault);
  return {
    close: async () => {
      await exports.close();
      await webhooks.close();
    },
  };
}

/** The simulation of the floor; its clock never goes back behind a call that the store holds. */
async function simulationOf({ simulation }: FloorSection, store: Store): Promise<FloorSection['simulation']> {
  const at = simulatedStart(simulation.startsAt, await readLatestAttemptAt(store));
  return {
    ...simulation,
    startsAt: isoInstant(at),
    seed: simulatedSeed(simulation.seed, simulation.startsAt, at),
  };
}

/**
 * Stops every campaign that was started; resolves when each is over and its calls have ended. One that is
 * over before the others leaves at once, so that another server need not wait for these. `by`: who ordered
 * it, for the audit trail.
 */
async function drained(
  floor: CallFloor,
  { by, say }: { readonly by: string | undefined; readonly say: ServeOptions['say'] },
): Promise<void> {
  const started = floor.campaigns().filter((dialer) => dialer.hasStarted);
  for (const dialer of started) await dialer.letGo(defined({ by }));
  const left = new Set(started);
  let saidAt = Date.now();
  while (left.size > 0) {
    if (Date.now() - saidAt >= SAY_EVERY_MS) {
      saidAt = Date.now();
      say(`still waiting for ${callsLeftText(callsLeft([...left].flatMap((dialer) => dialer.calls())))}`);
    }
    for (const dialer of left) {
      if (!hasEnded({ dialer })) continue;
      left.delete(dialer);
      // The last one ends with the floor, which says what was not written.
      if (left.size > 0) await floor.removeCampaign(dialer.campaignId);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
