/**
 * Measures how readable the sources are: line lengths, function lengths, import circles, casts, SQL written
 * as text, facts that stand in several places. Run: node tools/measure-house.mjs [checkout ...]; several
 * checkouts are printed side by side.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const WIDTH = 110;
const LONG_FUNCTION = 70;

/** TypeScript sources of the packages, without what programs generate. */
function sourcesOf(root) {
  const folders = readdirSync(join(root, 'packages')).flatMap((name) =>
    ['src', 'app'].map((part) => join(root, 'packages', name, part)),
  );
  return folders.filter(existsSync).flatMap((folder) => {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('/generated/'));
  });
}

const isFunction = (node) =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isGetAccessor(node) ||
  ts.isSetAccessor(node) ||
  ts.isFunctionExpression(node) ||
  (ts.isArrowFunction(node) && ts.isBlock(node.body));

const NEVER_CASTS = new Set([ts.SyntaxKind.NeverKeyword, ts.SyntaxKind.AnyKeyword]);

/** A list of fewer words, or a shorter pattern, may be the same by chance. */
const WORDS_OF_A_LIST = 4;
const CHARACTERS_OF_A_PATTERN = 12;

/** The words of a list: an array of texts, or a union of them. Null: it is none. */
function wordsOf(node) {
  const parts = ts.isArrayLiteralExpression(node)
    ? node.elements
    : ts.isUnionTypeNode(node)
      ? node.types.map((type) => (ts.isLiteralTypeNode(type) ? type.literal : type))
      : [];
  const words = parts.filter((part) => ts.isStringLiteral(part)).map(({ text }) => text);
  return words.length >= WORDS_OF_A_LIST && words.length === parts.length ? words.sort().join('|') : null;
}

/** The closed lists of words and the patterns that a file writes out. */
function definitionsIn(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Set();
  const visit = (node) => {
    const words = wordsOf(node);
    if (words !== null) found.add(`list ${words}`);
    if (ts.isRegularExpressionLiteral(node) && node.text.length >= CHARACTERS_OF_A_PATTERN)
      found.add(`pattern ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Lists and patterns that stand in more than one file. That names do not is held by a test. */
function repeatedDefinitions(files, texts) {
  const places = new Map();
  for (const [index, file] of files.entries())
    for (const key of definitionsIn(texts[index], file)) places.set(key, [...(places.get(key) ?? []), file]);
  const repeated = [...places].filter(([, where]) => where.length > 1);
  if (process.env.SHOW_REPEATED)
    for (const [key, where] of repeated) console.error(`${key}\n  ${where.join('\n  ')}`);
  return repeated.length;
}

/**
 * Lengths of functions in lines, and casts that give up a type (`as never`, `as any`, and casts of casts).
 */
function shapeOf(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lengths = [];
  const counted = { casts: 0, hardCasts: 0, inferred: 0 };
  const line = (position) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node) => {
    if (isFunction(node) && node.body) lengths.push(line(node.end) - line(node.getStart(source)) + 1);
    if (ts.isAsExpression(node) && node.type.getText(source) !== 'const') {
      counted.casts += 1;
      if (NEVER_CASTS.has(node.type.kind) || ts.isAsExpression(node.expression)) counted.hardCasts += 1;
    }
    if (
      ts.isTypeReferenceNode(node) &&
      node.typeArguments &&
      /^(Parameters|ReturnType)$/.test(node.typeName.getText(source))
    )
      counted.inferred += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { lengths, ...counted };
}

/** Groups of files that import each other, types included (strongly connected components). */
function circlesOf(files) {
  const known = new Set(files);
  const imports = new Map(
    files.map((file) => {
      const specifiers = [...readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)\.js'/g)];
      return [
        file,
        specifiers.map(([, path]) => resolve(dirname(file), `${path}.ts`)).filter((to) => known.has(to)),
      ];
    }),
  );
  const order = new Map();
  const low = new Map();
  const stack = [];
  let circles = 0;
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    stack.push(file);
    for (const to of imports.get(file)) {
      if (!order.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file), low.get(to)));
    }
    if (low.get(file) !== order.get(file)) return;
    const members = stack.splice(stack.indexOf(file));
    if (members.length > 1) circles += 1;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return circles;
}

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The figures of one checkout, by name. */
function figuresOf(root) {
  const files = sourcesOf(resolve(root));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const shapes = files.map((file, index) => shapeOf(texts[index], file));
  const lengths = shapes.flatMap((shape) => shape.lengths).sort((a, b) => a - b);
  const sum = (pick) => shapes.reduce((total, shape) => total + pick(shape), 0);
  const matches = (pattern) => texts.reduce((total, text) => total + (text.match(pattern)?.length ?? 0), 0);
  return {
    files: files.length,
    'lines of code (not blank)': lines.length,
    'characters a line (mean)': (
      lines.reduce((total, line) => total + line.length, 0) / lines.length
    ).toFixed(1),
    [`lines over ${WIDTH}`]: lines.filter((line) => line.length > WIDTH).length,
    'longest line': lines.reduce((most, { length }) => Math.max(most, length), 0),
    functions: lengths.length,
    'function length p50': percentile(lengths, 0.5),
    'function length p90': percentile(lengths, 0.9),
    'function length p99': percentile(lengths, 0.99),
    'function length max': lengths.at(-1),
    [`functions over ${LONG_FUNCTION}`]: lengths.filter((length) => length > LONG_FUNCTION).length,
    'circles of imports, types included': circlesOf(files),
    'casts (as T)': sum((shape) => shape.casts),
    'casts that give a type up': sum((shape) => shape.hardCasts),
    'Parameters<>, ReturnType<>': sum((shape) => shape.inferred),
    'conditional spreads':
      matches(/\.\.\.\([^()]*\? \{\} : \{/g) + matches(/\.\.\.\([^()]*\? \{ [^}]* \} : \{\}\)/g),
    'SQL statements as text': matches(/['"`](select|insert into|update|delete from) [a-z*]/gi),
    'lists and patterns in more than one place': repeatedDefinitions(files, texts),
    'files without a head comment': texts.filter((text) => !/^(#!.*\n)?\/\*\*/.test(text)).length,
  };
}

const roots = process.argv.slice(2).length > 0 ? process.argv.slice(2) : [dirname(import.meta.dirname)];
const columns = roots.map(figuresOf);
const names = Object.keys(columns[0]);
const width = Math.max(...names.map((name) => name.length));
for (const name of names)
  console.log(
    `${name.padEnd(width)}  ${columns.map((figures) => String(figures[name]).padStart(9)).join('  ')}`,
  );
