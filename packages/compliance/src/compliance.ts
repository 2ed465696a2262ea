/** The module's front door: `createCompliance()`. */
import type { Decision, Purpose, Request, RuleInfo, RuleSetting } from './contract.js';
import { contextOf, type ContextOptions, type DeclaredEmergency } from './engine/context.js';
import { locationUnknown, notedPolicies, tzdataFresh, unmodelled } from './engine/engine-policies.js';
import { decide, type TraceNotes } from './engine/evaluate.js';
import { fingerprint } from './engine/fingerprint.js';
import type { Pack, Packs } from './engine/pack.js';
import type { Rule } from './engine/rule.js';
import { tableDate, tableVersion } from './engine/table-version.js';
import { readRequest } from './engine/request-check.js';
import { ruleInfo } from './engine/rule-info.js';
import { ComplianceInputError } from './errors.js';
import { checked, PACKS } from './jurisdictions/packs.js';
import { placeOf, type PlaceFacts } from './place/place.js';
import { doNotCallFacts, type DoNotCallList } from './do-not-call/do-not-call-lists.js';
import { listPolicy, policyRule, type ClientPolicy } from './policies/client-policy.js';
import type { CampaignDuties } from './duties/duty.js';
import { campaignDuties, type CampaignWithCountries } from './duties/duties.js';
import { reviewCampaign } from './review/review-campaign.js';
import type { CampaignFlow, CampaignReview } from './review/review-item.js';
import { ZONE_CORRECTIONS, checkZoneData, correctionName, type ZoneDataReport } from './time/tzdata.js';
import { Zone, type OffsetOverride } from './time/zone.js';

/** What a client sets; everything optional. */
export interface ComplianceOptions {
  /**
   * ISO countries whose rules are loaded ('UK' is read as 'GB'); absent: all. Calls elsewhere refuse as
   * unmodelled.
   */
  readonly jurisdictions?: readonly string[];
  /** Rules of further countries; they load beside the module's own. */
  readonly packs?: readonly Pack[];
  /**
   * By rule id: 'off' (only for rules not verified from the primary text), 'strict' (its absent facts
   * refuse).
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Client policies stricter than law. */
  readonly policies?: readonly ClientPolicy[];
  /**
   * Do-not-call lists to look every number up in, besides `lead.doNotCall`: 'national' is the public
   * registry, any other kind refuses by its name.
   */
  readonly lists?: readonly DoNotCallList[];
  /**
   * Names of unmodelled law the client accepts, as the refusal spells them: 'US-AR:political:recorded', 'NL'.
   */
  readonly acceptUnmodelled?: readonly string[];
  /** Declared emergencies during which some states forbid solicitation. */
  readonly emergencies?: readonly DeclaredEmergency[];
  /** Own corrections of zones, which replace the built-in ones. */
  readonly timeZoneOverrides?: Readonly<Record<string, readonly OffsetOverride[]>>;
  /**
   * What to do where the runtime's zone data is known to be stale: use the built-in correction (default) or
   * refuse.
   */
  readonly staleZones?: 'correct' | 'refuse';
  /** Every absent fact that an applicable rule needs refuses. */
  readonly strict?: boolean;
}

/** A ready compliance module. */
export interface Compliance {
  /** Judges one call. @throws ComplianceInputError for a request that cannot be read */
  evaluate(request: Request): Decision;
  /** Judges a campaign before it starts. */
  reviewCampaign(campaign: CampaignWithCountries, flow?: CampaignFlow): CampaignReview;
  /** The limits the engine must keep for a campaign. */
  duties(campaign: CampaignWithCountries, at?: number): CampaignDuties;
  /** Every rule in force at an instant (by UTC date). */
  listRules(at: number): readonly RuleInfo[];
  /** What the check of the runtime's zone data found. */
  readonly zoneData: ZoneDataReport;
  /**
   * Names this module's rules and policies, for the audit: the date of the latest comparison of the table, a
   * name of its rules, values and sources, and one of the options, such as '2026-11-22.1a2b3c4d+5e6f7a8b'. It
   * changes whenever they do.
   */
  readonly ruleSetVersion: string;
}

interface PlaceEntry {
  readonly place: PlaceFacts;
  readonly zones: readonly Zone[];
  readonly timeZones: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly notes: TraceNotes;
  readonly rulesFor: Map<string, readonly Rule[]>;
}

const PLACE_CACHE_LIMIT = 20_000;

/** Builds a compliance module; without options every listed rule is in force. */
export function createCompliance(options: ComplianceOptions = {}): Compliance {
  return new RuleEngine(options);
}

/**
 * What names the options: of lists only what they are, not their millions of numbers; own packs are part of
 * the table's version.
 */
function optionsText(options: ComplianceOptions): string {
  return JSON.stringify({
    ...options,
    packs: options.packs?.map(({ country }) => country),
    lists: options.lists?.map(({ name, kind, numbers }) => [name, kind, numbers.source, numbers.date]),
  });
}

class RuleEngine implements Compliance {
  readonly zoneData: ZoneDataReport;
  readonly #packs: Packs;
  readonly #optionsName: string;
  readonly #contextOptions: ContextOptions;
  readonly #zoneCache = new Map<string, Zone | null>();
  readonly #placeCache = new Map<string, PlaceEntry>();
  readonly #overrides = new Map<string, readonly OffsetOverride[]>();
  readonly #clientRules: readonly Rule[];
  readonly #lists: readonly DoNotCallList[];
  readonly #tzRule: Rule;
  readonly #countries: ReadonlySet<string>;
  readonly #accepted: ReadonlySet<string>;
  readonly #off: ReadonlySet<string>;
  readonly #strictRules: ReadonlySet<string>;

  constructor(options: ComplianceOptions) {
    this.#contextOptions = { strict: options.strict ?? false, emergencies: options.emergencies ?? [] };
    this.zoneData = checkZoneData();
    const refuseStale = options.staleZones === 'refuse';
    for (const known of ZONE_CORRECTIONS) {
      if (this.zoneData.stale.includes(known.zone) && !refuseStale)
        this.#overrides.set(known.zone, known.overrides);
    }
    for (const [zone, overrides] of Object.entries(options.timeZoneOverrides ?? {}))
      this.#overrides.set(zone, checkedOverrides(zone, overrides));
    this.#tzRule = tzdataFresh(
      new Set(refuseStale ? this.zoneData.stale.filter((zone) => !this.#overrides.has(zone)) : []),
    );
    this.#packs = options.packs === undefined ? PACKS : withOwnPacks(options.packs);
    this.#countries = new Set(
      options.jurisdictions?.map((country) => (country === 'UK' ? 'GB' : country)) ?? this.#packs.keys(),
    );
    for (const country of this.#countries) {
      if (!this.#packs.has(country))
        throw new ComplianceInputError(
          'jurisdictions',
          `no rules for '${country}' here; known are ${[...this.#packs.keys()].join(', ')}`,
        );
    }
    this.#accepted = new Set(options.acceptUnmodelled ?? []);
    this.#lists = options.lists ?? [];
    this.#clientRules = [
      ...(options.policies ?? []).map(policyRule),
      ...this.#lists
        .filter((list) => list.kind !== 'national')
        .map((list) => policyRule(listPolicy(list.name, list.numbers.source))),
    ];
    checkPolicyIds(this.#clientRules);
    const settings = Object.entries(options.rules ?? {});
    this.#off = new Set(settings.filter(([, setting]) => setting === 'off').map(([id]) => id));
    this.#strictRules = new Set(settings.filter(([, setting]) => setting === 'strict').map(([id]) => id));
    this.#checkSettings(settings.map(([id]) => id));
    this.#optionsName = Object.keys(options).length === 0 ? '' : `+${fingerprint(optionsText(options))}`;
  }

  get ruleSetVersion(): string {
    return `${tableVersion(this.#packs)}${this.#optionsName}`;
  }

  evaluate(given: Request): Decision {
    const request = this.#lookedUp(readRequest(given));
    const entry = this.#entryFor(request);
    const context = contextOf(request, entry.place, entry.zones, this.#contextOptions);
    const { purpose } = request.campaign;
    const rules = this.#rulesOf(entry, purpose, context.recorded);
    return decide(rules, context, request.at, entry.jurisdictions, entry.timeZones, entry.notes);
  }

  reviewCampaign(campaign: CampaignWithCountries, flow: CampaignFlow = {}): CampaignReview {
    return reviewCampaign(this.#packs, campaign, flow, tableDate(this.#packs));
  }

  duties(campaign: CampaignWithCountries, at: number = tableDate(this.#packs)): CampaignDuties {
    return campaignDuties(this.#packs, campaign, at);
  }

  listRules(at: number): readonly RuleInfo[] {
    if (!Number.isFinite(at)) throw new ComplianceInputError('at', 'must be epoch milliseconds');
    const all = [
      ...[...this.#countries].flatMap((country) => this.#packs.get(country)?.rules ?? []),
      locationUnknown,
      this.#tzRule,
      unmodelled('anything else'),
      ...notedPolicies,
      ...this.#clientRules,
    ];
    return all.flatMap((rule) => ruleInfo(rule, at, this.#settingOf(rule.id)) ?? []);
  }

  /** The request with what the module's own lists say of the number. */
  #lookedUp(request: Request): Request {
    if (this.#lists.length === 0) return request;
    const { lead } = request;
    const found = doNotCallFacts(lead.phone, this.#lists);
    const lists = [...(lead.doNotCall?.lists ?? []), ...(found.lists ?? [])];
    return { ...request, lead: { ...lead, doNotCall: { ...lead.doNotCall, ...found, lists } } };
  }

  #settingOf(id: string): RuleSetting {
    if (this.#off.has(id)) return 'off';
    return this.#strictRules.has(id) || this.#contextOptions.strict ? 'strict' : 'on';
  }

  #checkSettings(ids: readonly string[]): void {
    const known = new Map<string, readonly Rule[]>();
    for (const country of this.#countries)
      for (const rule of this.#packs.get(country)?.rules ?? [])
        known.set(rule.id, [...(known.get(rule.id) ?? []), rule]);
    for (const id of ids) {
      const rules = known.get(id);
      if (!rules) throw new ComplianceInputError('rules', `no rule '${id}' is loaded`);
      const firm = rules.some((rule) =>
        rule.periods.every((period) => period.dated.verification === 'primary'),
      );
      if (this.#off.has(id) && firm)
        throw new ComplianceInputError(
          `rules.${id}`,
          'a rule verified from the primary text cannot be switched off',
        );
    }
  }

  #zone(id: string): Zone | undefined {
    let zone = this.#zoneCache.get(id);
    if (zone === undefined) {
      try {
        zone = new Zone(id, this.#overrides.get(id) ?? this.#overrides.get(correctionName(id)) ?? []);
      } catch {
        zone = null;
      }
      if (this.#zoneCache.size >= PLACE_CACHE_LIMIT) this.#zoneCache.clear();
      this.#zoneCache.set(id, zone);
    }
    return zone ?? undefined;
  }

  #entryFor(request: Request): PlaceEntry {
    const lead = request.lead;
    const { phone } = lead;
    const further = furtherPhones(request);
    const key =
      `${tableKey(phone)}|${further.length === 0 ? '' : further.map(tableKey).join()}|${lead.country}|` +
      `${lead.region}|${lead.postalCode}|${lead.city}|${lead.timeZone}|${lead.timeZoneSource}`;
    let entry = this.#placeCache.get(key);
    if (!entry) {
      entry = this.#buildEntry(request);
      if (this.#placeCache.size >= PLACE_CACHE_LIMIT) this.#placeCache.clear();
      this.#placeCache.set(key, entry);
    }
    return entry;
  }

  #buildEntry(request: Request): PlaceEntry {
    const place = placeOf(request.lead, (id) => this.#zone(id) !== undefined, furtherPhones(request));
    const zones = place.zones.flatMap((id) => this.#zone(id) ?? []);
    const jurisdictions =
      place.country === undefined
        ? []
        : [place.country, ...place.regions.map((region) => `${place.country as string}-${region}`)];
    if (place.newYorkCity && place.country === 'US') jurisdictions.push('US-NYC');
    return {
      place,
      zones,
      timeZones: zones.map((zone) => zone.id),
      jurisdictions,
      rulesFor: new Map(),
      notes: {
        place: place.notes,
        zones: zones
          .filter((zone) => zone.overridden)
          .map(
            (zone) => `zone data of ${zone.id} corrected: the runtime's is older than ${this.zoneData.knows}`,
          ),
        off: [...this.#off],
      },
    };
  }

  #rulesOf(entry: PlaceEntry, purpose: Purpose, recorded: boolean): readonly Rule[] {
    const key = recorded ? `${purpose}+` : purpose;
    let rules = entry.rulesFor.get(key);
    if (!rules) {
      rules = this.#selectRules(entry, purpose, recorded);
      entry.rulesFor.set(key, rules);
    }
    return rules;
  }

  #selectRules(entry: PlaceEntry, purpose: Purpose, recorded: boolean): readonly Rule[] {
    const concerned = (rule: Rule): boolean =>
      rule.audience.purposes.has(purpose) &&
      (rule.audience.voices === 'any' || (rule.audience.voices === 'recorded') === recorded);
    const country = entry.place.country;
    const pack = country !== undefined && this.#countries.has(country) ? this.#packs.get(country) : undefined;
    const wanted = new Set(entry.jurisdictions);
    const law = (pack?.rules ?? []).filter(
      (rule) => wanted.has(rule.jurisdiction) && concerned(rule) && !this.#off.has(rule.id),
    );
    const policies =
      purpose === 'emergency'
        ? []
        : [locationUnknown, this.#tzRule, ...this.#unmodelledRules(entry, purpose, recorded)];
    const rules = [...law, ...policies, ...this.#clientRules.filter(concerned)];
    // Rules without a verdict come last: they are only noted in the trace.
    const judged = rules
      .filter((rule) => rule.check)
      .map((rule) => (this.#strictRules.has(rule.id) ? strictly(rule) : rule));
    return [...judged, ...rules.filter((rule) => !rule.check)];
  }

  #unmodelledRules(entry: PlaceEntry, purpose: Purpose, recorded: boolean): readonly Rule[] {
    const { country, regions } = entry.place;
    // A place without a country has no law here: it must not read as allowed.
    if (country === undefined)
      return entry.zones.length > 0 && !this.#accepted.has('unknown-country')
        ? [unmodelled('unknown-country')]
        : [];
    const pack = this.#countries.has(country) ? this.#packs.get(country) : undefined;
    const name = pack ? pack.unmodelled(purpose, recorded ? 'prerecorded' : 'live', regions) : country;
    if (name === undefined || this.#accepted.has(name) || this.#accepted.has(country)) return [];
    // Where only the recording is not modelled, a person may still call.
    return [
      unmodelled(
        name,
        recorded && pack?.unmodelled(purpose, 'live', regions) === undefined && pack !== undefined
          ? 'call'
          : 'lead',
      ),
    ];
  }
}

/** Two policies of one id would hide each other in refusals. */
function checkPolicyIds(rules: readonly Rule[]): void {
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id))
      throw new ComplianceInputError(
        'policies.id',
        `'${id}' is given twice; name every policy and list differently`,
      );
    seen.add(id);
  }
}

/** What the tables read of a number: the area code of a North American one, eight digits of any other. */
function tableKey(phone: string): string {
  return `${phone.slice(0, phone.charCodeAt(1) === 49 ? 5 : 9)}|${phone.length}`;
}

/** Other numbers of the person, where they tell where a debtor may be. */
function furtherPhones({ campaign, lead }: Request): readonly string[] {
  return campaign.purpose === 'debt-collection' && lead.otherPhones
    ? lead.otherPhones.map((other) => other.phone)
    : NO_PHONES;
}

const NO_PHONES: readonly string[] = [];

/** An override that would never be used, or could not be computed with, is an error. */
function checkedOverrides(zone: string, overrides: readonly OffsetOverride[]): readonly OffsetOverride[] {
  const field = `timeZoneOverrides.${zone}`;
  try {
    new Zone(zone, []);
  } catch {
    throw new ComplianceInputError(field, 'is no IANA zone this runtime knows');
  }
  if (
    !overrides.every(
      ({ from, offsetMinutes }) =>
        Number.isFinite(from) && Number.isInteger(offsetMinutes) && Math.abs(offsetMinutes) <= 24 * 60,
    )
  )
    throw new ComplianceInputError(field, 'must be a list of { from: epoch ms, offsetMinutes }');
  return overrides;
}

/** The rule with its absent facts refused. */
function strictly(rule: Rule): Rule {
  return { ...rule, strict: true };
}

/**
 * The module's packs with the client's own.
 * @throws ComplianceInputError for a country that has rules already
 */
function withOwnPacks(own: readonly Pack[]): Packs {
  for (const { country } of own)
    if (PACKS.has(country))
      throw new ComplianceInputError('packs', `the rules of '${country}' are part of the module already`);
  return new Map([...PACKS, ...checked(own)]);
}
