/** Choices of a select, from a table of labels. */

/** A choice: what is sent, and what is shown. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The choices of a table whose keys are the values. */
export function optionsOf(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
