/** The description of the API as OpenAPI 3.1, from the schemas that check the requests. */
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import type { Route } from '../api/route.js';
import { API_PREFIX, ROUTES } from '../api/routes.js';
import * as schemas from '../api/schemas.js';
import { VERSION } from '../version.js';

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
    components: {
      schemas: {
        Desk: schemas.desk,
        Agent: schemas.agent,
        Call: schemas.call,
        Floor: schemas.floor,
        Campaign: schemas.campaign,
      },
    },
  });
}

function operationOf({
  name,
  summary,
  roles,
  schemas: given,
  method,
  takes,
  gives,
}: Route): ZodOpenApiOperationObject {
  const { params, query, body, answer } = given;
  const refusal = (description: string) => ({
    description,
    content: { [JSON_TYPE]: { schema: schemas.refusal } },
  });
  return {
    operationId: name,
    summary,
    description: `Roles: ${roles === 'everybody' ? 'everybody, logged in or not' : roles.join(', ')}.`,
    ...(params || query
      ? { requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) } }
      : {}),
    ...(body ? { requestBody: { required: true, content: { [takes ?? JSON_TYPE]: { schema: body } } } } : {}),
    responses: {
      200: { description: 'Done.', content: { [gives ?? JSON_TYPE]: { schema: answer } } },
      401: refusal('Nobody is logged in.'),
      403: refusal('The role does not allow it, or the request comes from a foreign page.'),
      404: refusal('There is no such thing.'),
      409: refusal('The order cannot be followed as things stand.'),
      ...(method === 'GET' ? {} : { 422: refusal('Fields that cannot be used.') }),
      429: refusal('Too many requests: the header retry-after says when to try again.'),
    },
  };
}
