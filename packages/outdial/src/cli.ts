#!/usr/bin/env node
import { processIo } from './cli/io.js';
import { runCommand } from './cli/program.js';

process.exitCode = await runCommand(process.argv.slice(2), processIo());
