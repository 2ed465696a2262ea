/** The compiler of builds and of type checks, from the root: TypeScript 7, native (docs/decisions/0018). */
export const TSC = 'node_modules/typescript-7/bin/tsc';
