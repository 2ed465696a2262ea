/** Places of called parties with their zones and jurisdictions, remembered by the facts that decide them. */
import type { Request } from '../contract.js';
import { placeOf, type PlaceFacts } from '../place/place.js';
import type { Zone } from '../time/zone.js';
import type { Zones } from '../time/zones.js';
import type { SelectedRules } from './selected-rules.js';
import type { TraceNotes } from './trace.js';

const CACHE_LIMIT = 20_000;

/** A place with the values derived from it. */
export interface CalledPlace {
  readonly place: PlaceFacts;
  readonly zones: readonly Zone[];
  /** Shared by the decisions of the place, so nobody may change it; `jurisdictions`, too. */
  readonly timeZones: readonly string[];
  /** ISO 3166 codes such as 'US' and 'US-CA', and 'US-NYC'. */
  readonly jurisdictions: readonly string[];
  readonly notes: TraceNotes;
  /** The rules of a call there, by purpose and audio; filled by the selection. */
  readonly rulesFor: Map<string, SelectedRules>;
}

/** Finds the places of requests. */
export class CalledPlaces {
  readonly #zones: Zones;
  readonly #off: readonly string[];
  #known: KnownPlaces = { next: new Map() };
  #count = 0;

  /** @param off ids of rules that are off, for the trace */
  constructor(zones: Zones, off: ReadonlySet<string>) {
    this.#zones = zones;
    this.#off = [...off];
  }

  /** The place of a request's lead. */
  of(request: Request): CalledPlace {
    const { lead } = request;
    // From what leads share to what is their own, so that few maps have few entries.
    let known = at(this.#known, lead.timeZoneSource);
    known = at(known, lead.timeZone);
    known = at(known, lead.country);
    known = at(known, lead.region);
    known = at(known, lead.phone.length);
    known = at(known, leadingDigits(lead.phone));
    known = at(known, lead.city);
    known = at(known, lead.postalCode);
    for (const phone of furtherPhones(request)) known = at(at(known, phone.length), leadingDigits(phone));
    return (known.place ??= this.#remembered(request));
  }

  #remembered(request: Request): CalledPlace {
    if (this.#count >= CACHE_LIMIT) {
      this.#known = { next: new Map() };
      this.#count = 0;
    }
    this.#count += 1;
    return this.#build(request);
  }

  #build(request: Request): CalledPlace {
    const place = placeOf(request.lead, (id) => this.#zones.get(id) !== undefined, furtherPhones(request));
    const zones = place.zones.flatMap((id) => this.#zones.get(id) ?? []);
    return {
      place,
      zones,
      timeZones: Object.freeze(zones.map((zone) => zone.id)),
      jurisdictions: Object.freeze(jurisdictionsOf(place)),
      rulesFor: new Map(),
      notes: {
        place: place.notes,
        zones: zones
          .filter((zone) => zone.overridden)
          .map(
            (zone) =>
              `zone data of ${zone.id} corrected: the runtime's is older than ${this.#zones.report.knows}`,
          ),
        off: this.#off,
      },
    };
  }
}

/** The address's country and states, then those of a number of another country. */
function jurisdictionsOf({ country, otherCountry, regions, newYorkCity }: PlaceFacts): readonly string[] {
  if (country === undefined) return [];
  const own = [country, ...regions.map((region) => `${country}-${region}`)];
  const further = otherCountry
    ? [otherCountry.country, ...otherCountry.regions.map((region) => `${otherCountry.country}-${region}`)]
    : [];
  const named = [...own, ...further];
  return newYorkCity && named.includes('US') ? [...named, 'US-NYC'] : named;
}

/** What the tables read of a number: the area code of a North American one, eight digits of any other. */
function leadingDigits(phone: string): string {
  return phone.slice(0, phone.charCodeAt(1) === 49 ? 5 : 9);
}

/** Places by one fact after the other. A path of facts is found without building a text of all of them. */
interface KnownPlaces {
  readonly next: Map<string | number | undefined, KnownPlaces>;
  place?: CalledPlace;
}

function at({ next }: KnownPlaces, fact: string | number | undefined): KnownPlaces {
  let found = next.get(fact);
  if (!found) next.set(fact, (found = { next: new Map() }));
  return found;
}

/** Other numbers of the person, where they tell where a debtor may be. */
function furtherPhones({ campaign, lead }: Request): readonly string[] {
  return campaign.purpose === 'debt-collection' && lead.otherPhones
    ? lead.otherPhones.map((other) => other.phone)
    : NO_PHONES;
}

const NO_PHONES: readonly string[] = [];
