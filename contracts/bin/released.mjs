#!/usr/bin/env node
// Writes what handler-registry knows released contracts by: their runtime code with the places of immutables zeroed,
// hashed. Without --check the builds of this release replace those of the same release; older releases stay.
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync, existsSync} from 'node:fs';
import {join, dirname} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../handler-registry/src/main/resources/released-builds.json');
const release = JSON.parse(readFileSync(join(here, '../package.json'))).version;
const contracts = [
  'ERC1967Proxy',
  'Settlement',
  'SettlementSignatureVerifier',
  'GasService',
  'ERC20SettlementHandler',
  'BtcSettlementHandler',
];

function build(contract) {
  const {deployedBytecode} = JSON.parse(readFileSync(join(here, `../out/${contract}.sol/${contract}.json`)));
  const code = Buffer.from(deployedBytecode.object.slice(2), 'hex');
  const immutables = Object.values(deployedBytecode.immutableReferences ?? {})
    .flat()
    .map(({start, length}) => [start, length])
    .sort(([a], [b]) => a - b);
  for (const [start, length] of immutables) code.fill(0, start, start + length);
  const sha256 = '0x' + createHash('sha256').update(code).digest('hex');
  return {contract, release, length: code.length, immutables, sha256};
}

const known = existsSync(target) ? JSON.parse(readFileSync(target)).builds : [];
const builds = [...known.filter((one) => one.release !== release), ...contracts.map(build)];
const text = `{"builds": [\n${builds.map((one) => '  ' + JSON.stringify(one)).join(',\n')}\n]}\n`;
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is not what these contracts compile to: node contracts/bin/released.mjs writes it`);
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
