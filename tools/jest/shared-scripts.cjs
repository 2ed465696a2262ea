'use strict';
// Each module of CommonJS is compiled once in a process of tests, not once for each file of tests: jest loads its
// own modules, libraries and our bundles anew for each file, and to compile them took a third of that. A module
// runs anew in the global object of each file as before; only its compiled code is shared.
const vm = require('node:vm');

/** @type {Map<string, { code: string, script: vm.Script }>} by file */
const compiled = new Map();

/** What modules import dynamically is loaded by the file of tests that runs: by file of the module. */
const loaders = new Map();

/** `vm.compileFunction` as jest calls it. A process runs one file of tests at a time. */
function compileOnce(code, parameters, { filename, importModuleDynamically, parsingContext }) {
  const head = `(function (${parameters.join(', ')}) {`;
  const whole = `${head}${code}\n})`;
  let kept = compiled.get(filename);
  if (kept?.code !== whole) {
    const script = new vm.Script(whole, {
      filename,
      columnOffset: -head.length,
      importModuleDynamically: (...request) => loaders.get(filename)(...request),
    });
    kept = { code: whole, script };
    compiled.set(filename, kept);
  }
  loaders.set(filename, importModuleDynamically);
  return kept.script.runInContext(parsingContext);
}

/** From now on modules of CommonJS are compiled once in this process. */
module.exports.shareScripts = () => {
  vm.compileFunction = compileOnce;
};

/** A file of tests has ended: lets go of what would load its modules, and with it of all that it made. */
module.exports.forgetFile = () => loaders.clear();
