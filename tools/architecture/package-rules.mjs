/**
 * Which packages of the house, and which libraries, a package's manifest may name. `null`: no limit on
 * libraries.
 */
export const PACKAGE_RULES = {
  core: { house: [], libraries: ['eventemitter3'] },
  compliance: { house: [], libraries: ['libphonenumber-js', 'date-fns-tz', 'date-fns'] },
  lists: { house: ['@outdial/core'], libraries: null },
  store: { house: ['@outdial/core', '@outdial/lists'], libraries: null },
  'asterisk-adapter': { house: ['@outdial/core'], libraries: null },
  simulator: { house: ['@outdial/core'], libraries: null },
  client: { house: [], libraries: ['openapi-fetch'] },
  console: { house: [], libraries: [] },
  server: {
    house: ['@outdial/client', '@outdial/console', '@outdial/core', '@outdial/store', 'outdial'],
    libraries: null,
  },
  outdial: {
    house: [
      '@outdial/core',
      '@outdial/compliance',
      '@outdial/lists',
      '@outdial/store',
      '@outdial/asterisk-adapter',
      '@outdial/simulator',
    ],
    libraries: null,
  },
};

/**
 * What is wrong with a package's manifest and project references.
 *
 * @param {string} folder the package's folder below `packages`
 * @param {{ type?: string, dependencies?: Record<string, string>, exports?: object, sideEffects?: unknown,
 *   files?: string[], engines?: object }} manifest package.json
 * @param {{ references?: { path: string }[] }} project tsconfig.json
 * @returns {{ what: string, instead: string }[]}
 */
export function manifestProblems(folder, manifest, project) {
  const rules = PACKAGE_RULES[folder];
  if (rules === undefined)
    return [
      {
        what: `packages/${folder} is not a package of the architecture`,
        instead: 'add it to tools/architecture/package-rules.mjs with a decision in docs/decisions',
      },
    ];
  const problems = [];
  const isHouse = (name) => name === 'outdial' || name.startsWith('@outdial/');
  const names = Object.keys(manifest.dependencies ?? {});
  for (const name of names.filter(isHouse)) {
    if (!rules.house.includes(name))
      problems.push({ what: `depends on ${name}`, instead: 'declare a port in core, or wire it in outdial' });
  }
  for (const name of names.filter((each) => !isHouse(each))) {
    if (rules.libraries !== null && !rules.libraries.includes(name))
      problems.push({
        what: `depends on ${name}`,
        instead: 'keep pure packages free of it: implement it, or inject it',
      });
  }
  const referenced = (project.references ?? []).map(({ path }) => path.replace(/^\.\.\//, ''));
  for (const name of names.filter(isHouse).map((each) => each.replace('@outdial/', ''))) {
    if (!referenced.includes(name))
      problems.push({
        what: `tsconfig.json lacks the reference to ../${name}`,
        instead: 'add it, so that tsc -b builds in order',
      });
  }
  if (manifest.type !== 'module')
    problems.push({ what: 'is not an ES module', instead: 'write "type": "module"' });
  if (manifest.exports?.['.'] === undefined || manifest.exports['./package.json'] === undefined)
    problems.push({ what: 'exports lack "." or "./package.json"', instead: 'add both' });
  for (const field of ['description', 'license', 'engines', 'files', 'sideEffects']) {
    if (manifest[field] === undefined)
      problems.push({ what: `package.json lacks ${field}`, instead: `add ${field}` });
  }
  return problems;
}
