// Finds a real Chromium: of the path, else the one that comes as an npm package with the libraries it needs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const CONSOLE = join(dirname(fileURLToPath(import.meta.url)), '..');
const PACKED = join(CONSOLE, 'node_modules', '@sparticuz', 'chromium');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onThePath() {
  const folders = (process.env.PATH ?? '').split(':');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** Unpacked once for each version, beside the packages it came with. */
function unpacked() {
  const { version } = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8'));
  const home = join(CONSOLE, 'node_modules', '.cache', `chromium-${version}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    const unpack = (name) => brotliDecompressSync(readFileSync(join(PACKED, 'bin', name)));
    writeFileSync(join(unfinished, 'chromium'), unpack('chromium.br'), { mode: 0o755 });
    // Libraries of its own for machines without them, and a font for machines without any.
    for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
      execFileSync('tar', ['-xf', '-', '-C', unfinished], { input: unpack(archive) });
    }
    writeFileSync(join(unfinished, 'fonts.conf'), `<fontconfig><dir>${home}/fonts</dir></fontconfig>`);
    renameSync(unfinished, home);
  }
  return home;
}

/** A browser that runs; whoever asked for it closes it. */
export async function launch() {
  const own = onThePath();
  if (own) return chromium.launch({ executablePath: own, args: ['--headless=new', ...FLAGS] });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no Chromium for the tests of the console: put chromium or google-chrome on the path.');
  }
  const home = unpacked();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [...FLAGS, '--no-zygote'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : home,
      HOME: process.env.HOME ?? home,
    },
  });
}
