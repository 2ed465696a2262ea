/** Loads the flows of a campaign file and checks them: a faulty flow stops the start and not a call. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defined, validateFlow, type Flow } from '@outdial/core';
import { CampaignFileError } from './campaign-file-error.js';
import { parseText, type LoadedCampaign } from './read-campaign-file.js';
import type { FlowSource } from './types.js';

/** The campaign's own flows, checked. */
export interface LoadedFlows {
  readonly agentless?: Flow;
  readonly voicemail?: Flow;
  /** Those that agents may give customers to, by name. Absent: none. */
  readonly named?: Readonly<Record<string, Flow>>;
}

/**
 * Reads and checks the flows a campaign file names. Throws {@link CampaignFileError} with the path inside the
 * flow.
 */
export async function loadFlows(campaign: LoadedCampaign): Promise<LoadedFlows> {
  const { agentless, voicemail, named } = campaign.file.flows;
  const given: Record<string, Flow> = {};
  for (const [name, source] of Object.entries(named))
    given[name] = await loadFlow(campaign, `flows.named.${name}`, source);
  const flows = {
    ...(agentless === undefined ? {} : { agentless: await loadFlow(campaign, 'flows.agentless', agentless) }),
    ...(voicemail === undefined ? {} : { voicemail: await loadFlow(campaign, 'flows.voicemail', voicemail) }),
    ...(Object.keys(given).length > 0 ? { named: given } : {}),
  };
  refuseTransfers(campaign, defined({ agentless: flows.agentless, voicemail: flows.voicemail }));
  return flows;
}

/** Agents, and the share of abandoned calls that comes with them, are not held together over nodes. */
function refuseTransfers({ file, path }: LoadedCampaign, flows: Readonly<Record<string, Flow>>): void {
  if (file.dialing.nodes === 1) return;
  const problems = Object.entries(flows).flatMap(([name, flow]) =>
    Object.entries(flow.nodes).flatMap(([node, { kind }]) =>
      kind === 'transfer' ? [{ path: `flows.${name}.nodes.${node}`, value: kind, message: NO_TRANSFER }] : [],
    ),
  );
  if (problems.length > 0) throw new CampaignFileError(path, problems);
}

const NO_TRANSFER = 'hands calls to agents: make dialing.nodes 1, or remove the transfer';

async function loadFlow(campaign: LoadedCampaign, place: string, source: FlowSource): Promise<Flow> {
  const { input, name } =
    typeof source === 'string'
      ? { input: await readFlow(campaign, place, source), name: source }
      : { input: source, name: campaign.path };
  const validation = validateFlow(input);
  if (validation.ok) return validation.flow;
  throw new CampaignFileError(
    name,
    validation.problems.map((problem) => ({
      path: `${place}${problem.path === '' ? '' : `.${problem.path}`}`,
      value: String(problem.value),
      message: `${problem.message}. ${problem.remedy}`,
    })),
  );
}

async function readFlow(campaign: LoadedCampaign, place: string, path: string): Promise<unknown> {
  const text = await readFile(resolve(campaign.folder, path), 'utf8').catch((cause: unknown) => {
    throw new CampaignFileError(
      campaign.path,
      [
        {
          path: place,
          value: JSON.stringify(path),
          message: 'cannot be read: give the path of a flow file, relative to the campaign file',
        },
      ],
      cause,
    );
  });
  return parseText(text, path);
}
