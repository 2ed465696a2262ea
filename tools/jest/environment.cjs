'use strict';
// jest's node environment with a global object as Node's own is. jest makes the global object of a file of
// tests from an object of its own: every use of Math, Map or Number in what is tested then asks that object
// first, which makes the tested code two to four times as slow as it runs for a user.
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

const { DONT_CONTEXTIFY } = vm.constants;

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
};
