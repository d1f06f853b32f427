// Reads data packages with the client of the Frictionless project: every row of
// every resource is cast and its relations are looked up.
const { Package } = require(process.argv[2] + '/datapackage');

async function problems(file) {
  const read = await Package.load(file);
  const found = read.errors.map(String), rows = {};
  for (const resource of read.resources) {
    try {
      rows[resource.name] = (await resource.read({ relations: true })).length;
    } catch (err) {
      found.push(resource.name + ': ' + [err, ...(err.errors || [])].map(String).join(' | '));
    }
  }
  return { found, rows };
}

(async () => {
  const all = {};
  for (const file of process.argv.slice(3)) all[file] = await problems(file);
  console.log(JSON.stringify(all));
})();
