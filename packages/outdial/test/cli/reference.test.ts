import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { COMMANDS, GROUPS } from '../../src/cli/command-table.js';
import { EXIT_TABLE } from '../../src/cli/exit-codes.js';
import { cliReference } from '../../src/cli/reference.js';
import { flagsOf, optionsOf } from '../../src/cli/syntax/command-syntax.js';
import { commandIn } from './command-in.js';

const page = new URL('../../../../docs/reference/cli.md', import.meta.url);

describe('the table of commands', () => {
  test('is what docs/reference/cli.md says (write it anew: npm run reference -w packages/outdial)', async () => {
    expect(await readFile(page, 'utf8')).toBe(cliReference());
  });

  test('names each command once, and each group has a summary', () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // A group that is a command itself ('rules') has that command's summary.
    const groups = new Set(
      names
        .flatMap((name) => (name.includes(' ') ? [name.split(' ')[0] ?? ''] : []))
        .filter((group) => !names.includes(group)),
    );
    expect(Object.keys(GROUPS).sort()).toEqual([...groups].sort());
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    'outdial %s --help shows every option of it',
    async (name, command) => {
      const help = await commandIn('.', [...name.split(' '), '--help']);
      expect(help.code).toBe(0);
      for (const [option, syntax] of Object.entries(optionsOf(command)))
        expect(help.out).toContain(flagsOf(option, syntax));
    },
  );

  test('the exit codes of outdial --help are those of the table', async () => {
    const { out } = await commandIn('.', ['--help']);
    for (const { code, brief } of Object.values(EXIT_TABLE))
      expect(out).toMatch(new RegExp(`${code} +${brief}`));
  });
});
