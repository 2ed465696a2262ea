/** Entry to the module: `createCompliance()`. */
import { checkOptions, optionsName, type ComplianceOptions } from './compliance-options.js';
import type { Decision, Request, RuleInfo } from './contract.js';
import { doNotCallFacts, type DoNotCallList } from './do-not-call/do-not-call-lists.js';
import { campaignDuties, type CampaignWithCountries } from './duties/duties.js';
import type { CampaignDuties } from './duties/duty.js';
import { CalledPlaces } from './engine/called-places.js';
import { contextOf, type ContextOptions } from './engine/context.js';
import { COURTESY_HOURS, type CourtesyHours } from './engine/courtesy-schedules.js';
import { tzdataFresh } from './engine/engine-policies.js';
import { decide } from './engine/evaluate.js';
import type { Packs } from './engine/pack.js';
import { personPolicies } from './engine/person-policies.js';
import { checkCampaignFacts, readRequest } from './engine/request-check.js';
import { ruleInfo } from './engine/rule-info.js';
import { RuleSelection, loadedLaw } from './engine/rule-selection.js';
import { RuleSettings } from './engine/rule-settings.js';
import type { WeekSpans } from './engine/schedule.js';
import { tableDate, tableVersion } from './engine/table-version.js';
import { ComplianceInputError } from './errors.js';
import { PACKS, withOwnPacks } from './jurisdictions/packs.js';
import { lawTableOf, type LawTable } from './law-table/law-table.js';
import { clientRules } from './policies/client-rules.js';
import { readWeek } from './policies/week-spans.js';
import { reviewCampaign } from './review/review-campaign.js';
import type { CampaignFlow, CampaignReview } from './review/review-item.js';
import type { ZoneDataReport } from './time/tzdata.js';
import { Zones } from './time/zones.js';

/** A ready compliance module. */
export interface Compliance {
  /** Judges one call. @throws ComplianceInputError for a request that cannot be read */
  evaluate(request: Request): Decision;
  /** Judges a campaign before it starts. @throws ComplianceInputError for an unknown kind of campaign */
  reviewCampaign(campaign: CampaignWithCountries, flow?: CampaignFlow): CampaignReview;
  /** The limits the engine must keep for a campaign. @throws ComplianceInputError, as the review does */
  duties(campaign: CampaignWithCountries, at?: number): CampaignDuties;
  /** Every rule in force at an instant (by UTC date). */
  listRules(at: number): readonly RuleInfo[];
  /** The law of this module, own packs included, with all its dated values: every version is comparable. */
  lawTable(): LawTable;
  /** What the check of the runtime's zone data found. */
  readonly zoneData: ZoneDataReport;
  /**
   * Names this module's rules and policies, for the audit: the date of the latest comparison of the table, a
   * name of its rules, values and sources, and one of the options, such as '2026-11-22.1a2b3c4d+5e6f7a8b'. It
   * changes whenever they do.
   */
  readonly ruleSetVersion: string;
}

/** Builds a compliance module; without options every listed rule is in force. */
export function createCompliance(options: ComplianceOptions = {}): Compliance {
  return new RuleEngine(options);
}

class RuleEngine implements Compliance {
  readonly zoneData: ZoneDataReport;
  readonly #packs: Packs;
  /** Without the rules that the client switched off. */
  readonly #packsInForce: Packs;
  readonly #settings: RuleSettings;
  readonly #lists: readonly DoNotCallList[];
  readonly #places: CalledPlaces;
  readonly #selection: RuleSelection;
  readonly #contextOptions: ContextOptions;
  readonly #optionsName: string;

  constructor(options: ComplianceOptions) {
    checkOptions(options);
    const zones = new Zones({
      overrides: options.timeZoneOverrides ?? {},
      refuseStale: options.staleZones === 'refuse',
    });
    this.zoneData = zones.report;
    const courtesyHours = courtesyHoursOf(options.courtesyHours);
    this.#contextOptions = { emergencies: options.emergencies ?? [], courtesyHours };

    this.#packs = options.packs === undefined ? PACKS : withOwnPacks(options.packs);
    const countries = loadedCountries(this.#packs, options.jurisdictions);
    this.#lists = options.lists ?? [];
    const ownRules = clientRules(options.policies ?? [], this.#lists);
    this.#settings = new RuleSettings(
      options.rules ?? {},
      [...loadedLaw(this.#packs, countries), ...personPolicies],
      options.strict ?? false,
    );

    this.#packsInForce = withoutRules(this.#packs, this.#settings.off);

    this.#places = new CalledPlaces(zones, this.#settings.off);
    this.#selection = new RuleSelection({
      packs: this.#packs,
      countries,
      settings: this.#settings,
      accepted: new Set(options.acceptUnmodelled ?? []),
      clientRules: ownRules,
      tzRule: tzdataFresh(zones.stale),
      courtesyHours,
    });
    this.#optionsName = optionsName(options);
  }

  get ruleSetVersion(): string {
    return `${tableVersion(this.#packs)}${this.#optionsName}`;
  }

  evaluate(given: Request): Decision {
    const request = this.#lookedUp(readRequest(given));
    const called = this.#places.of(request);
    const context = contextOf(request, called.place, called.zones, this.#contextOptions);
    const rules = this.#selection.of(called, request.campaign.purpose, context.recorded);
    return decide(rules, context, request.at, called);
  }

  reviewCampaign(campaign: CampaignWithCountries, flow: CampaignFlow = {}): CampaignReview {
    checkCampaignFacts(campaign);
    return reviewCampaign(this.#packsInForce, campaign, flow, tableDate(this.#packs));
  }

  duties(campaign: CampaignWithCountries, at: number = tableDate(this.#packs)): CampaignDuties {
    checkCampaignFacts(campaign);
    return campaignDuties(this.#packsInForce, campaign, at);
  }

  listRules(at: number): readonly RuleInfo[] {
    if (!Number.isFinite(at)) throw new ComplianceInputError('at', 'must be epoch milliseconds');
    return this.#selection.all().flatMap((rule) => ruleInfo(rule, at, this.#settings.of(rule.id)) ?? []);
  }

  lawTable(): LawTable {
    return lawTableOf(this.#packs);
  }

  /** The request with what the module's own lists say of the number. */
  #lookedUp(request: Request): Request {
    if (this.#lists.length === 0) return request;
    const { lead } = request;
    const found = doNotCallFacts(lead.phone, this.#lists);
    const lists = [...(lead.doNotCall?.lists ?? []), ...(found.lists ?? [])];
    return { ...request, lead: { ...lead, doNotCall: { ...lead.doNotCall, ...found, lists } } };
  }
}

/** The courtesy hours, the client's own where it gives some. */
function courtesyHoursOf(own: WeekSpans | undefined): CourtesyHours {
  if (own === undefined) return COURTESY_HOURS;
  const schedule = readWeek('courtesyHours', own);
  return { inUnitedStates: schedule, elsewhere: schedule };
}

/** The packs without rules that are off. */
function withoutRules(packs: Packs, off: ReadonlySet<string>): Packs {
  if (off.size === 0) return packs;
  return new Map(
    [...packs].map(([country, pack]) => [
      country,
      { ...pack, rules: pack.rules.filter(({ id }) => !off.has(id)) },
    ]),
  );
}

/**
 * The countries whose rules are loaded; all where none are named.
 *
 * @throws ComplianceInputError for a country without rules
 */
function loadedCountries(packs: Packs, named: readonly string[] | undefined): ReadonlySet<string> {
  const countries = new Set(named?.map((country) => (country === 'UK' ? 'GB' : country)) ?? packs.keys());
  for (const country of countries) {
    if (!packs.has(country))
      throw new ComplianceInputError(
        'jurisdictions',
        `no rules for '${country}' here; known are ${[...packs.keys()].join(', ')}`,
      );
  }
  return countries;
}
