'use strict';
// What jest-circus notes the running test in. It takes an AsyncLocalStorage, to tell concurrent tests apart;
// in Node 20 that follows every promise and timer of the code under test, which costs five hundredths of the
// processor time of a run. Our tests run one at a time (there is no `test.concurrent`), so that a variable says
// as much: a rejection that nobody handles still fails the test during which it comes.

/** An AsyncLocalStorage for contexts that end before the next one at the same depth begins. */
class OneAtATime {
  #store;

  getStore() {
    return this.#store;
  }

  /** Runs `callback` in the context `store`, until what it answers has settled. */
  run(store, callback) {
    const before = this.#store;
    const leave = () => {
      this.#store = before;
    };
    this.#store = store;
    let isPending = false;
    try {
      const result = callback();
      isPending = typeof result?.then === 'function';
      if (isPending) result.then(leave, leave);
      return result;
    } finally {
      if (!isPending) leave();
    }
  }
}

module.exports = { OneAtATime };
