/**
 * Rules of lint that are the house's own, for oxlint (.oxlintrc.json says where each holds). A rule is a
 * table from a pattern of syntax (esquery) to what is said of it.
 */
import {
  ASYNC,
  IMPURE_DATE,
  IMPURE_GLOBALS,
  IMPURE_MEMBERS,
  NODE_MODULES,
} from '../architecture/impurities.mjs';

/** A rule that reports every node of these patterns. */
function patterns(messages) {
  const create = (context) =>
    Object.fromEntries(
      Object.entries(messages).map(([selector, message]) => [
        selector,
        (node) => context.report({ node, message }),
      ]),
    );
  return { create };
}

/** Words that end the name of a time. */
const TIMES = 'timeout|delay|duration|grace|margin|interval|life|every';

const impure = (instead) => `Impure here: ${instead}.`;

/** A rule against global names as values: those that no scope of the file declares. */
const pureGlobals = {
  create: (context) => ({
    'Program:exit': () => {
      for (const { identifier, isValueReference } of context.sourceCode.scopeManager.globalScope.through) {
        const instead = Object.hasOwn(IMPURE_GLOBALS, identifier.name) && IMPURE_GLOBALS[identifier.name];
        if (instead && isValueReference !== false)
          context.report({ node: identifier, message: impure(instead) });
      }
    },
  }),
};

const members = IMPURE_MEMBERS.map(({ object, property, instead }) => [
  `MemberExpression[object.name="${object}"][property.name="${property}"]`,
  impure(instead),
]);

export default {
  meta: { name: 'house' },
  rules: {
    'private-fields': patterns({
      '[accessibility="private"]:not([kind="constructor"])': "Name it '#field' instead.",
    }),
    'honest-casts': patterns({
      'TSAsExpression > :matches(TSNeverKeyword, TSAnyKeyword), TSAsExpression > TSAsExpression.expression':
        'Name the type, or check it at run time: the cast gives it up.',
    }),
    'named-types': patterns({
      'TSTypeReference[typeName.name=/^(Parameters|ReturnType)$/][typeArguments]':
        'Name the type where it is declared, and import it.',
    }),
    'unit-in-name': patterns({
      [`TSPropertySignature[key.name=/(${TIMES})$/i] > TSTypeAnnotation > TSNumberKeyword`]:
        "Add the unit to the name: 'Ms', 'Seconds', 'Minutes'.",
    }),
    'pure-globals': pureGlobals,
    pure: patterns({
      ...Object.fromEntries(members),
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]':
        impure(IMPURE_DATE),
      ':function[async=true], AwaitExpression': impure(ASYNC),
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^node:/]':
        impure(NODE_MODULES),
    }),
  },
};
