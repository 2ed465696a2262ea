/** Writes the reference pages made from tables: npm run reference -w packages/outdial (after a build). */
import { writeFileSync } from 'node:fs';
import { cliReference } from '../dist/cli/reference.js';
import { errorsReference } from '../dist/error-catalogue/error-catalogue.js';

const page = (name) => new URL(`../../../docs/reference/${name}.md`, import.meta.url);

writeFileSync(page('cli'), cliReference());
writeFileSync(page('errors'), errorsReference());
