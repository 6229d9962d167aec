// Checks the types of the library, the command line, the guide's program and the tests, and compiles them, when anything
// they are made of changed since the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLIENT = join(dirname(fileURLToPath(import.meta.url)), '..');
const GUIDE = join(CLIENT, '..', 'docs', 'client.md');
const MADE_OF = ['bin', 'library/src', 'library/test', 'cli/src', 'cli/test', 'package-lock.json'];
const BUILT_FROM = join(CLIENT, 'target', 'built-from');
const MADE = ['library/dist/index.js', 'cli/dist/settle.js', 'target/js/guide/guide.js'];

function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function fingerprint() {
  const hash = createHash('sha256');
  const configurations = readdirSync(CLIENT, { recursive: true }).filter((name) => /^(\w+\/)?tsconfig[\w.]*\.json$/.test(name));
  const all = [...MADE_OF, ...configurations.sort()].flatMap((name) => files(join(CLIENT, name)));
  for (const file of [...all, GUIDE]) {
    hash.update(relative(CLIENT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The guide's program: its blocks of TypeScript, one after the other. */
function cutOut() {
  const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)];
  if (blocks.length === 0) throw new Error('docs/client.md has no program');
  mkdirSync(join(CLIENT, 'guide'), { recursive: true });
  writeFileSync(join(CLIENT, 'guide', 'guide.ts'), blocks.map(([, code]) => code).join('\n'));
}

function compile(project) {
  const tsc = join(CLIENT, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', project], { cwd: CLIENT, stdio: 'inherit' });
}

const now = fingerprint();
const before = existsSync(BUILT_FROM) && MADE.every((name) => existsSync(join(CLIENT, name))) ? readFileSync(BUILT_FROM, 'utf8') : '';
if (before !== now) {
  try {
    for (const made of ['library/dist', 'cli/dist', 'target']) rmSync(join(CLIENT, made), { recursive: true, force: true });
    cutOut();
    compile('library');
    compile('cli');
    compile('tsconfig.test.json');
    chmodSync(join(CLIENT, 'cli', 'dist', 'settle.js'), 0o755);
    writeFileSync(BUILT_FROM, now);
  } catch (error) {
    console.error(`client: it could not be built: ${error.message}`);
    process.exitCode = 1;
  }
}
