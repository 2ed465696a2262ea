/** @outdial/console: the console for browsers, as static files. This entry says where they are. */
import { fileURLToPath } from 'node:url';

/** Folder with the built console: `index.html` and its assets. A server needs no other file of it. */
export const CONSOLE_FOLDER: string = fileURLToPath(new URL('../dist/app/', import.meta.url));
