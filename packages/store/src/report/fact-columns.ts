/** Columns of an export for the facts of the law, under headers and in words that an import reads again. */
import { FACT_NAMES, complianceFact, isoInstant, type FactName } from '@outdial/core';
import type { Store } from '../open-store.js';
import type { ListedLead } from './list-leads.js';
import { readFactsOfPersons, type FactOnFile } from './person-facts.js';

/** Facts whose column takes 'yes' instead of a day. */
const FLAGS: ReadonlySet<FactName> = new Set(['attorney', 'bankrupt', 'minor', 'employer-prohibits']);

/** Facts that a column of a list brings, in the order of their table. */
const SHOWN = FACT_NAMES.flatMap((name) => {
  const { column } = complianceFact(name);
  return column === null ? [] : [{ name, column }];
});

/** The headers: the columns of a list that bring these facts. */
export const FACT_HEADERS: readonly string[] = SHOWN.map(({ name, column }) =>
  // 'minor' alone is a word of many lists: an import takes it for this fact only where it says more.
  name === 'minor' ? 'is minor' : column,
);

/** The cells of each lead of a page, by its id: facts in force of its person and of its numbers. */
export async function factCells(
  store: Store,
  leads: readonly ListedLead[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const persons = leads.map((lead) => ({
    personId: lead.personId,
    phones: lead.phones.map(({ phone }) => phone),
  }));
  const inForce = (await readFactsOfPersons(store, persons)).filter((fact) => fact.withdrawnAt === null);
  const byPerson = grouped(inForce, ({ personId }) => personId);
  const byPhone = grouped(inForce, (fact) => fact.phone);
  return new Map(
    leads.map((lead) => {
      const facts = new Set([
        ...(byPerson.get(lead.personId) ?? []),
        ...lead.phones.flatMap(({ phone }) => byPhone.get(phone) ?? []),
      ]);
      return [
        lead.leadId,
        SHOWN.map(({ name }) =>
          cellOf(
            name,
            [...facts].filter(({ kind }) => kind === name),
          ),
        ),
      ];
    }),
  );
}

/** What a list would say: 'yes', a day, or the words that the fact carries; several with semicolons. */
function cellOf(name: FactName, facts: readonly FactOnFile[]): string {
  if (facts.length === 0) return '';
  if (FLAGS.has(name)) return 'yes';
  const { value } = complianceFact(name);
  const texts = facts.map((fact) =>
    fact.value !== '' && value !== 'none' && value !== 'purposes' ? fact.value : dayText(fact.at),
  );
  return [...new Set(texts)].join('; ');
}

function dayText(at: number | null): string {
  return at === null ? 'yes' : isoInstant(at);
}

function grouped(
  facts: readonly FactOnFile[],
  keyOf: (fact: FactOnFile) => string | null,
): ReadonlyMap<string, readonly FactOnFile[]> {
  const groups = new Map<string, FactOnFile[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
}
