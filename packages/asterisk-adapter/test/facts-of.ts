/** The facts of one type among those delivered, typed. */
import type { Fact } from '@outdial/core';

/** A fact of one type. */
export type FactOfType<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>;

/** The facts of one type that match, in order. */
export function factsOf<Type extends Fact['type']>(
  facts: readonly Fact[],
  type: Type,
  matches: (fact: FactOfType<Type>) => boolean = () => true,
): FactOfType<Type>[] {
  return facts.filter((fact): fact is FactOfType<Type> => fact.type === type).filter(matches);
}
