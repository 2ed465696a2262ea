/** One exported name belongs to one package: a reader who meets a name knows what it stands for. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const packagesFolder = join(dirname(dirname(import.meta.dirname)), 'packages');
const indexOf = (name: string): string => join(packagesFolder, name, 'src/index.ts');

/** Exported name to the package that declares it. */
type Owners = ReadonlyMap<string, string>;

/** The file that a source imports from, or null where that is a library. */
function sourceOf(specifier: string, importer: string): string | null {
  if (specifier.startsWith('.')) return join(dirname(importer), specifier.replace(/\.js$/, '.ts'));
  const own = indexOf(specifier.replace('@outdial/', ''));
  return existsSync(own) ? own : null;
}

/** Names that a declaration with `export` in front of it declares. */
function declaredNames(statement: ts.Statement): readonly string[] {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.DeclarationStatement;
  if (!name) throw new Error(`a ${ts.SyntaxKind[statement.kind]} is exported without a name`);
  return [name.getText()];
}

/** Reads the exports of sources from their syntax: types are the compiler's, and take it ten seconds. */
class ExportReader {
  readonly #read = new Map<string, Owners>();

  /** Every name that a file of our own exports. */
  exportsOf(path: string): Owners {
    const known = this.#read.get(path);
    if (known) return known;
    const owners = new Map<string, string>();
    this.#read.set(path, owners);
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const here = relative(packagesFolder, path).split('/')[0] ?? '';
    for (const statement of file.statements) {
      for (const name of declaredNames(statement)) owners.set(name, here);
      if (ts.isExportDeclaration(statement))
        for (const [name, owner] of this.#passedOn(statement, file)) owners.set(name, owner);
    }
    return owners;
  }

  /** Names of `export … from` another file, and of a list of names that this file imports or declares. */
  #passedOn({ moduleSpecifier, exportClause }: ts.ExportDeclaration, file: ts.SourceFile): Owners {
    const from = moduleSpecifier && this.#exportsFrom(moduleSpecifier, file);
    if (!exportClause) return from ?? new Map();
    const here = relative(packagesFolder, file.fileName).split('/')[0] ?? '';
    if (ts.isNamespaceExport(exportClause)) return new Map([[exportClause.name.text, here]]);
    const source = from ?? this.#imported(file);
    return new Map(
      exportClause.elements.map(({ name, propertyName }) => [
        name.text,
        source.get((propertyName ?? name).text) ?? here,
      ]),
    );
  }

  /** Names that a file imports from sources of our own. */
  #imported(file: ts.SourceFile): Owners {
    const owners = new Map<string, string>();
    for (const { importClause, moduleSpecifier } of file.statements.filter(ts.isImportDeclaration)) {
      const bindings = importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) continue;
      const from = this.#exportsFrom(moduleSpecifier, file);
      for (const { name, propertyName } of bindings.elements) {
        const owner = from.get((propertyName ?? name).text);
        if (owner) owners.set(name.text, owner);
      }
    }
    return owners;
  }

  #exportsFrom(specifier: ts.Expression, importer: ts.SourceFile): Owners {
    const path = sourceOf((specifier as ts.StringLiteral).text, importer.fileName);
    return path === null ? new Map() : this.exportsOf(path);
  }
}

/** Name to the packages that declare an export of that name. */
function packagesByName(packages: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const reader = new ExportReader();
  const names = new Map<string, Set<string>>();
  for (const each of packages)
    for (const [name, owner] of reader.exportsOf(indexOf(each)))
      names.set(name, (names.get(name) ?? new Set()).add(owner));
  return names;
}

test('one exported name belongs to one package', () => {
  const packages = readdirSync(packagesFolder).filter((name) => existsSync(indexOf(name)));
  const names = packagesByName(packages);
  expect(names.size).toBeGreaterThan(300);
  const shared = [...names].filter(([, owners]) => owners.size > 1);
  expect(shared.map(([name, owners]) => `${name}: ${[...owners].sort().join(', ')}`)).toEqual([]);
});
