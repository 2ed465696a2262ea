/** The description of the API as OpenAPI 3.1, from the schemas that check the requests. */
import { defined } from '@outdial/core';
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { scopeOf } from '../accounts/scopes.js';
import type { Route } from '../api/route.js';
import { API_PREFIX, ROUTES } from '../api/routes.js';
import * as schemas from '../api/schemas.js';
import { VERSION } from '../version.js';
import { SESSION_COOKIE } from './session-cookie.js';

const JSON_TYPE = 'application/json';

/** Describes every route. */
export function describeApi(): oas31.OpenAPIObject {
  const paths: Record<string, ZodOpenApiPathsObject[string]> = {};
  for (const route of ROUTES) {
    const path = `${API_PREFIX}${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'outdial',
      version: VERSION,
      description:
        'Every order answers with its outcome: 200; 409 with code and text; 403; 422 with field, value and ' +
        'remedy. Instants are ISO 8601 with offset, durations ms, shares 0 to 1.',
    },
    paths,
    security: [{ session: [] }, { token: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        token: { type: 'http', scheme: 'bearer', description: 'The token of a program; its scopes decide.' },
      },
      schemas: {
        Desk: schemas.desk,
        Agent: schemas.agent,
        Call: schemas.call,
        Floor: schemas.floor,
        UnusableCampaigns: schemas.unusableCampaigns,
        Campaign: schemas.campaign,
      },
    },
  });
}

/** Who may use a route. */
function whoMay(route: Route): string {
  const { roles } = route;
  const people = roles === 'everybody' ? 'everybody, logged in or not' : roles.join(', ');
  return `Roles: ${people}. Scope of programs: ${scopeOf(route) ?? 'none, it is for people only'}.`;
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const { name, summary, schemas: given, takes, gives } = route;
  const { params, query, body, answer } = given;
  const refusal = (description: string) => ({
    description,
    content: { [JSON_TYPE]: { schema: schemas.refusal } },
  });
  return {
    operationId: name,
    summary,
    description: whoMay(route),
    ...(params || query ? { requestParams: defined({ path: params, query }) } : {}),
    ...(body ? { requestBody: { required: true, content: { [takes ?? JSON_TYPE]: { schema: body } } } } : {}),
    responses: {
      200: { description: 'Done.', content: { [gives ?? JSON_TYPE]: { schema: answer } } },
      401: refusal('Nobody is logged in, or the token is unknown.'),
      403: refusal('Role or scopes do not allow it, or the request comes from a foreign page.'),
      404: refusal('There is no such thing.'),
      409: refusal('The order cannot be followed as things stand.'),
      422: refusal('Fields that cannot be used: each with its value and what to write instead.'),
      429: refusal('Too many requests: the header retry-after says when to try again.'),
      503: refusal('The database does not answer, or the server is being stopped.'),
    },
  };
}
