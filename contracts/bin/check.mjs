#!/usr/bin/env node
// What must hold of the sources beside their tests: format, solhint, storage layouts. Says what to do when not.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CONTRACTS, findTool } from './tools.mjs';

const SOLHINT = join(CONTRACTS, 'node_modules', 'solhint', 'solhint.js');

function run(command, args, otherwise) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: CONTRACTS, encoding: 'utf8' });
  if (status === 0) return true;
  console.error(`${stdout ?? ''}${stderr ?? ''}`.trim());
  console.error(otherwise);
  return false;
}

function solhint(config, files) {
  return run(process.execPath, [SOLHINT, '--disc', '--noPoster', '-c', config, '-f', 'unix', '-w', '0', ...files],
    `Solhint found something: fix it, or switch the rule off in ${config} and say why there.`);
}

const results = [
  run(findTool('forge'), ['fmt', '--check'], 'Some Solidity is not formatted: run "node bin/forge fmt".'),
  solhint('solhint.config.cjs', ['src/**/*.sol', 'script/*.sol']),
  solhint('solhint.tests.cjs', ['test/**/*.sol', 'support/*.sol']),
  run(process.execPath, [join('bin', 'check-storage.mjs')], 'A storage layout is not the recorded one: see above.'),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
