/** Facts that a program gives with a lead: a misspelt name, or a value of another kind, is a law ignored. */
import { mapColumns } from '@outdial/lists';
import type { ImportedFacts } from '@outdial/lists';

/** The kind of value that each fact of a list has. */
const KINDS: Readonly<Record<keyof ImportedFacts, 'text' | 'yes or no' | 'instant' | 'object' | 'list'>> = {
  country: 'text',
  region: 'text',
  postalCode: 'text',
  city: 'text',
  timeZone: 'text',
  timeZoneSource: 'text',
  lineClass: 'text',
  phoneUse: 'text',
  numberProvidedBy: 'text',
  isBusiness: 'yes or no',
  existingContract: 'yes or no',
  doNotCall: 'object',
  relationship: 'object',
  attorney: 'object',
  ceaseReceivedAt: 'instant',
  ceaseMailedAt: 'instant',
  employerProhibits: 'yes or no',
  mediumOptOut: 'list',
  inconvenient: 'list',
  reassigned: 'object',
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yes or no';
  if (typeof value === 'number') return Number.isFinite(value) ? 'instant' : 'no number';
  return typeof value === 'object' && value !== null ? 'object' : 'nothing';
}

/** What is wrong with the facts of a lead; null where nothing is. Facts of the law that no list has pass. */
export function factProblem(facts: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    if (name === 'consent') return "its fact 'consent' belongs into 'consents'";
    if (isListed(name)) {
      if (kindOf(value) !== KINDS[name]) return `its fact '${name}' is ${kindOf(value)}, not ${KINDS[name]}`;
    } else {
      const meant = meantBy(name);
      if (meant !== null) return `it has no fact '${name}': the fact is '${meant}'`;
    }
  }
  return null;
}

function isListed(name: string): name is keyof ImportedFacts {
  return Object.hasOwn(KINDS, name);
}

/** The fact of which a name is another spelling, or a header: 'Region', 'zip'. */
function meantBy(name: string): string | null {
  const target = mapColumns(['phone', name])[1]?.target ?? '';
  if (isListed(target)) return target;
  return Object.keys(KINDS).find((fact) => fact.toLowerCase() === name.toLowerCase()) ?? null;
}
