/** Settings by rule id: rules that are off, and rules whose absent facts refuse. */
import type { RuleSetting } from '../contract.js';
import { ComplianceInputError } from '../errors.js';
import type { Rule } from './rule.js';

/** The settings of a module's rules. */
export class RuleSettings {
  /** Ids of rules that are off. */
  readonly off: ReadonlySet<string>;
  readonly #strict: ReadonlySet<string>;
  readonly #allStrict: boolean;

  /**
   * @param rules the loaded rules of law, and the engine's policies that a client may switch off
   * @throws ComplianceInputError for an id that is not loaded, and for 'off' at a law verified from the
   *   primary text
   */
  constructor(settings: Readonly<Record<string, RuleSetting>>, rules: readonly Rule[], allStrict: boolean) {
    const idsOf = (wanted: RuleSetting): ReadonlySet<string> =>
      new Set(Object.keys(settings).filter((id) => settings[id] === wanted));
    this.off = idsOf('off');
    this.#strict = idsOf('strict');
    this.#allStrict = allStrict;
    for (const id of Object.keys(settings))
      this.#check(
        id,
        rules.filter((rule) => rule.id === id),
      );
  }

  /** The setting of a rule. */
  of(id: string): RuleSetting {
    if (this.off.has(id)) return 'off';
    return this.#strict.has(id) || this.#allStrict ? 'strict' : 'on';
  }

  /** The rule, with `strict` where the client set it, for this rule or for all. */
  applied(rule: Rule): Rule {
    return this.#allStrict || this.#strict.has(rule.id) ? { ...rule, strict: true } : rule;
  }

  #check(id: string, rules: readonly Rule[]): void {
    if (rules.length === 0) throw new ComplianceInputError('rules', `no rule '${id}' is loaded`);
    const isPrimary = rules.some(
      (rule) =>
        rule.kind === 'law' && rule.periods.every((period) => period.dated.verification === 'primary'),
    );
    if (this.off.has(id) && isPrimary)
      throw new ComplianceInputError(
        `rules.${id}`,
        'a rule verified from the primary text cannot be switched off',
      );
  }
}
