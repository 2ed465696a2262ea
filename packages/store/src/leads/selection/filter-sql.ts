/** The filter of a campaign as a part of statements on leads. */
import type { Expression, SqlBool } from 'kysely';
import type { Engine } from '../../database/engine.js';
import type { LeadBuilder } from '../../database/portable-values.js';
import { conditionSql } from '../../expressions/expression-sql.js';
import type { LeadSelection } from './lead-selection.js';

/** A condition on leads. `at`: epoch ms at which ages are reckoned. */
export type LeadFilterSql = (eb: LeadBuilder, at: Expression<number>) => Expression<SqlBool>;

/** Takes every lead. */
export const EVERY_LEAD: LeadFilterSql = (eb) => eb(eb.lit(1), '=', eb.lit(1));

/** The filter of a selection; without one it takes every lead. */
export function filterOf({ filter }: LeadSelection, kind: Engine['kind']): LeadFilterSql {
  return filter ? (eb, at) => conditionSql(eb, filter, { kind, at }) : EVERY_LEAD;
}
