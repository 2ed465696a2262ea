/** Errors of all packages: one shape, tables of codes, one redaction of telephone numbers. */
export * from './error-table.js';
export * from './outdial-error.js';
export * from './read-error.js';
export * from './redaction.js';
