/** Addresses in headers: which of a person's places a column is about. */
import type { NamedColumnTarget } from './column-targets.js';
import { digitsApart } from './plain-words.js';
import { meaningOf } from './vocabulary/all-words.js';

/** A place that a column describes. 'person': the header names none in particular. */
export type PlaceKind = 'person' | 'residence' | 'mailing' | 'other';

/** Kinds of places, the one that counts first. */
export const PLACE_KINDS: readonly PlaceKind[] = ['residence', 'person', 'mailing', 'other'];

/** Targets that describe a place. */
export const PLACE_TARGETS: readonly NamedColumnTarget[] = ['region', 'postalCode', 'city', 'country'];

/** Words beside the part of an address, by the place they name. */
const WORDS: Readonly<Record<PlaceKind, readonly string[]>> = {
  person: [
    ...[
      'address',
      'addresses',
      'addr',
      'adresse',
      'direccion',
      'endereco',
      'indirizzo',
      'adres',
      'of',
      'the',
    ],
    ...[
      'contact',
      'lead',
      'customer',
      'person',
      'debtor',
      'consumer',
      'borrower',
      'voter',
      'voters',
      'client',
      'dbr',
    ],
    ...[
      'cd',
      'primary',
      'main',
      'preferred',
      'cass',
      'current',
      'physical',
      'code',
      'de',
      'del',
      'do',
      'da',
      'di',
      'name',
      'abbr',
      'default',
      '1',
    ],
  ],
  residence: [
    ...[
      'v',
      'reg',
      'registered',
      'res',
      'residence',
      'residential',
      'resident',
      'home',
      'permanent',
      'legal',
      'living',
      'privat',
    ],
    ...[
      'private',
      'domicile',
      'particular',
      'casa',
      'residencial',
      'abitazione',
      'residenza',
      'wohn',
      'thuis',
    ],
  ],
  mailing: [
    'm',
    'mailing',
    'mail',
    'billing',
    'bill',
    'rechnung',
    'postanschrift',
    'correspondence',
    'facturation',
  ],
  other: [
    ...[
      'organization',
      'organisation',
      'org',
      'other',
      'business',
      'work',
      'office',
      'company',
      'shipping',
      'ship',
      'delivery',
      'property',
      'alt',
    ],
    ...[
      'alternate',
      'secondary',
      'employer',
      'poe',
      'cosigner',
      'geschaftlich',
      'weitere',
      'bureau',
      'trabajo',
    ],
    ...['oficina', 'comercial', 'ufficio', 'lavoro', 'werk', 'liefer', 'previous', 'old', 'birth', '2', '3'],
  ],
};

const KIND_OF: ReadonlyMap<string, PlaceKind> = new Map(
  PLACE_KINDS.flatMap((kind) => WORDS[kind].map((word) => [word, kind] as const)),
);

/** A part of an address. */
export interface AddressPart {
  readonly target: NamedColumnTarget;
  readonly place: PlaceKind;
}

/** The part of an address that a header in plain words names; null where it names none. */
export function addressPart(header: string): AddressPart | null {
  const plain = partOf(header);
  if (plain) return { target: plain, place: 'person' };
  const words = digitsApart(header).split(' ');
  const rest = words.filter((word) => !KIND_OF.has(word));
  const kinds = words.flatMap((word) => KIND_OF.get(word) ?? []);
  const target = partOf(rest.join(' ')) ?? partOf(words.filter((word) => kindsOnly(word)).join(' '));
  if (!target || kinds.length === 0) return null;
  const place = (['other', 'mailing', 'residence'] as const).find((kind) => kinds.includes(kind)) ?? 'person';
  return { target, place };
}

/** 'postal code' keeps its 'code' where the rest alone means nothing. */
function kindsOnly(word: string): boolean {
  return word === 'code' || word === 'name' || !KIND_OF.has(word);
}

function partOf(words: string): NamedColumnTarget | null {
  const target = words === '' ? undefined : meaningOf(words);
  return target !== undefined && PLACE_TARGETS.includes(target) ? target : null;
}

const ADDRESS_WORDS = new RegExp(
  '\\b(?:state|zip|postal|postcode|postnummer|postnr|province|prov|county|country|region|territory|city|' +
    'plz|bundesland|fips|tz|' +
    'staat|cap|cep|cp|pin|(?:gmt|utc|time ?zone) offset)\\b',
);

/** Parts that decide the law, whatever stands beside their names: 'Postleitzahl von Adresse'. */
const DECIDES: readonly (NamedColumnTarget | null)[] = ['postalCode', 'region'];

/** Whether a header looks like a part of an address that decides the law. */
export function looksLikeAddress(header: string): boolean {
  if (/\be ?mail\b/.test(header)) return false;
  const words = digitsApart(header);
  return ADDRESS_WORDS.test(words) || words.split(' ').some((word) => DECIDES.includes(partOf(word)));
}
