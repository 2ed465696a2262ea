/** Version of this package. */
import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string };

/** Version of the server. */
export const VERSION: string = version;
