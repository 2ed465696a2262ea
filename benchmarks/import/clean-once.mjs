/** One way of clean rows into tables, in a process of its own. Prints its cost as one line of JSON. */
import { readFileSync } from 'node:fs';
import { bareMysql, bareSqlite, loadData } from './clean-rows.mjs';

const WAYS = { 'load-data': loadData, 'bare-mysql': bareMysql, 'bare-sqlite': bareSqlite };
const [way, target, facts] = process.argv.slice(2);
console.log(JSON.stringify(await WAYS[way](target, JSON.parse(readFileSync(facts, 'utf8')))));
