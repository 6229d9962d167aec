#!/usr/bin/env node
// What must hold of the sources beside their tests: format, solhint, storage layouts, the reference, the list of errors. Says what to do when not.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CONTRACTS, findTool } from './tools.mjs';

const NODE = process.execPath;
const SOLHINT = join('node_modules', 'solhint', 'solhint.js');

/** @returns {Promise<boolean>} whether it found nothing; else what it said, and one sentence on what to do */
function run(command, args, otherwise) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: CONTRACTS, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const finish = (found) => {
      if (found) console.error(`${output.trim()}\n${otherwise}`);
      done(!found);
    };
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.stderr.on('data', (chunk) => { output += chunk; });
    child.on('error', (error) => { output += error.message; finish(true); });
    child.on('close', (code) => finish(code !== 0));
  });
}

function solhint(config, files) {
  return run(NODE, [SOLHINT, '--disc', '--noPoster', '-c', config, '-f', 'unix', '-w', '0', ...files],
    `Solhint found something: fix it, or switch the rule off in ${config} and say why there.`);
}

const results = await Promise.all([
  run(findTool('forge'), ['fmt', '--check'], 'Some Solidity is not formatted: run "node bin/forge fmt".'),
  solhint('solhint.config.cjs', ['src/**/*.sol']),
  solhint('solhint.tests.cjs', ['script/**/*.sol', 'support/*.sol', 'test/**/*.sol']),
  run(NODE, [join('bin', 'check-storage.mjs')], 'A proxy could not be upgraded to this: do what is said above.'),
  run(NODE, [join('bin', 'reference.mjs'), '--check'], 'Run "node bin/reference.mjs" in contracts/.'),
  run(NODE, [join('bin', 'errors.mjs'), '--check'], 'Run "node bin/errors.mjs" in contracts/.'),
  run(NODE, [join('bin', 'released.mjs'), '--check'], 'Run "node bin/released.mjs" in contracts/: handler-registry knows released code by it.'),
  run(NODE, ['--test', join('bin', 'check-storage.test.mjs')], 'The check of storage layouts is broken: mend it.'),
]);
process.exitCode = results.every(Boolean) ? 0 : 1;
