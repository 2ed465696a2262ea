// Who may import whom (docs/decisions, architecture). Each comment names what to do instead.
const package_ = (names) => `^packages/(${names})/`;
const source = (names) => `^packages/(${names})/src/`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const packageRules = [
  rule(
    'core-stands-alone',
    'core imports no other package of the house: declare a port in core/src/ports and implement it ' +
      'outside.',
    { path: package_('core'), pathNot: '/test/' },
    { path: '^packages/(?!core/)' },
  ),
  rule(
    'compliance-stands-alone',
    'compliance imports no other package of the house: take the facts in the request.',
    { path: source('compliance') },
    { path: '^packages/(?!compliance/)' },
  ),
  rule(
    'outer-packages-import-core-only',
    'lists, asterisk-adapter and simulator import core only; what needs two of them is wired in outdial.',
    { path: '^packages/(lists|asterisk-adapter|simulator)/src/' },
    { path: '^packages/(?!core/)', pathNot: '^packages/$1/' },
  ),
  rule(
    'store-imports-core-and-lists',
    'store imports core and lists only; what needs it and another is wired in outdial.',
    { path: source('store') },
    { path: '^packages/(?!(?:core|lists|store)/)' },
  ),
  rule(
    'outdial-knows-no-server',
    'outdial does not import the server, its client or its console: the command `serve` loads the server by name.',
    { path: source('outdial') },
    { path: package_('server|client|console') },
  ),
  rule(
    'client-and-console-stand-alone',
    'client and console are for browsers: they import no other package of the house; types come from the API.',
    { path: source('client|console') },
    { path: '^packages/', pathNot: '^packages/(client|console)/' },
  ),
  rule(
    'server-imports-outdial',
    'server reaches simulator, lists, adapter and compliance through outdial: export it there.',
    { path: source('server') },
    { path: package_('simulator|lists|asterisk-adapter|compliance') },
  ),
  rule(
    'only-through-exports',
    'Another package is imported by its name, through what its index exports: export it there, or move it.',
    { path: '^packages/([^/]+)/src/' },
    {
      path: '^packages/[^/]+/',
      pathNot: ['^packages/$1/', '^packages/[^/]+/(src/index\\.ts|dist/index\\.(js|d\\.ts))$'],
    },
  ),
  rule(
    'sources-never-import-tests',
    'Move what both need into src, under a name that says what it is.',
    { path: '^packages/[^/]+/src/' },
    { path: '/test/|\\.test\\.ts$' },
  ),
];

const libraryRules = [
  rule(
    'core-libraries',
    'core lives on eventemitter3 alone: implement it in core, or declare a port.',
    { path: source('core') },
    {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: 'node_modules/eventemitter3/',
    },
  ),
  rule(
    'compliance-libraries',
    'compliance lives on libphonenumber-js and date-fns-tz: add the data to its own tables.',
    { path: source('compliance') },
    {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: 'node_modules/(libphonenumber-js|date-fns-tz|date-fns)/',
    },
  ),
  rule(
    'pure-packages-do-no-io',
    'No module of Node in core and compliance: declare a port and let a package outside do it.',
    { path: source('core|compliance') },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'declared-libraries',
    "Add it to the package's own package.json: it would be missing once installed from the registry.",
    { path: '^packages/[^/]+/src/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  rule(
    'no-development-libraries',
    'Published code must not need a devDependency: move it to dependencies.',
    { path: '^packages/[^/]+/src/' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  ),
];

/** Inside core: queueing <- estimation <- pacing <- campaign; ivr stands beside them; never upward. */
const layerRules = [
  rule(
    'queueing-is-the-floor',
    'queueing holds textbook functions: pass numbers in.',
    { path: '^packages/core/src/queueing/' },
    { path: '^packages/core/src/', pathNot: '^packages/core/src/(queueing/|(invariant|defined)\\.ts)' },
  ),
  rule(
    'estimation-above-queueing',
    'estimation may import queueing only: pass what it needs as an argument.',
    { path: '^packages/core/src/estimation/' },
    {
      path: '^packages/core/src/',
      pathNot: '^packages/core/src/(estimation/|queueing/|(invariant|defined)\\.ts)',
    },
  ),
  rule(
    'pacing-above-estimation',
    'pacing may import estimation and queueing only: take it through the Pacer contract.',
    { path: '^packages/core/src/pacing/' },
    {
      path: '^packages/core/src/',
      pathNot: '^packages/core/src/(pacing/|estimation/|queueing/|(invariant|defined)\\.ts)',
    },
  ),
  rule(
    'ivr-stands-beside',
    'ivr knows flows only: let the campaign translate.',
    { path: '^packages/core/src/ivr/' },
    {
      path: '^packages/core/src/',
      pathNot: '^packages/core/src/(ivr/|(invariant|defined|limits|own-value)\\.ts)',
    },
  ),
  rule(
    'campaign-below-the-floor',
    'A campaign knows no floor and no engine: the floor stands above the campaigns.',
    { path: '^packages/core/src/campaign/' },
    { path: '^packages/core/src/(floor/|engine\\.ts)', dependencyTypesNot: ['type-only'] },
  ),
];

const soundness = [
  rule(
    'no-circles',
    'Two files that need each other, types included, are one concept, ' +
      'or need a third one that names the role.',
    {},
    { circular: true },
  ),
  rule(
    'resolvable',
    'This import leads nowhere: correct its path, or install the library.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'auditor-apart',
    "The auditor reads the carrier's log and the store's rows; it must not run the engine's code, " +
      'or it would share its mistakes.',
    { path: '^packages/simulator/src/audit/' },
    { path: '^packages/core/', dependencyTypesNot: ['type-only'] },
  ),
];

export default {
  forbidden: [...packageRules, ...libraryRules, ...layerRules, ...soundness],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/.*\\.map$', '^lab/\\.(prefix|run)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json', '.node'],
    },
    combinedDependencies: false,
  },
};
