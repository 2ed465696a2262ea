/**
 * Kinds of options and arguments. A syntax is plain data, so that the types of the values, help and the
 * reference page all follow from it.
 */

/** One option of a command. Every kind but the switch shows `value` as the word for its value. */
export type OptionSyntax =
  | { readonly kind: 'switch'; readonly about: string }
  | (ValueOption & { readonly kind: 'text' | 'country'; readonly fallback?: string })
  | (ValueOption & { readonly kind: 'number'; readonly fallback?: number })
  | (ValueOption & {
      readonly kind: 'whole-number';
      readonly fallback?: number;
      /** True: 0 is a value, too. */
      readonly orZero?: true;
    })
  | (ValueOption & {
      /** `{words}` in `about` stands for the words. */
      readonly kind: 'choice';
      readonly words: readonly string[];
      readonly fallback?: string;
    })
  | (ValueOption & { readonly kind: 'texts' });

interface ValueOption {
  readonly about: string;
  readonly value: string;
  /** Letter of the short form. */
  readonly short?: string;
  /** What the option was called before: still understood, and not shown. */
  readonly earlier?: string;
  /** True: the command line must give it. */
  readonly required?: true;
}

/** One argument of a command. */
export interface ArgumentSyntax {
  readonly about: string;
  /** 'one' must be given, 'maybe' may be left out, 'many' is one or more, 'any' none or more. */
  readonly count: 'one' | 'maybe' | 'many' | 'any';
  /** The value where 'maybe' is left out. */
  readonly fallback?: string;
}

/** The type of an option's value; undefined where it may be absent. */
export type OptionValue<Option> = Option extends { readonly kind: 'switch' }
  ? boolean
  : Option extends { readonly kind: 'texts' }
    ? readonly string[]
    : | GivenValue<Option>
      | (Option extends { readonly fallback: unknown } | { readonly required: true } ? never : undefined);

type GivenValue<Option> = Option extends { readonly words: readonly (infer Word)[] }
  ? Word
  : Option extends { readonly kind: 'number' | 'whole-number' }
    ? number
    : string;

/** The type of an argument's value; undefined where it may be absent. */
export type ArgumentValue<Argument> = Argument extends { readonly count: 'many' | 'any' }
  ? readonly string[]
  : Argument extends { readonly count: 'one' } | { readonly fallback: string }
    ? string
    : string | undefined;
