// Reads the lines of `interphase claims --jsonl` into DuckDB, answers the questions and draws the capacities.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { barChart } from './chart.mjs';

const [lines, results] = process.argv.slice(2);
const questions = join(import.meta.dirname, 'questions');

const database = await DuckDBInstance.create(join(results, 'claims.duckdb'));
const connection = await database.connect();
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
await connection.run(`
  CREATE OR REPLACE TABLE claims AS
  SELECT id AS paper, claim.* EXCLUDE (file),
         -- A bound counts as its number; a range has none.
         CASE WHEN claim."to" IS NULL THEN claim.value END AS number
  FROM (
    SELECT id, unnest(claims) AS claim
    FROM read_json(${quoted(lines)}, format = 'newline_delimited', maximum_object_size = 67108864, columns = {
      id: 'VARCHAR', error: 'VARCHAR',
      claims: 'STRUCT(property VARCHAR, relation VARCHAR, value DOUBLE, "to" DOUBLE, unit VARCHAR, subject VARCHAR, cycles DOUBLE,
                      confidence VARCHAR, file VARCHAR, line INTEGER, sentence VARCHAR)[]'
    })
  )`);

for (const name of readdirSync(questions).sort()) {
  const sql = readFileSync(join(questions, name), 'utf8');
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  console.log(sql.split('\n')[0].replace('-- ', ''));
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)]))));
  if (name.startsWith('2-')) {
    const bars = rows.map((row) => ({
      label: `${row.subject} (${row.statements})`,
      value: Number(row.median_capacity),
    }));
    writeFileSync(join(results, 'capacities.svg'), barChart('Median specific capacity / mAh g⁻¹ (statements)', bars));
  }
}
console.log(`${join(results, 'claims.duckdb')}, ${join(results, 'capacities.svg')}`);

function plain(value) {
  return typeof value === 'bigint' ? Number(value) : value;
}
