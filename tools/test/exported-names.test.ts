/** One exported name belongs to one package: a reader who meets a name knows what it stands for. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const house = dirname(dirname(import.meta.dirname));

/** Where each exported name of a package's index is declared: name to package of its declaration. */
function exportedNames(packages: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const indexOf = (name: string): string => join(house, 'packages', name, 'src/index.ts');
  const { config } = ts.readConfigFile(join(house, 'tsconfig.check.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, house);
  const program = ts.createProgram(packages.map(indexOf), { ...options, incremental: false });
  const checker = program.getTypeChecker();

  const names = new Map<string, Set<string>>();
  for (const name of packages) {
    const file = program.getSourceFile(indexOf(name));
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) throw new Error(`packages/${name}/src/index.ts exports nothing`);
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const declaredIn = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
      const owner = relative(join(house, 'packages'), declaredIn).split('/')[0] ?? '';
      names.set(exported.name, (names.get(exported.name) ?? new Set()).add(owner));
    }
  }
  return names;
}

test('one exported name belongs to one package', () => {
  const packages = readdirSync(join(house, 'packages')).filter((name) =>
    existsSync(join(house, 'packages', name, 'src/index.ts')),
  );
  const names = exportedNames(packages);
  expect(names.size).toBeGreaterThan(300);
  const shared = [...names].filter(([, owners]) => owners.size > 1);
  expect(shared.map(([name, owners]) => `${name}: ${[...owners].sort().join(', ')}`)).toEqual([]);
}, 60_000);
