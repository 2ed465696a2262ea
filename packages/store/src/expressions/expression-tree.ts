/**
 * The tree of an expression over leads. Two readers go by it: the database (`expression-sql`) and memory
 * (`evaluate-expression`). A property test holds them against each other.
 */
import type { LeadFieldName } from './lead-fields.js';

/** How two values are compared. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
/** How two numbers are reckoned with. */
export type Arithmetic = '+' | '-' | '*' | '/';

/** A number, or not known. */
export type NumberNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'number-field'; readonly field: LeadFieldName }
  /** A custom column read as a number; not known where it holds no plain number. */
  | { readonly kind: 'number-column'; readonly column: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: NumberNode;
      readonly right: NumberNode;
    }
  | { readonly kind: 'negative'; readonly of: NumberNode }
  | { readonly kind: 'absolute'; readonly of: NumberNode }
  | { readonly kind: 'least' | 'greatest'; readonly of: readonly NumberNode[] }
  | { readonly kind: 'number-or-else'; readonly value: NumberNode; readonly otherwise: NumberNode };

/** A text, or not known. */
export type TextNode =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'text-field'; readonly field: LeadFieldName }
  | { readonly kind: 'text-column'; readonly column: string }
  | { readonly kind: 'text-or-else'; readonly value: TextNode; readonly otherwise: TextNode };

/** True, false, or not known. */
export type ConditionNode =
  | {
      readonly kind: 'compare-numbers';
      readonly operator: Comparison;
      readonly left: NumberNode;
      readonly right: NumberNode;
    }
  | {
      readonly kind: 'compare-texts';
      readonly operator: Comparison;
      readonly left: TextNode;
      readonly right: TextNode;
    }
  | { readonly kind: 'number-among'; readonly value: NumberNode; readonly items: readonly number[] }
  | { readonly kind: 'text-among'; readonly value: TextNode; readonly items: readonly string[] }
  | { readonly kind: 'contains' | 'starts-with'; readonly text: TextNode; readonly part: TextNode }
  | { readonly kind: 'known-number'; readonly of: NumberNode }
  | { readonly kind: 'known-text'; readonly of: TextNode }
  | { readonly kind: 'all' | 'any'; readonly of: readonly ConditionNode[] }
  | { readonly kind: 'not'; readonly of: ConditionNode };
