/** Selects the rules of a call: the law of its place, the engine's policies, and the client's. */
import type { Purpose } from '../contract.js';
import type { CalledPlace } from './called-places.js';
import { courtesyHours } from './courtesy-hours.js';
import type { CourtesyHours } from './courtesy-schedules.js';
import { locationUnknown, notedPolicies, unmodelled } from './engine-policies.js';
import type { Pack, Packs } from './pack.js';
import { personPolicies } from './person-policies.js';
import type { Rule } from './rule.js';
import type { RuleSettings } from './rule-settings.js';
import { SelectedRules } from './selected-rules.js';

/** The most selections that are kept. */
const CACHE_LIMIT = 5_000;

/** The rules and settings that a selection uses. */
export interface RuleSelectionParts {
  readonly packs: Packs;
  /** ISO countries whose rules are loaded. */
  readonly countries: ReadonlySet<string>;
  readonly settings: RuleSettings;
  /** Names of unmodelled law that the client accepts. */
  readonly accepted: ReadonlySet<string>;
  /** Rules of the client: policies, and lists of numbers. */
  readonly clientRules: readonly Rule[];
  /** The refusal of zones with stale data. */
  readonly tzRule: Rule;
  readonly courtesyHours: CourtesyHours;
}

/** The rules of loaded countries. */
export function loadedLaw(packs: Packs, countries: ReadonlySet<string>): readonly Rule[] {
  return [...countries].flatMap((country) => packs.get(country)?.rules ?? []);
}

/** Selects rules by place, purpose and audio. */
export class RuleSelection {
  readonly #parts: RuleSelectionParts;
  readonly #selected = new Map<string, SelectedRules>();

  constructor(parts: RuleSelectionParts) {
    this.#parts = parts;
  }

  /** Every rule of the module, whatever its dates. */
  all(): readonly Rule[] {
    const { packs, countries, tzRule, clientRules } = this.#parts;
    return [
      ...loadedLaw(packs, countries),
      locationUnknown,
      tzRule,
      courtesyHours([], this.#parts.courtesyHours),
      unmodelled({ name: 'anything else' }),
      ...personPolicies,
      ...notedPolicies,
      ...clientRules,
    ];
  }

  /** The rules of a call; those without a verdict come last and are only noted in the trace. */
  of(called: CalledPlace, purpose: Purpose, recorded: boolean): SelectedRules {
    const key = recorded ? `${purpose}+` : purpose;
    let rules = called.rulesFor.get(key);
    if (!rules) {
      rules = this.#shared(called, purpose, recorded);
      called.rulesFor.set(key, rules);
    }
    return rules;
  }

  /** One selection for all places of the same jurisdictions. */
  #shared(called: CalledPlace, purpose: Purpose, recorded: boolean): SelectedRules {
    const key = [purpose, recorded, called.zones.length > 0, ...called.jurisdictions].join();
    let rules = this.#selected.get(key);
    if (!rules) {
      rules = new SelectedRules(this.#select(called, purpose, recorded));
      if (this.#selected.size >= CACHE_LIMIT) this.#selected.clear();
      this.#selected.set(key, rules);
    }
    return rules;
  }

  #select(called: CalledPlace, purpose: Purpose, recorded: boolean): readonly Rule[] {
    const { settings, clientRules, tzRule } = this.#parts;
    const concerned = (rule: Rule): boolean =>
      rule.audience.purposes.has(purpose) &&
      (rule.audience.voices === 'any' || (rule.audience.voices === 'recorded') === recorded);
    const wanted = new Set(called.jurisdictions);
    const law = countriesOf(called)
      .flatMap(({ country }) => this.#packOf(country)?.rules ?? [])
      .filter((rule) => wanted.has(rule.jurisdiction) && concerned(rule) && !settings.off.has(rule.id));
    const policies =
      purpose === 'emergency'
        ? []
        : [
            locationUnknown,
            tzRule,
            ...personPolicies.filter((rule) => concerned(rule) && !settings.off.has(rule.id)),
            ...this.#unmodelledRules(called, purpose, recorded),
            courtesyHours(law, this.#parts.courtesyHours),
          ];
    return [...law, ...policies, ...clientRules.filter(concerned)].map((rule) => settings.applied(rule));
  }

  #packOf(country: string | undefined): Pack | undefined {
    const { packs, countries } = this.#parts;
    return country !== undefined && countries.has(country) ? packs.get(country) : undefined;
  }

  #unmodelledRules(called: CalledPlace, purpose: Purpose, recorded: boolean): readonly Rule[] {
    // A place without a country has no law here: it must not read as allowed.
    if (called.place.country === undefined)
      return called.zones.length > 0 && !this.#parts.accepted.has('unknown-country')
        ? [unmodelled({ name: 'unknown-country' })]
        : [];
    return countriesOf(called).flatMap(({ country, regions }) =>
      this.#unmodelledIn(country, regions, purpose, recorded),
    );
  }

  #unmodelledIn(
    country: string,
    regions: readonly string[],
    purpose: Purpose,
    recorded: boolean,
  ): readonly Rule[] {
    const { accepted } = this.#parts;
    if (accepted.has(country)) return [];
    const pack = this.#packOf(country);
    if (!pack) return [unmodelled({ name: country })];
    const missing = pack
      .unmodelled(purpose, recorded ? 'prerecorded' : 'live', regions)
      .filter(({ name }) => !accepted.has(name));
    if (missing.length === 0) return [];
    // Where only the recording is not modelled, a person may still call.
    const live = recorded ? pack.unmodelled(purpose, 'live', regions) : missing;
    const liveModelled = live.every(({ name }) => accepted.has(name));
    return missing.map((gap) => unmodelled(gap, recorded && liveModelled ? 'call' : 'lead'));
  }
}

/** The countries whose law binds a call: of the address, and of a number that lies in another one. */
function countriesOf({ place }: CalledPlace): readonly { country: string; regions: readonly string[] }[] {
  const { country, regions, otherCountry } = place;
  return [...(country === undefined ? [] : [{ country, regions }]), ...(otherCountry ? [otherCountry] : [])];
}
