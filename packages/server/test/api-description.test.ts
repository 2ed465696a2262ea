/** The description of the API, and what is generated from it. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { API_PREFIX, ROUTES } from '../src/api/routes.js';
import { describeApi } from '../src/index.js';

test('every route is described with its roles, its schemas and its refusals', () => {
  const { paths, openapi } = describeApi();
  expect(openapi).toBe('3.1.0');
  for (const { method, path, name, schemas } of ROUTES) {
    const operations = paths?.[`${API_PREFIX}${path}`] as Record<string, Record<string, unknown>> | undefined;
    const described = operations?.[method.toLowerCase()];
    expect(described?.['operationId']).toBe(name);
    expect(described?.['description']).toMatch(/^Roles: \w/);
    expect(described?.['requestBody'] !== undefined).toBe(schemas.body !== undefined);
    expect(Object.keys(described?.['responses'] as object)).toEqual(
      expect.arrayContaining(['200', '401', '403', '409']),
    );
  }
  expect(new Set(ROUTES.map(({ name }) => name)).size).toBe(ROUTES.length);
});

test('the types of the client know every route: npm run generate -w packages/client', () => {
  const types = readFileSync(new URL('../../client/src/generated/api.ts', import.meta.url), 'utf8');
  for (const { name, path } of ROUTES) {
    expect(types).toContain(`'${API_PREFIX}${path}'`);
    expect(types).toContain(`operations['${name}']`);
  }
});
