// Writes the types of the API from the server's own description: npm run generate -w packages/client (after a
// build).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { describeApi } from '../../server/dist/index.js';

const file = join(import.meta.dirname, '../src/generated/api.ts');
const text = astToString(await openapiTypescript(JSON.stringify(describeApi()), { alphabetize: true }));
const head = '/** The types of the API. Generated from the server: npm run generate -w packages/client. */\n';
writeFileSync(file, await format(`${head}${text}`, { ...(await resolveConfig(file)), filepath: file }));
