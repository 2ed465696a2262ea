import { z } from 'zod';
import { country, identifier, phone } from './basic-values.js';
import {
  abandonmentSchema,
  agentsSchema,
  dialingSchema,
  dispositionsSchema,
  flowsSchema,
  machineDetectionSchema,
  previewSchema,
  retrySchema,
  wrapUpSchema,
} from './dialing-schema.js';
import { listNameOf } from './list-name.js';
import {
  complianceSchema,
  controlSchema,
  doNotCallSchema,
  listsSchema,
  logSchema,
  simulationSchema,
  storeSchema,
  telephonySchema,
} from './place-schema.js';
import type { CampaignFile } from './types.js';

const MODES = ['manual', 'preview', 'progressive', 'power', 'predictive', 'agentless'] as const;

const shape = {
  id: identifier(
    'Names the campaign in the store, in attempt ids and in channel ids. Keep it for the life of the campaign.',
  ),
  name: z.string().min(1).describe('Name for people.'),
  mode: z.enum(MODES).describe('How it dials; may be changed while it runs.'),
  callerNumber: phone('Number shown to the called person. No caller number, no call.'),
  trunk: identifier('Trunk of all calls; absent: any whose destinations allow the number.').exactOptional(),
  countries: z
    .array(country('Two-letter country code.'))
    .min(1)
    .describe('Countries it may dial; everything else is never dialed.'),
  live: z.boolean().default(false).describe('False: only the numbers of allowList are dialed.'),
  allowList: z
    .array(phone('Number.'))
    .default([])
    .describe('Numbers that may be dialed while live is false.'),
  lists: listsSchema,
  store: storeSchema,
  compliance: complianceSchema,
  doNotCall: doNotCallSchema,
  abandonment: abandonmentSchema,
  dialing: dialingSchema,
  machineDetection: machineDetectionSchema,
  flows: flowsSchema,
  preview: previewSchema,
  wrapUp: wrapUpSchema,
  dispositions: dispositionsSchema.exactOptional(),
  retry: retrySchema,
  agents: agentsSchema,
  telephony: telephonySchema,
  simulation: simulationSchema,
  control: controlSchema,
  log: logSchema,
};

/** Checks a campaign file and fills in its defaults. A `$schema` key for editors is allowed and dropped. */
export const campaignFileSchema: z.ZodType<CampaignFile> = z.preprocess(
  withoutSchemaKey,
  z.strictObject(shape).superRefine(checkTogether),
) as unknown as z.ZodType<CampaignFile>;

function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('$schema' in value))
    return value;
  const { $schema: _dropped, ...rest } = value as Record<string, unknown>;
  return rest;
}

/** The published JSON schema of the campaign file (draft 2020-12), for editors and other programs. */
export function campaignJsonSchema(): Readonly<Record<string, unknown>> {
  const described = z.strictObject({
    $schema: z.string().exactOptional().describe('Path or address of this schema.'),
    ...shape,
  });
  const schema = z.toJSONSchema(described, { io: 'input', unrepresentable: 'any' });
  return {
    title: 'outdial campaign',
    description: 'A campaign of the outdial dialer. See docs/reference/campaign-file.md.',
    ...schema,
  };
}

type Context = {
  issues: unknown[];
  addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string; input?: unknown }): void;
};

/** What no single field can tell: references between sections. */
function checkTogether(file: CampaignFile, context: Context): void {
  const problem = (path: (string | number)[], message: string, input: unknown): void =>
    context.addIssue({ code: 'custom', path, message, input });
  if (file.mode === 'agentless' && file.flows.agentless === undefined)
    problem(['flows', 'agentless'], 'is missing: agentless mode needs the flow that a call hears', undefined);
  if (file.machineDetection?.onMachine === 'voicemail' && file.flows.voicemail === undefined) {
    problem(
      ['flows', 'voicemail'],
      "is missing: machineDetection.onMachine 'voicemail' needs the message for machines",
      undefined,
    );
  }
  repeated(file.lists.map((list) => list.id)).forEach((id) =>
    problem(['lists'], `has two lists with the id '${id}': give each its own`, id),
  );
  repeated(file.agents.people.map((agent) => agent.id)).forEach((id) =>
    problem(['agents', 'people'], `has two agents with the id '${id}': give each its own`, id),
  );
  checkDoNotCall(file, problem);
  checkShares(file, problem);
  checkDispositions(file, problem);
  checkTrunks(file, problem);
}

type Problem = (path: (string | number)[], message: string, input: unknown) => void;

function checkDoNotCall({ doNotCall, countries }: CampaignFile, problem: Problem): void {
  const { lists } = doNotCall;
  repeated(lists.map(listNameOf)).forEach((name) =>
    problem(['doNotCall', 'lists'], `has two lists named '${name}': give each its own name`, name),
  );
  lists.forEach((list, index) => {
    if (list.scope === 'national' && list.country === undefined && countries.length > 1)
      problem(
        ['doNotCall', 'lists', index, 'country'],
        `is missing: the campaign calls ${countries.join(', ')}, so say whose registry it is`,
        undefined,
      );
    if (list.scope !== 'national' && list.country !== undefined)
      problem(
        ['doNotCall', 'lists', index, 'country'],
        'is for national lists only: remove it, or set scope to national',
        list.country,
      );
    if (list.scope === 'state' && list.region === undefined && list.name === undefined)
      problem(
        ['doNotCall', 'lists', index, 'region'],
        "is missing: say which state's list it is, e.g. FL",
        undefined,
      );
  });
}

function checkShares(file: CampaignFile, problem: Problem): void {
  const { answerShare, machineShare, busyShare, invalidShare } = file.simulation;
  const sum = answerShare + machineShare + busyShare + invalidShare;
  if (sum > 1)
    problem(
      ['simulation'],
      `has shares that add up to ${sum.toFixed(2)}: lower answerShare, machineShare, busyShare or invalidShare to 1 in all; the rest rings unanswered`,
      sum,
    );
}

function checkDispositions(file: CampaignFile, problem: Problem): void {
  if (!file.dispositions) return;
  const codes = file.dispositions.map((disposition) => disposition.code);
  repeated(codes).forEach((code) =>
    problem(['dispositions'], `has the code '${code}' twice: give each its own`, code),
  );
  if (!codes.includes(file.wrapUp.disposition)) {
    problem(
      ['wrapUp', 'disposition'],
      `is not one of the dispositions of this file: use one of ${codes.join(', ')}`,
      file.wrapUp.disposition,
    );
  }
}

function checkTrunks(file: CampaignFile, problem: Problem): void {
  if (file.telephony.kind !== 'asterisk') return;
  const trunks = file.telephony.trunks.map((trunk) => trunk.name);
  repeated(trunks).forEach((name) =>
    problem(['telephony', 'trunks'], `has two trunks named '${name}': give each its own name`, name),
  );
  file.telephony.trunks.forEach((trunk, index) => {
    if (trunk.numberFormat === 'national' && !trunk.destinations)
      problem(
        ['telephony', 'trunks', index, 'numberFormat'],
        "needs destinations, to know which country code to leave out: add destinations, e.g. ['1']",
        'national',
      );
  });
  if (file.trunk !== undefined && !trunks.includes(file.trunk))
    problem(['trunk'], `is not a trunk of this file: use one of ${trunks.join(', ')}`, file.trunk);
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
