// Checks the types and bundles the pages, when anything they are made of changed since the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const CONSOLE = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(CONSOLE, '..', 'target', 'console');
/** Beside the pages, not among them. */
const BUILT_FROM = join(CONSOLE, '..', 'target', 'console.built-from');
/** Where Maven copies them to; it leaves there what is no more. */
const COPIED = join(CONSOLE, '..', 'target', 'classes', 'static', 'console');
const MADE_OF = ['bin', 'src', 'public', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of MADE_OF.flatMap((name) => files(join(CONSOLE, name)))) {
    hash.update(relative(CONSOLE, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function run(tool, ...args) {
  execFileSync(process.execPath, [join(CONSOLE, 'node_modules', tool), ...args], { cwd: CONSOLE, stdio: 'inherit' });
}

/** Beside each file that shrinks, so that the gateway need not compress while it answers. */
function compress() {
  for (const file of files(OUT).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes));
  }
}

const now = fingerprint();
const built = existsSync(BUILT_FROM) && existsSync(join(OUT, 'index.html')) ? readFileSync(BUILT_FROM, 'utf8') : '';
if (built !== now) {
  try {
    run('typescript/bin/tsc', '--noEmit');
    run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
    compress();
    rmSync(COPIED, { recursive: true, force: true });
    mkdirSync(dirname(BUILT_FROM), { recursive: true });
    writeFileSync(BUILT_FROM, now);
  } catch {
    console.error('console: it could not be built, see above');
    process.exitCode = 1;
  }
}
