// Where npm puts the native binaries of this machine.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CONTRACTS = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Everything but the tests: what bin/prepare compiles is what deploying needs, file for file. */
export const BUILD = ['build', '--skip', 'test/**'];

/** Foundry publishes one package per tool, system and processor. */
export function platformPackage(tool) {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  return `@foundry-rs/${tool}-${process.platform}-${arch}`;
}

export function pathOf(tool) {
  const file = process.platform === 'win32' ? `${tool}.exe` : tool;
  return join(CONTRACTS, 'node_modules', ...platformPackage(tool).split('/'), 'bin', file);
}

export function findTool(tool) {
  const binary = pathOf(tool);
  if (!existsSync(binary)) {
    throw new Error(`There is no ${tool} at ${binary}; run ${join(CONTRACTS, 'bin', 'prepare')} first.`);
  }
  return binary;
}
