import { builtinModules } from 'node:module';
import ts from 'typescript';
import { ASYNC, IMPURE_DATE, IMPURE_GLOBALS, IMPURE_MEMBERS, NODE_MODULES } from './impurities.mjs';

/**
 * The impure lines of a source text: clock, randomness, timers, process, output, I/O, promises.
 *
 * @param {string} text TypeScript
 * @returns {{ line: number, what: string, instead: string }[]} line from 1
 */
export function findImpureLines(text) {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ESNext, true);
  const found = [];
  const visit = (node) => {
    const impurity = impurityOf(node);
    if (impurity !== null)
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, ...impurity });
    // Types are erased: `Promise<void>` in a type or `typeof process` does nothing at run time.
    if (!ts.isTypeNode(node) && !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node))
      ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function impurityOf(node) {
  return (
    importImpurity(node) ??
    dateImpurity(node) ??
    memberImpurity(node) ??
    asyncImpurity(node) ??
    globalImpurity(node)
  );
}

function importImpurity(node) {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return null;
  const name = specifier.text;
  const builtin = name.startsWith('node:') || builtinModules.includes(name);
  return builtin ? { what: `import of ${name}`, instead: NODE_MODULES } : null;
}

function dateImpurity(node) {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return { what: 'new Date()', instead: IMPURE_DATE };
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date')
    return { what: 'Date()', instead: IMPURE_DATE };
  return null;
}

function memberImpurity(node) {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return null;
  const property = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : '';
  const impure = IMPURE_MEMBERS.find(
    (each) => node.expression.getText() === each.object && property === each.property,
  );
  return impure === undefined
    ? null
    : { what: `${impure.object}.${impure.property}`, instead: impure.instead };
}

function asyncImpurity(node) {
  if (ts.isAwaitExpression(node)) return { what: 'await', instead: ASYNC };
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return { what: 'async', instead: ASYNC };
  return ts.isIdentifier(node) && node.text === 'Promise' && isValue(node)
    ? { what: 'Promise', instead: ASYNC }
    : null;
}

function globalImpurity(node) {
  if (!ts.isIdentifier(node) || !Object.hasOwn(IMPURE_GLOBALS, node.text) || !isValue(node)) return null;
  return { what: node.text, instead: IMPURE_GLOBALS[node.text] };
}

/**
 * Whether the identifier is read as a value of its own: no member's name, no declaration, no key, no label.
 */
function isValue(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return !isDeclaredHere(node);
  const declared = 'name' in parent && parent.name === node;
  return !declared && !ts.isImportSpecifier(parent) && !isDeclaredHere(node);
}

/** Whether a parameter or variable of the same name is declared around it: then it is not the global. */
function isDeclaredHere(node) {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (around.locals?.has?.(node.text)) return true;
    const parameters = ts.isFunctionLike(around) ? around.parameters : [];
    if (parameters.some((parameter) => bindsName(parameter.name, node.text))) return true;
    const statements = ts.isBlock(around) || ts.isSourceFile(around) ? around.statements : [];
    if (
      statements.some(
        (statement) =>
          ts.isVariableStatement(statement) &&
          statement.declarationList.declarations.some((each) => bindsName(each.name, node.text)),
      )
    )
      return true;
  }
  return false;
}

function bindsName(name, text) {
  if (ts.isIdentifier(name)) return name.text === text;
  return name.elements.some((element) => ts.isBindingElement(element) && bindsName(element.name, text));
}
