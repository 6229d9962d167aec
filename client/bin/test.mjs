// Runs the compiled tests, in client/.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLIENT = join(dirname(fileURLToPath(import.meta.url)), '..');
const COMPILED = join('target', 'js');

const tests = readdirSync(join(CLIENT, COMPILED), { recursive: true })
  .filter((name) => name.endsWith('.test.js'))
  .map((name) => join(COMPILED, name));
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...tests], { cwd: CLIENT, stdio: 'inherit' });
process.exitCode = status ?? 1;
