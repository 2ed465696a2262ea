/** Commits whose answer is lost: the connection breaks between the commit and its answer. */
import type { Engine } from '../src/database/engine.js';

/** What the store's own tries take for worth another try. */
function connectionLost(): Error {
  return Object.assign(new Error('connection lost'), { code: 'SQLITE_BUSY' });
}

/**
 * From now on every commit takes effect and its answer is lost. Answers a function that mends the connection
 * and says how many were lost.
 */
export function loseCommits({ db }: Engine, error: () => Error = connectionLost): () => number {
  const begin = db.transaction.bind(db);
  let lost = 0;
  db.transaction = () => {
    const real = begin();
    const execute = real.execute.bind(real);
    real.execute = async (work) => {
      await execute(work);
      lost += 1;
      throw error();
    };
    return real;
  };
  return () => {
    db.transaction = begin;
    return lost;
  };
}
