#!/usr/bin/env node
/**
 * The entry of the command line. The process runs in UTC from its first moment on, so that every printed
 * instant and every local time is right, whatever the zone of the machine.
 */
process.env['TZ'] = 'UTC';

const { endOnCrash } = await import('./cli/end-on-crash.js');
const { processIo } = await import('./cli/io.js');
const { runCommand } = await import('./cli/program.js');

endOnCrash(process);
process.exitCode = await runCommand(process.argv.slice(2), processIo());

export {};
