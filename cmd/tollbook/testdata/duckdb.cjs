// duckdb.cjs FOLDER CSV REPEATS: the envelope of each incident and harm, then sums by month, province and harm, by
// DuckDB in memory. FOLDER holds the node module. Prints the median in milliseconds, three check sums, and the
// milliseconds that reading the file took.
const [folder, csv, repeats] = process.argv.slice(2);
const { DuckDBInstance } = require(folder + '/@duckdb/node-api');
(async () => {
  const db = await DuckDBInstance.create(':memory:', { threads: '2' });
  const c = await db.connect();
  const begun = performance.now();
  await c.run(`create table claims as select * from read_csv('${csv}', header=true,
    columns={incident:'UINTEGER',month:'UTINYINT',province:'UTINYINT',harm:'UTINYINT',low:'UINTEGER',high:'UINTEGER'})`);
  const loaded = performance.now() - begun;
  const query = `with figures as (
      select incident, month, province, harm, min(low) lo, max(high) hi from claims group by all)
    select month, province, harm, sum(lo) lo, sum(hi) hi, count(*) n from figures group by all`;
  const times = [];
  for (let i = 0; i < +repeats; i++) {
    const start = performance.now();
    await c.run(`create or replace temp table totals as ${query}`);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [row] = (await c.runAndReadAll('select sum(lo)::bigint, sum(hi)::bigint, count(*) from totals')).getRows();
  console.log(`${times[times.length >> 1].toFixed(3)} ${row.join(' ')} ${loaded.toFixed(3)}`);
})();
