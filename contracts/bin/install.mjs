// Installs the tools of package-lock.json when they are not the installed ones already.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS, pathOf, platformPackage } from './tools.mjs';

const LOCK = join(CONTRACTS, 'package-lock.json');
/** The lock file that the installed modules came from is kept beside them. */
const INSTALLED_FROM = join(CONTRACTS, 'node_modules', '.installed-from.json');
const { version: FOUNDRY } = JSON.parse(readFileSync(LOCK, 'utf8')).packages['node_modules/@foundry-rs/forge-linux-amd64'];

function npm(...args) {
  execFileSync('npm', [...args, '--loglevel=error'], {
    cwd: CONTRACTS,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

try {
  const current = existsSync(INSTALLED_FROM) && readFileSync(LOCK).equals(readFileSync(INSTALLED_FROM));
  if (!current) npm('ci');
  // The lock file names the platforms it was made with; any other takes the same version.
  const missing = ['forge', 'anvil', 'cast'].filter((tool) => !existsSync(pathOf(tool)));
  if (missing.length > 0) {
    npm('install', '--no-save', '--no-package-lock', ...missing.map((tool) => `${platformPackage(tool)}@${FOUNDRY}`));
  }
  copyFileSync(LOCK, INSTALLED_FROM);
} catch (error) {
  console.error(`contracts: the tools could not be installed: ${error.message}`);
  process.exitCode = 1;
}
