/** Opens the store that a campaign file names. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { defined, errorFacts, errorFrom, errorText, isOutdialError, OutdialError } from '@outdial/core';
import { makeFolder } from '@outdial/lists';
import { openStore, shownAddress, type DatabaseTls, type Store } from '@outdial/store';
import { exactInstantText, utcInstantText } from '../local-time/instant-in-zone.js';
import type { StoreSection } from '../campaign-file/types.js';

/** Environment variable with the key of the audit trail. */
export const AUDIT_KEY_VARIABLE = 'OUTDIAL_AUDIT_KEY';

/** Why the store of a campaign cannot be opened. */
export const STORE_OPENING_ERRORS = {
  'store-unavailable': {
    what: 'The store {url} cannot be opened. {why}',
    remedy: "{advice} See store.url in {file}, and run 'outdial doctor'.",
    retryable: true,
  },
  'store-password-missing': {
    what: 'The store was not opened: the environment variable {variable} is not set.',
    remedy: 'Set it to the database password, or name another variable under store.passwordEnvironment.',
    retryable: false,
  },
} as const;

/** The database cannot be opened. */
export class StoreUnavailable extends OutdialError<'store-unavailable'> {
  override readonly name = 'StoreUnavailable';

  constructor(url: string, file: string, cause: unknown) {
    const [why, advice] = isOutdialError(cause)
      ? [cause.what, cause.remedy]
      : [`${reasonOf(cause)}.`, 'Check that the server runs and that the folder can be written.'];
    super(errorFacts(STORE_OPENING_ERRORS, 'store-unavailable', { url, file, why, advice }, { cause }));
  }
}

/** What names a store: a campaign file, or the options of a floor. */
export interface StorePlace {
  /** What an error names. */
  readonly path: string;
  /** Folder that relative paths count from. */
  readonly folder: string;
  readonly file: { readonly store: StoreSection; readonly timeZone?: string };
}

/** How a campaign's store is opened. */
export interface OpenCampaignStoreOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Epoch ms: the legal clock of the run. Default: now. */
  readonly clock?: () => number;
  /** Who writes the audit trail. */
  readonly writer: string;
  /** Who gives the orders, as the audit trail names them. Default: `writer`. */
  readonly by?: string;
}

/**
 * Opens the store of a campaign file: its folder is made, its password read from the environment. Throws
 * {@link StoreUnavailable}; 'store-password-missing' and 'audit-key-short' where the environment is at fault.
 */
export async function openCampaignStore(
  campaign: StorePlace,
  options: OpenCampaignStoreOptions,
): Promise<Store> {
  const { timeZone: zone, store } = campaign.file;
  const { url } = store;
  const isFile = url.startsWith('sqlite:');
  const password = isFile ? undefined : passwordOf(campaign, options.env);
  try {
    return await openStore({
      url: isFile ? sqliteAddress(url, campaign.folder) : url,
      writer: options.writer,
      shown: zone === undefined ? utcInstantText : (at) => exactInstantText(at, zone),
      ...defined({
        password,
        tls: isFile ? undefined : await tlsOf(campaign),
        clock: options.clock,
        by: options.by,
        auditKey: auditKeyOf(options.env),
      }),
    });
  } catch (cause) {
    if (isOutdialError(cause) && cause.code === 'audit-key-short') throw cause;
    throw new StoreUnavailable(shownAddress(url), campaign.path, cause);
  }
}

async function tlsOf({ folder, file }: StorePlace): Promise<DatabaseTls | undefined> {
  const { tls } = file.store;
  if (tls === undefined) return undefined;
  const ca = tls.ca === undefined ? undefined : await readFile(resolve(folder, tls.ca), 'utf8');
  return defined({ verify: tls.verify, ca });
}

/** The key of the audit trail stands in the environment, never in a file beside the database. */
function auditKeyOf(env: OpenCampaignStoreOptions['env']): string | undefined {
  const key = env[AUDIT_KEY_VARIABLE] ?? '';
  return key === '' ? undefined : key;
}

function sqliteAddress(url: string, folder: string): string {
  const path = url.slice('sqlite:'.length);
  if (path === ':memory:') return url;
  const absolute = resolve(folder, path);
  makeFolder(dirname(absolute));
  return `sqlite:${absolute}`;
}

function passwordOf(campaign: StorePlace, env: OpenCampaignStoreOptions['env']): string | undefined {
  const { passwordEnvironment } = campaign.file.store;
  if (passwordEnvironment === undefined) return undefined;
  const password = env[passwordEnvironment];
  if (password !== undefined && password !== '') return password;
  throw errorFrom(STORE_OPENING_ERRORS, 'store-password-missing', { variable: passwordEnvironment });
}

/** A database error without the address it was made from: that may hold the password. */
function reasonOf(cause: unknown): string {
  return errorText(cause).replace(/\/\/[^@\s]*@/g, '//…@');
}
