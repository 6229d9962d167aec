// Writes what is generated from docs/openapi.json: the types of every operation, and which take an Idempotency-Key.
// With --check it writes nothing, and ends with 1 when what is there is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const CLIENT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DOCUMENT = join(CLIENT, '..', 'docs', 'openapi.json');
const SOURCES = join(CLIENT, 'library', 'src');
const HEAD = '// SPDX-License-Identifier: Apache-2.0\n// Generated from docs/openapi.json by `npm run generate`; not to be edited.\n';

const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));

function idempotent() {
  const found = [];
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const parameters = (operation.parameters ?? []).map((one) => resolve(one));
      if (parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === 'idempotency-key')) {
        found.push(`${method.toUpperCase()} ${path}`);
      }
    }
  }
  const lines = found.sort().map((one) => `  '${one}',\n`);
  return `${HEAD}\n/** The operations that take an Idempotency-Key. */\nexport const IDEMPOTENT: ReadonlySet<string> = new Set([\n${lines.join('')}]);\n`;
}

function resolve(value) {
  const path = value.$ref?.split('/').slice(1);
  return path === undefined ? value : path.reduce((within, name) => within[name], document);
}

const written = {
  'schema.ts': `${HEAD}\n${astToString(await openapiTS(document, { alphabetize: true }))}`,
  'idempotent.ts': idempotent(),
};
for (const [name, text] of Object.entries(written)) {
  const file = join(SOURCES, name);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`client: library/src/${name} is not what docs/openapi.json says: npm run generate`);
    process.exitCode = 1;
  }
}
