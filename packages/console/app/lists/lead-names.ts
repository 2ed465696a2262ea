/** How leads are called on screens. */
import type { FoundLead } from '@outdial/client';
import { TEXTS } from '../texts.js';
import { phone } from '../widgets/format.js';

const NAME = /^(first|given|last|family|sur|full)?[ _-]?name$/i;

/** The person's name as the list has it; else account or number. */
export function leadName({
  fields,
  account,
  phones,
}: Pick<FoundLead, 'fields' | 'account' | 'phones'>): string {
  const names = Object.entries(fields)
    .filter(([field]) => NAME.test(field))
    .map(([, value]) => value);
  return names.join(' ') || (account ?? phone(phones[0]?.phone ?? ''));
}

/** The state of a lead in words. */
export function stateName(state: string): string {
  const names: Readonly<Record<string, string>> = TEXTS.lists.states;
  return names[state] ?? state;
}
