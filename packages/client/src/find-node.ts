/** Which server of a store takes up what another one did: the way of a desk whose server has gone. */

/** A server of the store, as the document 'floor' lists them: the one that says it first. */
export interface KnownNode {
  /** Where browsers reach it. */
  readonly address: string;
  /** Campaigns that it runs. */
  readonly runs: readonly string[];
  /** True: it drains. */
  readonly leaving: boolean;
}

/** Who is asked, and for what. */
export interface NodeSearch {
  readonly nodes: readonly KnownNode[];
  /** The campaign that it must run; null: any server that is ready will do. */
  readonly campaignId: string | null;
  /** What `/ready` of a server answers, as JSON. Default: by `fetch`, for two seconds at most. */
  readonly ask?: (url: string) => Promise<unknown>;
}

const ASKED_MS = 2_000;

/**
 * Asks the servers in turn, and answers the address of the first that is ready and runs the campaign; null:
 * none does now. Ask again: another one takes the campaign within seconds.
 */
export async function findNode({ nodes, campaignId, ask = askReady }: NodeSearch): Promise<string | null> {
  for (const { address } of nodes) {
    const answer = await ask(`${address}/ready`).catch(() => null);
    if (isReadyFor(answer, campaignId)) return address;
  }
  return null;
}

async function askReady(url: string): Promise<unknown> {
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(ASKED_MS) });
  return response.json();
}

function isReadyFor(answer: unknown, campaignId: string | null): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  if (!('status' in answer) || answer.status !== 'ready') return false;
  if (campaignId === null) return true;
  return 'runs' in answer && Array.isArray(answer.runs) && answer.runs.includes(campaignId);
}
