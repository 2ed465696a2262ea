/** Three servers on one MariaDB and two Asterisks of the lab, with three campaigns among them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@outdial/store';
import {
  ensureLab,
  labInstance,
  readCalls,
  secondLabInstance,
  type LabFacts,
} from '../../../../lab/index.mjs';
import type { FarEndCall } from '../../../../lab/index.mjs';
import { labNumbers } from '../../../outdial/test/live/numbers.js';
import { freshDatabase, type LabDatabase } from '../../../store/test/mariadb-world.js';
import { NodeProcess } from './node-process.js';

/** A Wednesday afternoon in New York: every run dials then, whatever the day. */
const LEGAL_INSTANT = Date.parse('2026-06-10T15:00:00-04:00');
/** Attempts a lead may have: the cap that the audit holds the run to. */
export const MOST_ATTEMPTS = 2;
const AGENTS_EACH = 2;
/** Numbers that two campaigns have in common: no two calls to one of them at once. */
const SHARED = 20;

/** A campaign of the run. */
export interface KilledCampaign {
  readonly id: string;
  readonly callerNumber: string;
  readonly phones: readonly string[];
}

/** Everything that a kill run is made of. */
export interface KillWorld {
  readonly nodes: readonly NodeProcess[];
  readonly campaigns: readonly KilledCampaign[];
  readonly labs: readonly LabFacts[];
  readonly instances: readonly number[];
  /** The store as an observer reads it, apart from the nodes. */
  readonly store: Store;
  /** ms that the nodes' clocks are ahead of the machine's. */
  readonly clockOffset: number;
  /** The calls of the run as the two carriers received them, with the instance of their Asterisk. */
  carrierCalls(): Promise<readonly CarrierCall[]>;
  remove(): Promise<void>;
}

/** A call as a carrier received it. */
export interface CarrierCall extends FarEndCall {
  readonly instance: number;
}

/** How large the run is. */
export interface KillWorldOptions {
  /** Leads of each campaign. */
  readonly leads: number;
}

/** Brings up the lab, and writes the folders of the nodes; nothing is started. */
export async function createKillWorld({ leads }: KillWorldOptions): Promise<KillWorld> {
  const instances = [labInstance(), secondLabInstance()];
  const labs = await Promise.all(
    instances.map((instance, index) =>
      ensureLab({ asterisk: true, carrier: true, agents: true, mariadb: index === 0 }, { instance }),
    ),
  );
  const database = await freshDatabase();
  const clockOffset = LEGAL_INSTANT - Date.now();
  const startedAt = Date.now();
  const campaigns = campaignsOf(leads);
  const nodes = ['kill-1', 'kill-2', 'kill-3'].map((name, index) =>
    nodeOf(name, { lab: labs[index % labs.length], database, campaigns, clockOffset }),
  );
  const store = await openStore({ url: database.url });
  const callers = campaigns.map(({ callerNumber }) => callerNumber.slice(1));
  return {
    ...{ nodes, campaigns, labs, instances, store, clockOffset },
    carrierCalls: async () => {
      const logs = await Promise.all(labs.map(({ carrier }) => readCalls(carrier.log)));
      return logs
        .flatMap((calls, index) => calls.map((call) => ({ ...call, instance: instances[index] ?? 0 })))
        .filter(
          ({ caller, invitedAt }) => invitedAt >= startedAt && callers.some((own) => caller.endsWith(own)),
        )
        .sort((a, b) => a.invitedAt - b.invitedAt);
    },
    remove: async () => {
      for (const node of nodes) {
        node.signal('SIGKILL');
        rmSync(node.folder, { recursive: true, force: true });
      }
      await store.close();
      await database.drop();
    },
  };
}

function campaignsOf(leads: number): readonly KilledCampaign[] {
  const numbers = labNumbers(leads * 3 - SHARED);
  return [0, 1, 2].map((index) => {
    const own = numbers.slice(index * leads, (index + 1) * leads);
    // The last one has the first numbers of the first one as well.
    const phones = index === 2 ? [...own, ...numbers.slice(0, SHARED)] : own;
    return { id: `killed-${index + 1}`, callerNumber: `+1202555016${index}`, phones };
  });
}

interface NodeParts {
  readonly lab: LabFacts | undefined;
  readonly database: LabDatabase;
  readonly campaigns: readonly KilledCampaign[];
  readonly clockOffset: number;
}

function nodeOf(name: string, { lab, database, campaigns, clockOffset }: NodeParts): NodeProcess {
  if (!lab) throw new Error('a node needs a lab');
  const folder = mkdtempSync(join(tmpdir(), `outdial-${name}-`));
  const url = new URL(database.url);
  const password = decodeURIComponent(url.password);
  url.password = '';
  writeFileSync(join(folder, 'outdial.yaml'), JSON.stringify(serverFile(name, lab, url.href, campaigns)));
  campaigns.forEach((campaign, index) => {
    const rows = campaign.phones.map((phone, row) => `${campaign.id}-${row},${phone},express,2026-05-01`);
    const text = ['account,phone,consent,consent date', ...rows, ''].join('\n');
    writeFileSync(join(folder, `${campaign.id}.csv`), text);
    writeFileSync(join(folder, `${campaign.id}.json`), JSON.stringify(campaignFile(campaign, index)));
  });
  return new NodeProcess(name, folder, {
    STORE_PASSWORD: password,
    ARI_USER: lab.ari.user,
    ARI_PASSWORD: lab.ari.password,
    OUTDIAL_LABORATORY: '1',
    OUTDIAL_CLOCK_OFFSET_MS: String(clockOffset),
  });
}

function serverFile(
  node: string,
  { ari, carrier }: LabFacts,
  url: string,
  campaigns: readonly KilledCampaign[],
): Readonly<Record<string, unknown>> {
  const server = { url: ari.url, usernameEnvironment: 'ARI_USER', passwordEnvironment: 'ARI_PASSWORD' };
  const endpoint = `PJSIP/{number}@${carrier.trunk}`;
  return {
    http: { port: 0 },
    store: { url, passwordEnvironment: 'STORE_PASSWORD' },
    telephony: {
      ...{ kind: 'asterisk', node, server },
      trunks: [{ name: 'carrier', endpoint, channels: 30, callsPerSecond: 5 }],
    },
    campaigns: campaigns.map(({ id }) => `${id}.json`),
  };
}

function campaignFile(
  { id, callerNumber }: KilledCampaign,
  index: number,
): Readonly<Record<string, unknown>> {
  const people = Array.from({ length: AGENTS_EACH }, (_, agent) => ({
    id: `${id}-agent-${agent}`,
    station: `PJSIP/${101 + index * 10 + agent}`,
  }));
  const again = { delayMinutes: 0.5, most: MOST_ATTEMPTS };
  return {
    ...{ id, name: id, mode: 'progressive', callerNumber, countries: ['US'], live: true },
    lists: [{ id, file: `${id}.csv`, defaultCountry: 'US' }],
    compliance: { purpose: 'informational' },
    abandonment: {
      identification: ['sound:outdial/safe-harbour'],
      optOutNumber: '+12025550199',
      optOutOffer: ['silence:200'],
    },
    dialing: { lines: 10, callsPerSecond: 4, ringTimeoutSeconds: 15, setupTimeoutSeconds: 3 },
    retry: {
      mostAttempts: MOST_ATTEMPTS,
      rules: { unknown: again, 'no-answer': again, busy: again, failed: again, congestion: again },
    },
    wrapUp: { timeoutSeconds: 5 },
    agents: {
      people,
      automatic: {
        talkMeanSeconds: 5,
        wrapUpMeanSeconds: 1,
        decideMeanSeconds: 0.3,
        dispositions: { sale: 1 },
      },
    },
  };
}
