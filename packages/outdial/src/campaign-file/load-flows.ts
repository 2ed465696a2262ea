/** Loads the flows of a campaign file and checks them: a faulty flow stops the start and not a call. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { validateFlow, type Flow } from '@outdial/core';
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
  return {
    ...(agentless === undefined ? {} : { agentless: await loadFlow(campaign, 'flows.agentless', agentless) }),
    ...(voicemail === undefined ? {} : { voicemail: await loadFlow(campaign, 'flows.voicemail', voicemail) }),
    ...(Object.keys(given).length > 0 ? { named: given } : {}),
  };
}

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
