#!/usr/bin/env node
// Writes every error that a contract of ours may revert with, so that services can name what a node answers with a selector.
//
//   node bin/errors.mjs            writes it
//   node bin/errors.mjs --check    fails when it is not what the compiled contracts say

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CONTRACTS } from './tools.mjs';

const TARGET = join(dirname(CONTRACTS), 'chain-client', 'src', 'main', 'resources', 'contract-errors.txt');

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => file.endsWith('.sol'));
}

function errorsOf(source) {
  const name = basename(source, '.sol');
  const artifact = join(CONTRACTS, 'out', `${name}.sol`, `${name}.json`);
  return existsSync(artifact) ? JSON.parse(readFileSync(artifact, 'utf8')).abi.filter((entry) => entry.type === 'error') : [];
}

function line(error) {
  return `${error.name}(${error.inputs.map((input) => `${input.type} ${input.name}`.trim()).join(', ')})`;
}

const lines = [...new Set(sources(join(CONTRACTS, 'src')).flatMap(errorsOf).map(line))].sort();
const text = `${['# Generated from the compiled contracts by node contracts/bin/errors.mjs; their build refuses it when it is out of date.',
  ...lines].join('\n')}\n`;
if (process.argv.includes('--check')) {
  if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
    console.error(`${TARGET} is out of date.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(TARGET, text);
}
