/** Reads one row of a list: a lead with typed facts, or the reason why it cannot be used. */
import { countOf, defined, LIMITS } from '@outdial/core';
import { listError } from '../errors.js';
import type { NewLead } from '../lead/new-lead.js';
import type { Column } from '../columns/columns.js';
import { looksLikeNumber } from '../numbers/looks-like-number.js';
import { readListed } from '../numbers/listed-numbers.js';
import { callingCodeOf } from '../numbers/numbering-plan.js';
import { readAgainstCalls } from './against-calls.js';
import type { AgainstCalls } from './against-calls.js';
import { Cells, RowColumns } from './cells.js';
import { ColumnDates } from './column-dates.js';
import { customFields } from './custom-fields.js';
import { readConsent } from './read-consent.js';
import { readFacts } from './read-facts.js';
import { readLimits } from './read-limits.js';
import { readNumbers, readRowCountry } from './read-numbers.js';
import { readListOf, readNumberOf } from './read-values.js';
import { isClosed, isStopped } from './stopped-rows.js';
import type { RowOptions } from './row-options.js';
import { placings, strayAnswer } from './shifted-values.js';
import type { RowProblem } from './row-problem.js';

/** What a row gave. */
export interface RowReading {
  /** Null: the row is rejected, by the last of the problems. */
  readonly lead: NewLead | null;
  readonly problems: readonly RowProblem[];
  /** What a rejected row says against calls: it counts for the people who are known already. */
  readonly against?: AgainstCalls;
}

/** Reads rows of one file: made once a file, as it sorts the columns out. */
export class RowReader {
  readonly #columns: RowColumns;
  readonly #options: RowOptions;
  readonly #dates: ColumnDates;
  /** Rows of people who are minors by their age or day of birth. */
  #underAge = 0;

  constructor(columns: readonly Column[], options: RowOptions) {
    this.#columns = new RowColumns(columns);
    this.#options = options;
    this.#dates = new ColumnDates(columns, options.dateOrder, options.isOrderSaid ?? false, options.at);
  }

  /** What the user should look at, as sentences. */
  get warnings(): readonly string[] {
    return [...this.#dates.notes, ...this.#ageNotes()];
  }

  read(fields: readonly string[]): RowReading {
    const settled = this.#dates.settled(fields);
    const cells = new Cells(this.#columns, settled);
    const lead = this.#leadOf(cells);
    const { problems } = cells;
    if (lead !== null) return { lead, problems };
    const against = readAgainstCalls(new Cells(this.#columns, settled), this.#options);
    return defined({ lead, problems, against });
  }

  /**
   * What a row says against calls whose values are shifted: where they stand as the fewest of them are wrong.
   * Of ways that are as good, one that says something counts.
   */
  readShifted(values: readonly string[]): AgainstCalls | undefined {
    const ways = placings(values, this.#columns.all).map((placed) => this.#weighed(placed));
    const fewest = Math.min(...ways.map(({ wrong }) => wrong));
    return ways.find(({ wrong, against }) => wrong === fewest && against !== undefined)?.against;
  }

  /**
   * Whether fewer values of a row are wrong where they stand otherwise than in their order. `least`: how many
   * must be wrong in their order.
   */
  isLikelyShifted(values: readonly string[], least: number): boolean {
    const { wrong } = this.#weighed(values.slice(0, this.#columns.all.length));
    return (
      wrong >= least && placings(values, this.#columns.all).some((one) => this.#weighed(one).wrong < wrong)
    );
  }

  /** A yes in a column of words, at the end of a row that ends early: its values are shifted. */
  strayAnswer(fields: readonly string[]): Column | undefined {
    return strayAnswer(fields, this.#columns.all);
  }

  /** How many values of a row are wrong as they stand, and what it says against calls. */
  #weighed(fields: readonly string[]): { readonly wrong: number; readonly against?: AgainstCalls } {
    const cells = new Cells(this.#columns, fields);
    const underAge = this.#underAge;
    const lead = this.#leadOf(cells);
    this.#underAge = underAge;
    const against = readAgainstCalls(new Cells(this.#columns, fields), this.#options);
    return defined({ wrong: cells.problems.length + (lead === null ? 1 : 0), against });
  }

  /** The numbers among cells that stand in no known column, to be closed; undefined where there are none. */
  numbersToClose(cells: readonly string[]): AgainstCalls | undefined {
    const found = cells.filter(looksLikeNumber).flatMap((cell) => {
      const reading = readListed(cell, this.#options.defaultCountry);
      return reading.ok ? reading.phones : [];
    });
    const phones = [...new Set(found)].map((phone) => ({ phone, doNotCall: true as const }));
    return phones.length === 0 ? undefined : { phones };
  }

  #leadOf(cells: Cells): NewLead | null {
    const options = this.#options;
    const { defaultCountry } = options;

    const country = readRowCountry(cells);
    const numbers = readNumbers(cells, country, options);
    if (numbers.phones.length === 0) return this.#withoutNumber(cells);
    if (numbers.phones.length > LIMITS.leadNumbers.max)
      return this.#withTooMany(cells, numbers.phones.length);

    const facts = readFacts(cells, country.named ?? numbers.country ?? defaultCountry, options);
    const priority = readNumberOf(cells, 'priority', LIMITS.leadPriority);
    const answerProbability = readNumberOf(cells, 'answerProbability', LIMITS.share);
    const skills = readListOf(cells, 'skills', /[;,|]/);
    const consent = readConsent(cells, options);
    const shown = { ...numbers.extensions, ...customFields(cells) };
    const limits = readLimits(cells, options);
    if (limits.isUnderAge === true) this.#underAge += 1;
    if (limits.isUnread === true) return null;

    const lead: NewLead = defined({
      phones: numbers.phones,
      facts: { ...Object.assign(facts, limits.facts) },
      fields: shown,
      personKey: cells.text('personKey'),
      account: cells.text('account'),
      seller: cells.text('seller'),
      ownerAgentId: cells.text('ownerAgent', LIMITS.storedId),
      priority: priority === undefined ? undefined : Math.round(priority),
      answerProbability,
      skills: skills && skills.length > 0 ? skills : undefined,
      consents: consent.consents,
      consentRevokedAt: consent.consentRevokedAt,
      consentRevokedScope: consent.consentRevokedScope,
      ends: limits.ends,
      contacts: limits.contacts,
    });
    return !isStopped(cells) || isClosed(lead) ? lead : null;
  }

  #ageNotes(): readonly string[] {
    const column = this.#columns.of('age') ?? this.#columns.of('birthDate');
    if (this.#underAge === 0 || column === undefined) return [];
    return [
      `${countOf(this.#underAge, 'row is of a minor', 'rows are of minors')} by age or day of birth, who ` +
        `are not called: ` +
        `map '${column.header.slice(0, 80)}' to a field where it is of somebody else`,
    ];
  }

  #withTooMany(cells: Cells, count: number): null {
    cells.problems.push({
      field: this.#columns.phones[0]?.header ?? 'phone',
      value: '',
      problem: `the row has ${count} telephone numbers, and a lead at most ${LIMITS.leadNumbers.max}`,
      remedy: 'write a row for each person',
    });
    return null;
  }

  #withoutNumber(cells: Cells): null {
    if (cells.problems.every((problem) => problem.field === 'country'))
      cells.problems.push({
        field: this.#columns.phones[0]?.header ?? 'phone',
        value: '',
        problem: 'the row has no telephone number',
        remedy: 'fill it in, or remove the row',
      });
    return null;
  }
}

/** Throws unless this is a country that numbers can be read for. */
export function checkCountry(country: string): void {
  if (callingCodeOf(country) === null) throw listError('country-unknown', { country });
}
