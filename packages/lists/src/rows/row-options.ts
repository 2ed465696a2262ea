/** How the rows of a file are read. */
import type { NumberStyle } from '../numbers/number-style.js';
import type { DateOrder } from '../values/dates.js';

/** How rows are read. */
export interface RowOptions {
  readonly defaultCountry: string;
  readonly dateOrder: DateOrder;
  /** True: a person says the order, and dates of the file do not overrule it. @default false */
  readonly isOrderSaid?: boolean;
  /**
   * Epoch ms of the upload: facts of the past cannot be later, and it dates facts that come without a day.
   */
  readonly at: number;
  /** What digits without a plus sign begin with. @default 'careful' */
  readonly numbers?: NumberStyle;
}
