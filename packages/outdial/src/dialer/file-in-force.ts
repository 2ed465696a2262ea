/** The campaign file as it is in force: some settings of a changed one are taken while the campaign runs. */
import { defined, type CampaignChanges } from '@outdial/core';
import type { StoreJournal } from '@outdial/store';
import { differingSettings } from '../campaign-file/flat-settings.js';
import { loadSelection } from '../campaign-file/load-selection.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { toSchedule } from '../campaign-file/schedule-settings.js';
import type { CampaignFile } from '../campaign-file/types.js';
import type { Records } from '../records/records.js';

/** What became of a changed campaign file while the campaign runs. */
export interface Adoption {
  /** Settings that are in force now: 'leads.filter'. */
  readonly applied: readonly string[];
  /** Settings that differ, and are in force from the next start. */
  readonly later: readonly string[];
}

/** What the file in force needs. */
export interface FileInForceParts {
  readonly campaign: LoadedCampaign;
  readonly records: Pick<Records, 'select'> & { readonly journal: Pick<StoreJournal, 'audit'> };
  readonly now: () => number;
  /** Gives the engine other settings. */
  readonly configure: (changes: CampaignChanges) => Promise<unknown>;
}

/** The file of one running campaign. */
export class FileInForce {
  readonly #parts: FileInForceParts;
  #file: CampaignFile;

  constructor(parts: FileInForceParts) {
    this.#parts = parts;
    this.#file = parts.campaign.file;
  }

  /** The file, with what was taken of changed ones. */
  get file(): CampaignFile {
    return this.#file;
  }

  /**
   * Takes of a changed file what may change while the campaign runs. `by`: for the audit trail.
   *
   * @throws CampaignFileError where an expression of the file cannot be read; nothing is taken then.
   */
  async adopt(changed: CampaignFile, by: string): Promise<Adoption> {
    const taken = withScriptOf(withScheduleOf(withLeadsOf(this.#file, changed), changed), changed);
    const differing = (file: CampaignFile): readonly string[] =>
      withoutParts(differingSettings(this.#file, file).map(({ path }) => path));
    const applied = differing(taken);
    const later = differing(changed).filter((path) => !applied.includes(path));
    if (applied.length === 0) return { applied, later };

    const { campaign, records, now, configure } = this.#parts;
    const selection = await loadSelection({ file: taken, path: campaign.path });
    const has = (part: RegExp): boolean => applied.some((path) => part.test(path));
    this.#file = taken;
    if (has(/^(leads|lists)\b/)) records.select(selection);
    if (has(/^schedule\b/)) await configure({ schedule: toSchedule(taken) });
    const detail = { by, settings: applied };
    records.journal.audit({ campaignId: taken.id, kind: 'campaign.adopted', detail, at: now() });
    return { applied, later };
  }
}

/** The places without those inside of another one: a section that is new or gone is named once. */
function withoutParts(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
}

/** The file with the script of another. */
function withScriptOf({ script: _before, ...file }: CampaignFile, { script }: CampaignFile): CampaignFile {
  return { ...file, ...defined({ script }) };
}

/**
 * The file with the schedule of another. Hours at the called party stand among the rules by which calls are
 * judged, which are those of the start.
 */
function withScheduleOf(file: CampaignFile, { schedule }: CampaignFile): CampaignFile {
  const isJudged = [file.schedule, schedule].some((each) => each?.clock === 'called');
  return isJudged ? file : { ...file, schedule };
}

/**
 * The file with the leads of another, and with the weights of its lists where both have the same lists: lists
 * that come or go wait, because their leads are registered at the start.
 */
function withLeadsOf(file: CampaignFile, changed: CampaignFile): CampaignFile {
  const ids = ({ lists }: CampaignFile): string => JSON.stringify(lists.map(({ id }) => id));
  if (ids(file) !== ids(changed)) return { ...file, leads: changed.leads };
  const lists = file.lists.map(({ share: _share, priority: _priority, ...list }, index) => {
    const { share, priority } = changed.lists[index] ?? {};
    return { ...list, ...defined({ share, priority }) };
  });
  return { ...file, leads: changed.leads, lists };
}
