/** `outdial emergency`: emergencies are declared, ended and listed, for states that forbid calls then. */
import { instantText } from '../../local-time/instant-in-zone.js';
import { rename, writeFile } from 'node:fs/promises';
import { createCompliance } from '@outdial/compliance';
import { isoInstant } from '@outdial/core';
import { isUsState } from '../../campaign-file/basic-values.js';
import { emergenciesSchema, type EmergencyEntry } from '../../campaign-file/sections/emergencies.js';
import { emergencyPath, readEmergencies } from '../../gate/declared-emergencies.js';
import { campaignClock, instantOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type {
  EmergencyDeclareGiven,
  EmergencyEndGiven,
  EmergencyListGiven,
} from '../syntax/emergency-commands.js';

/** `outdial emergency declare`. */
export async function declare(io: CommandIo, options: EmergencyDeclareGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const now = campaignClock(io, campaign.file)();
  const from = instantOf(options.from, now);
  const until = options.until === undefined ? undefined : instantOf(options.until, now);
  if (until !== undefined && until <= from)
    throw new CommandError('emergency-unusable', {
      text: options.until ?? '',
      why: 'it is before the begin',
    });
  const entry: EmergencyEntry = {
    region: stateOf(options.state),
    from: isoInstant(from),
    ...(until === undefined ? {} : { until: isoInstant(until) }),
  };
  const path = emergencyPath(campaign);
  await keep(path, [...(await readEmergencies(path)), entry]);
  io.out.write(`Declared: ${text(entry, campaign.file.timeZone)}.\n${withoutLaw(entry.region)}`);
  return EXIT.done;
}

/** `outdial emergency end`. */
export async function end(io: CommandIo, options: EmergencyEndGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const at = instantOf(options.at, campaignClock(io, campaign.file)());
  const region = stateOf(options.state);
  const path = emergencyPath(campaign);
  const entries = await readEmergencies(path);
  const { timeZone } = campaign.file;
  const ofState = entries.filter((entry) => entry.region === region);
  const lasting = ofState.filter((entry) => isOpenAt(entry, at));
  const later = ofState.filter((entry) => Date.parse(entry.from) >= at);
  const laterText = later.map((entry) => text(entry, timeZone)).join('; ');
  if (lasting.length === 0) {
    if (later.length === 0) {
      io.out.write(`No emergency of ${region} is declared by command then.\n`);
      return EXIT.findings;
    }
    await keep(
      path,
      entries.filter((entry) => !later.includes(entry)),
    );
    io.out.write(`Taken back before it began: ${laterText}.\n`);
    return EXIT.done;
  }
  await keep(
    path,
    entries.map((entry) => (lasting.includes(entry) ? { ...entry, until: isoInstant(at) } : entry)),
  );
  const stays = later.length === 0 ? '' : `Declared for later, and stays: ${laterText}.\n`;
  io.out.write(`Ended at ${instantText(at, timeZone)}: ${lasting.length} of ${region}.\n${stays}`);
  return EXIT.done;
}

/** `outdial emergency list`. */
export async function list(io: CommandIo, options: EmergencyListGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const entries = [
    ...campaign.file.compliance.emergencies,
    ...(await readEmergencies(emergencyPath(campaign))),
  ];
  if (options.json) io.out.write(`${JSON.stringify(entries, null, 2)}\n`);
  else if (entries.length === 0) io.out.write('None is declared.\n');
  else for (const entry of entries) io.out.write(`${text(entry, campaign.file.timeZone)}\n`);
  return EXIT.done;
}

/** A declaration in a state without such a law changes nothing: it is kept, and said. */
function withoutLaw(region: string): string {
  const states = createCompliance()
    .lawTable()
    .rules.filter(({ id }) => id.endsWith('.emergency'))
    .map(({ jurisdiction }) => jurisdiction.slice('US-'.length))
    .sort();
  if (states.includes(region)) return '';
  return (
    `No law known here bars calls in ${region} during an emergency, so calls go on; ` +
    `${states.join(' and ')} have such a law.\n`
  );
}

function isOpenAt({ from, until }: EmergencyEntry, at: number): boolean {
  return Date.parse(from) < at && (until === undefined || Date.parse(until) > at);
}

function stateOf(given: string): string {
  const state = given.toUpperCase();
  if (isUsState(state)) return state;
  throw new CommandError('emergency-unusable', { text: given, why: 'it is not a US state such as LA' });
}

function text({ region, from, until }: EmergencyEntry, timeZone: string): string {
  const [begin, end] = [from, until].map((at) =>
    at === undefined ? at : instantText(Date.parse(at), timeZone),
  );
  return `${region} from ${begin ?? ''} ${end === undefined ? 'while it lasts' : `to ${end}`}`;
}

/** Writes the whole file at once: a running campaign never reads half of it. */
async function keep(path: string, entries: readonly EmergencyEntry[]): Promise<void> {
  const checked = emergenciesSchema.parse(entries);
  await writeFile(`${path}.new`, `${JSON.stringify(checked, null, 2)}\n`);
  await rename(`${path}.new`, path);
}
