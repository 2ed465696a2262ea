/** Holds a SQLite database for itself until its standard input ends: node lock-database.mjs <file>. */
import Libsql from 'libsql';

const database = new Libsql(process.argv[2]);
database.exec('begin exclusive');
process.stdout.write('locked\n');
process.stdin.resume();
process.stdin.on('end', () => {
  database.exec('rollback');
  database.close();
});
