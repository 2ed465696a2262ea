/** Filters and scores of campaigns: read while they are typed, with the leads that they take. */
import { LIMITS, defined } from '@outdial/core';
import {
  EXPRESSION_FUNCTIONS,
  LEAD_FIELDS,
  countLeads,
  isNumberField,
  parseLeadCondition,
  parseLeadScore,
  type ExpressionProblem,
  type LeadFieldName,
} from '@outdial/store';
import { doubtfulValues } from 'outdial';
import { z } from 'zod';
import { MANAGERS } from '../../accounts/roles.js';
import { inTurn } from '../../reports/in-turn.js';
import { done } from '../outcome.js';
import { route, type Route } from '../route.js';

/** Lists of one campaign. */
const LISTS_MOST = 100;

const text = z.string().max(LIMITS.leadExpression.max);

const problem = z
  .strictObject({
    position: z.number().meta({ description: 'From 1: the first character that is wrong.' }),
    length: z.number().meta({ description: 'Characters from there that belong to it.' }),
    what: z.string().meta({ description: 'What is wrong, and what to write instead.' }),
    allowed: z.array(z.string()).meta({ description: 'Words that may stand there; empty: `what` says all.' }),
  })
  .meta({ id: 'ExpressionProblem' });

const listCount = z
  .strictObject({
    listId: z.string(),
    leads: z.number(),
    open: z.number().meta({ description: 'Not closed.' }),
    called: z.number().meta({ description: 'Called at least once.' }),
    taken: z.number().meta({ description: 'Leads that the filter takes, closed ones too.' }),
    takenOpen: z.number().meta({ description: 'Open leads that the filter takes.' }),
  })
  .meta({ id: 'FilteredList' });

const checked = z
  .strictObject({
    filter: problem.nullable().meta({ description: 'What is wrong with the filter; null: nothing.' }),
    score: problem.nullable().meta({ description: 'What is wrong with the score; null: nothing.' }),
    lists: z.array(listCount).nullable().meta({ description: 'null: an expression cannot be read.' }),
    missing: z
      .array(z.strictObject({ name: z.string(), position: z.number() }))
      .meta({ description: 'Columns of the filter that no lead has: misspelt, or of leads to come.' }),
    columns: z.array(z.string()).meta({ description: 'Columns of the lists.' }),
    doubts: z.array(problem).meta({
      description: 'Texts of the filter that no lead is likely to have: a code that no disposition has.',
    }),
  })
  .meta({ id: 'CheckedExpressions' });

const check = route({
  name: 'leads.check-expression',
  method: 'POST',
  path: '/lead-expressions/check',
  summary: 'Reads a filter, and a score, as one types: what is wrong where, and how many leads it takes.',
  roles: MANAGERS,
  schemas: {
    body: z.strictObject({
      lists: z.array(z.string().min(1).max(96)).max(LISTS_MOST),
      filter: text.nullable().meta({ description: 'null: every lead is taken.' }),
      score: text.nullable().default(null),
      dispositions: z
        .array(z.string().max(96))
        .max(500)
        .default([])
        .meta({ description: 'Codes of the campaign; without them, none is doubted.' }),
    }),
    answer: checked,
  },
  work: async ({ parts, body }) => {
    const { store } = parts.floor;
    const score = body.score === null ? null : await parseLeadScore(body.score);
    const scored = score?.ok === true ? score.expression : undefined;
    const filter = body.filter === null ? null : await parseLeadCondition(body.filter, scored);
    const problems = {
      filter: filter?.ok === false ? plain(filter.problem) : null,
      score: score?.ok === false ? plain(score.problem) : null,
    };
    if (problems.filter || problems.score)
      return done({ ...problems, lists: null, missing: [], columns: [], doubts: [] });
    const question = { lists: body.lists, at: parts.floor.now() };
    const condition = filter?.ok === true ? filter.expression : undefined;
    const { lists, missing, columns } = await inTurn(store, () =>
      countLeads(store, { ...question, ...defined({ filter: condition }) }),
    );
    return done({
      ...problems,
      lists: [...lists],
      missing: missing.map(({ name, position }) => ({ name, position })),
      columns: [...columns],
      doubts: condition ? doubtfulValues(condition, body).map(plain) : [],
    });
  },
});

function plain({ position, length, what, allowed }: ExpressionProblem): z.input<typeof problem> {
  return { position, length, what, allowed: [...allowed] };
}

const field = z.strictObject({
  name: z.string(),
  also: z.array(z.string()).meta({ description: 'Other names of the field.' }),
  holds: z.enum(['text', 'number']),
  about: z.string(),
});

function describeField(name: LeadFieldName): z.input<typeof field> {
  const { also = [], about } = LEAD_FIELDS[name];
  return { name, also: [...also], holds: isNumberField(name) ? 'number' : 'text', about };
}

const vocabulary = route({
  name: 'leads.vocabulary',
  method: 'GET',
  path: '/lead-expressions/vocabulary',
  summary: 'The fields and functions of filters and scores. Every other word is a column of the list.',
  roles: MANAGERS,
  schemas: {
    answer: z.strictObject({
      fields: z.array(field),
      functions: z.array(z.strictObject({ form: z.string(), about: z.string() })),
    }),
  },
  work: async () =>
    done({
      fields: (Object.keys(LEAD_FIELDS) as LeadFieldName[]).map(describeField),
      functions: Object.values(EXPRESSION_FUNCTIONS).map(({ form, about }) => ({ form, about })),
    }),
});

/** The routes of expressions over leads. */
export const LEAD_EXPRESSION_ROUTES: readonly Route[] = [check, vocabulary];
