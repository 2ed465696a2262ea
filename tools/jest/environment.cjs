'use strict';
// jest's node environment with a global object as Node's own is. jest makes the global object of a file of
// tests from an object of its own: every use of Math, Map or Number in what is tested then asks that object
// first, which makes the tested code two to four times as slow as it runs for a user.
const hooks = require('node:async_hooks');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');
const { OneAtATime } = require('./one-at-a-time.cjs');
const { forgetFile, shareScripts } = require('./shared-scripts.cjs');

const { AsyncLocalStorage } = hooks;
const { DONT_CONTEXTIFY } = vm.constants;

shareScripts();

module.exports = class PlainGlobalEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    // Called once, by the constructor of jest's environment.
    vm.createContext = () => createContext(DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }

  async setup() {
    await super.setup();
    // jest-circus is loaded between this and its first event; what is tested gets Node's own.
    hooks.AsyncLocalStorage = OneAtATime;
  }

  handleTestEvent({ name }) {
    if (name === 'setup') hooks.AsyncLocalStorage = AsyncLocalStorage;
  }

  async teardown() {
    hooks.AsyncLocalStorage = AsyncLocalStorage;
    await super.teardown();
    forgetFile();
  }
};
