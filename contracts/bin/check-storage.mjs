#!/usr/bin/env node
// Fails when a contract that runs behind proxies lays out its storage differently than storage/*.json says.
//
//   node bin/check-storage.mjs             compares
//   node bin/check-storage.mjs --update    records appended variables and new contracts
//
// Reads the compiled artifacts in out/; storage that a library keeps in a namespace of its own (ERC-7201,
// OpenZeppelin's upgradeable contracts) is not part of it.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS } from './tools.mjs';

const OUT = join(CONTRACTS, 'out');
const SNAPSHOTS = join(CONTRACTS, 'storage');

/** Contracts of src/ that can be upgraded, with their layouts. */
export function upgradeable(out = OUT) {
  const found = new Map();
  for (const file of readdirSync(out).filter((name) => name.endsWith('.sol') && !name.endsWith('.t.sol'))) {
    for (const json of readdirSync(join(out, file)).filter((name) => name.endsWith('.json'))) {
      const artifact = JSON.parse(readFileSync(join(out, file, json), 'utf8'));
      const [source = ''] = Object.keys(artifact.metadata?.settings?.compilationTarget ?? {});
      const own = source.startsWith('src/') && existsSync(join(CONTRACTS, source));
      const deployable = (artifact.bytecode?.object ?? '0x').length > 2;
      const upgrades = artifact.abi?.some((entry) => entry.name === 'upgradeToAndCall');
      if (own && deployable && upgrades) found.set(json.replace('.json', ''), layoutOf(artifact.storageLayout));
    }
  }
  return found;
}

/** Without the compiler's node numbers, which change with every edit. */
export function layoutOf({ storage, types }) {
  const describe = (id) => {
    const type = types[id];
    const text = { type: type.label, bytes: Number(type.numberOfBytes) };
    if (type.members) text.members = type.members.map(variable);
    if (type.key) text.key = describe(type.key);
    if (type.value) text.value = describe(type.value);
    if (type.base) text.base = describe(type.base);
    return text;
  };
  const variable = ({ label, slot, offset, type }) => ({ name: label, slot: Number(slot), offset, ...describe(type) });
  return (storage ?? []).map(variable);
}

/** @returns {{problem?: string, appended: string[]}} how `next` relates to what is recorded */
export function compare(recorded, next) {
  for (const [i, was] of recorded.entries()) {
    const is = next[i];
    if (!is) return { problem: `${was.name} (slot ${was.slot}) is gone`, appended: [] };
    if (JSON.stringify(is) !== JSON.stringify(was)) {
      const place = ({ name, type, slot, offset }) => `${type} ${name} at slot ${slot}, byte ${offset}`;
      const same = place(was) === place(is);
      const what = same ? `the inside of ${place(was)} changed` : `${place(was)} became ${place(is)}`;
      return { problem: what, appended: [] };
    }
  }
  return { appended: next.slice(recorded.length).map(({ name }) => name) };
}

function main(update) {
  const problems = [];
  mkdirSync(SNAPSHOTS, { recursive: true });
  const contracts = upgradeable();
  if (contracts.size === 0) problems.push('out/ holds no upgradeable contract: run bin/prepare first');
  for (const [name, layout] of contracts) {
    const snapshot = join(SNAPSHOTS, `${name}.json`);
    const known = existsSync(snapshot);
    const { problem, appended } = compare(known ? JSON.parse(readFileSync(snapshot, 'utf8')) : [], layout);
    if (problem) {
      problems.push(`${name}: ${problem}; put it back and append new variables at the end, or, while no proxy`
        + ` runs ${name}, delete storage/${name}.json and run "node bin/check-storage.mjs --update"`);
    } else if (update) {
      writeFileSync(snapshot, `${JSON.stringify(layout, null, 2)}\n`);
    } else if (!known || appended.length > 0) {
      problems.push(`${name}: ${known ? appended.join(', ') : 'its layout'} is not recorded yet; run`
        + ' "node bin/check-storage.mjs --update" and commit storage/');
    }
  }
  for (const file of readdirSync(SNAPSHOTS)) {
    const name = file.replace('.json', '');
    if (contracts.size > 0 && !contracts.has(name)) problems.push(`storage/${file} belongs to no contract: delete it`);
  }
  for (const problem of problems) console.error(`Storage layout: ${problem}.`);
  return problems.length === 0;
}

if (process.argv[1]?.endsWith('check-storage.mjs')) process.exitCode = main(process.argv.includes('--update')) ? 0 : 1;
