#!/usr/bin/env node
// Deploys the suite's contracts to every chain of a world, connects them and checks the result.
//
//   DEPLOYER_KEY=0x… node contracts/bin/deploy.mjs world.json
//
// world.json: {"out": "/abs/deployments.json", "validators": ["0x…"], "required": 2,
//              "chains": [{"name": "Alpha", "rpcUrl": "http://…", "refunders": ["0x…"]}], "holders": ["0x…"]}
//
// For all chains, and each chain may name its own:
//   "governance": {"timelockDelay": seconds, "multisig": "0x…" or {"owners": ["0x…"], "threshold": n}}
//   "managers", "guardians", "collectors": ["0x…"]    the multisig unless named
//   "quoteSigners", "priceSigners": ["0x…"]           nobody unless named
//   "artifactGuardians": ["0x…"]                      nobody beside the guardians unless named
//   "validatorSet": {"minDelay": seconds, "overlap": seconds}
//
// A chain may get BTC primitives once it has the rest, for instance
//   "primitives": {"btc": {"id": "0x…", "uri": "https://…", "contentHash": "0x…", "name": "Settlement BTC",
//                          "symbol": "sBTC", "vault": "0x…", "minimum": satoshi, "lifetime": seconds,
//                          "ratio": n, "unbonding": seconds}, …}
// ratio and unbonding are those of its leg in the basket, which is made of all where there are several.
// "carriedTo": {"Beta": {"name": "Staked BTC", "symbol": "stBTC"}} lets its artifact travel: locked here, minted there.
// What a manager has to say to them is said with MANAGER_KEY; without one it is written into the result.
// Without a multisig one is made: a Safe of the validators with their threshold.

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BUILD, CONTRACTS, findTool } from './tools.mjs';

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const WORD = /^0x[0-9a-fA-F]{64}$/;
const PRIMITIVE_KEY = /^[a-z][A-Za-z0-9]{0,30}$/;
const CHAIN_NAME = /^[A-Za-z][A-Za-z0-9-]{0,30}$/;
const RPC_TIMEOUT_MS = 5_000;
/** Long enough for a slow chain; a node that mines nothing must not hold up whoever waits for us. */
const SCRIPT_TIMEOUT_MS = 15 * 60 * 1_000;
/** Gas of a block that holds every transaction of a deployment. */
const ROOMY = '0x3b9aca00';
const NOBODY = `0x${'0'.repeat(40)}`;
const DAY = 24 * 60 * 60;
/** Who may be named, for all chains or for one. */
const PEOPLE = ['managers', 'guardians', 'collectors', 'quoteSigners', 'priceSigners', 'artifactGuardians'];

async function main() {
  const world = await readWorld(process.argv[2]);
  const forge = findTool('forge');
  await Promise.all(world.chains.map(reach));
  await run(forge, BUILD, 'forge build');

  await mkdir(join(CONTRACTS, 'deployments'), { recursive: true });
  const scratch = await mkdtemp(join(CONTRACTS, 'deployments', 'run-'));
  try {
    await Promise.all(world.chains.map(widen));
    const chains = await deployAll(forge, world, scratch);
    await connectAll(forge, world, scratch, chains);
    await carryAll(forge, world, scratch, chains);
    await writeResult(world, chains);
  } finally {
    await Promise.all(world.chains.map(narrow));
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Deploys to every chain at once; each script writes its addresses into the scratch folder. */
async function deployAll(forge, world, scratch) {
  const deployed = world.chains.map(async (chain, i) => {
    const out = join(scratch, `${chain.name}.json`);
    await writeFile(planOf(scratch, chain), JSON.stringify({ ...chain.plan, home: i === 0, out }));
    await script(forge, 'Deploy', chain, scratch, true);
    return [chain.name, JSON.parse(await readFile(out, 'utf8'))];
  });
  return Object.fromEntries(await all(deployed));
}

async function connectAll(forge, world, scratch, chains) {
  const names = world.chains.map((chain) => chain.name);
  await writeFile(join(scratch, 'world.json'), JSON.stringify({ names, chains }));
  await all(world.chains.map((chain) => script(forge, 'Connect', chain, scratch, true)));
  await all([
    ...world.chains.map((chain) => script(forge, 'Check', chain, scratch, false)),
    ...world.chains.filter(hasPrimitives).map((chain) => primitives(forge, chain, scratch, names, chains)),
  ]);
}

/** They come last: until then the deployer's nonces belong to the scripts before. */
async function primitives(forge, chain, scratch, names, chains) {
  const out = join(scratch, `primitives-${chain.name}.json`);
  const file = join(scratch, `world-${chain.name}.json`);
  const environment = { PRIMITIVES_OUT: out, MANAGER_KEY: managerKey() };
  await script(forge, 'DeployPrimitives', chain, scratch, true, environment);
  await take(chains, chain, out);
  await writeFile(file, JSON.stringify({ names, chains }));
  await script(forge, 'CheckPrimitives', chain, scratch, false, { ...environment, WORLD: file });
}

/** Each artifact that travels: its handlers everywhere, then the routes between them. */
async function carryAll(forge, world, scratch, chains) {
  const names = world.chains.map((chain) => chain.name);
  for (const home of world.chains.filter(hasPrimitives)) {
    for (const key of home.plan.primitiveKeys) {
      const tokens = home.plan.primitives[key].carriedTo ?? {};
      if (Object.keys(tokens).length > 0) {
        await carry(forge, { key, home: home.name, remotes: Object.keys(tokens), tokens }, world, scratch, names, chains);
      }
    }
  }
}

async function carry(forge, carrier, world, scratch, names, chains) {
  const involved = world.chains.filter((chain) => [carrier.home, ...carrier.remotes].includes(chain.name));
  const told = join(scratch, `carrier-${carrier.key}.json`);
  const known = join(scratch, `world-${carrier.key}.json`);
  await writeFile(told, JSON.stringify(carrier));
  for (const [name, broadcast] of [['DeployCarrier', true], ['ConnectCarrier', true], ['CheckCarrier', false]]) {
    await writeFile(known, JSON.stringify({ names, chains }));
    await all(involved.map(async (chain) => {
      const out = join(scratch, `${name}-${chain.name}.json`);
      const environment = { CARRIER: told, CARRIER_OUT: out, WORLD: known, MANAGER_KEY: managerKey() };
      await script(forge, name, chain, scratch, broadcast, environment);
      if (broadcast) await take(chains, chain, out);
    }));
  }
}

function managerKey() {
  return process.env.MANAGER_KEY ?? '0';
}

/** Keeps what a script wrote; what managers still have to say adds up. */
async function take(chains, chain, file) {
  const { managerTargets, managerData, ...written } = JSON.parse(await readFile(file, 'utf8'));
  const known = chains[chain.name];
  const calls = managerTargets?.map((to, i) => ({ to, data: managerData[i] }));
  const managerCalls = calls ? [...(known.managerCalls ?? []), ...calls] : known.managerCalls;
  chains[chain.name] = { ...known, ...written, managerCalls };
}

function hasPrimitives(chain) {
  return chain.plan.primitiveKeys.length > 0;
}

function script(forge, name, chain, scratch, broadcast, environment = {}) {
  // Quiet: forge needs half a minute to decode the trace of a script that failed, and its reason says enough.
  const args = ['script', '--quiet', `script/${name}.s.sol`, '--rpc-url', chain.rpcUrl];
  if (broadcast) args.push('--broadcast', '--non-interactive');
  if (broadcast && chain.minesOnDemand) args.push('--slow');
  return run(forge, args, `${name} on ${chain.name}`, {
    PLAN: planOf(scratch, chain),
    WORLD: join(scratch, 'world.json'),
    DEPLOYER_KEY: `0x${process.env.DEPLOYER_KEY.replace(/^0x/, '')}`,
    FOUNDRY_BROADCAST: join(scratch, 'broadcast'),
    ...environment,
  });
}

function planOf(scratch, chain) {
  return join(scratch, `plan-${chain.name}.json`);
}

const MODES = {
  mintBurn: 'MINT_BURN', lockUnlock: 'LOCK_UNLOCK', lockMint: 'LOCK_MINT', burnUnlock: 'BURN_UNLOCK',
};

async function writeResult(world, deployed) {
  const handlers = (chain) => Object.fromEntries(Object.entries(MODES)
    .filter(([kind]) => chain[`${kind}Handler`])
    .map(([kind, mode]) => [kind, {
      handler: chain[`${kind}Handler`], token: chain[`${kind}Token`], decimals: 8, mode,
    }]));
  const plans = Object.fromEntries(world.chains.map((chain) => [chain.name, chain.plan]));
  const chains = Object.fromEntries(Object.entries(deployed).map(([name, chain]) => [name, {
    chainId: chain.chainId,
    settlement: chain.settlement,
    verifier: chain.verifier,
    gasService: chain.gasService,
    gasPriceService: chain.gasPriceService,
    timelock: chain.timelock,
    multisig: chain.multisig,
    handlers: handlers(chain),
    ...primitivesOf(plans[name], chain),
    ...carriersOf(world, name, chain),
    managerCalls: chain.managerCalls,
  }]));
  await mkdir(dirname(world.out), { recursive: true });
  // Written beside and moved, so that a reader never sees half a file.
  await writeFile(`${world.out}.part`, `${JSON.stringify({ chains }, null, 2)}\n`);
  await rename(`${world.out}.part`, world.out);
  console.log(`Deployed to ${Object.keys(chains).join(', ')}; addresses are in ${world.out}`);
}

function primitivesOf(plan, chain) {
  if (plan.primitiveKeys.length === 0) return {};
  return {
    artifactRegistry: chain.artifactRegistry,
    basket: chain.basket,
    primitives: Object.fromEntries(plan.primitiveKeys.map((key) => [key, {
      vault: plan.primitives[key].vault,
      artifact: chain[`${key}Artifact`],
      handler: chain[`${key}Handler`],
      staking: chain[`${key}Staking`],
      wrapper: chain[`${key}Wrapper`],
      decimals: 8,
    }])),
  };
}

/** By the primitive whose artifact they carry. */
function carriersOf(world, name, chain) {
  const carried = world.chains.flatMap((home) => home.plan.primitiveKeys.filter((key) => chain[`${key}CarrierHandler`])
    .map((key) => [key, {
      handler: chain[`${key}CarrierHandler`],
      token: chain[`${key}CarrierToken`],
      decimals: 8,
      mode: MODES[home.name === name ? 'lockMint' : 'burnUnlock'],
    }]));
  return carried.length === 0 ? {} : { carriers: Object.fromEntries(carried) };
}

// ---------------------------------------------------------------------- what must be true before

async function readWorld(path) {
  if (!path) throw new Error('Say which world to deploy: deploy.mjs <world.json>');
  let text;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new Error(`There is no readable file ${path}`);
  }
  let world;
  try {
    world = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error.message}`);
  }
  const { out, validators, required, chains, holders = [] } = world;
  check(typeof out === 'string', 'out must name the file for the addresses');
  check(Array.isArray(validators) && validators.length > 0, 'validators must not be empty');
  check(Number.isInteger(required) && required >= 1 && required <= validators.length,
    `required must be between 1 and the number of validators (${validators.length})`);
  check(Array.isArray(chains) && chains.length > 0, 'chains must not be empty');
  check(new Set(chains.map((chain) => chain.name)).size === chains.length, 'two chains have the same name');
  addresses(validators, 'validators');
  addresses(holders, 'holders');
  for (const chain of chains) {
    check(CHAIN_NAME.test(chain.name), `"${chain.name}" is not a chain name`);
    check(typeof chain.rpcUrl === 'string', `${chain.name} has no rpcUrl`);
    check(Array.isArray(chain.refunders), `${chain.name} has no list of refunders`);
    addresses(chain.refunders, `refunders of ${chain.name}`);
  }
  check(/^(0x)?[0-9a-fA-F]{64}$/.test(process.env.DEPLOYER_KEY ?? ''),
    'the environment variable DEPLOYER_KEY must hold the private key that deploys (32 bytes in hex)');
  return {
    out: resolve(out),
    chains: chains.map((chain) => ({ name: chain.name, rpcUrl: chain.rpcUrl, plan: planFor(chain, world) })),
  };
}

/** What the scripts are told of one chain; script/Plan.sol reads it. */
function planFor(chain, world) {
  const validators = ascending(world.validators);
  const plan = {
    name: chain.name,
    validators,
    required: world.required,
    refunders: chain.refunders,
    holders: world.holders ?? [],
    ...governance(chain, world, validators),
    ...validatorSet(chain, world),
  };
  for (const kind of PEOPLE) {
    plan[kind] = chain[kind] ?? world[kind] ?? [];
    addresses(plan[kind], `${kind} of ${chain.name}`);
  }
  return { ...plan, ...planOfPrimitives(chain, world.chains.map((one) => one.name)) };
}

/** In the order they are named: a basket's legs keep it. */
function planOfPrimitives(chain, names) {
  const primitives = chain.primitives ?? {};
  for (const [key, primitive] of Object.entries(primitives)) {
    const what = `primitive ${key} of ${chain.name}`;
    check(PRIMITIVE_KEY.test(key), `${what} is not a name`);
    for (const text of ['name', 'symbol', 'uri']) {
      check(typeof primitive[text] === 'string' && primitive[text] !== '', `${what} has no ${text}`);
    }
    for (const word of ['id', 'contentHash', 'vault']) {
      check(WORD.test(primitive[word]), `${what}: ${word} must be 32 bytes in hex`);
    }
    for (const number of ['minimum', 'lifetime', 'ratio', 'unbonding']) {
      check(Number.isSafeInteger(primitive[number]) && primitive[number] >= 0,
        `${what}: ${number} must be a whole number`);
    }
    for (const [remote, token] of Object.entries(primitive.carriedTo ?? {})) {
      check(names.includes(remote) && remote !== chain.name, `${what} cannot be carried to "${remote}"`);
      check(token.name && token.symbol, `${what}: its token on ${remote} has no name or symbol`);
    }
  }
  const vaults = Object.values(primitives).map((primitive) => primitive.vault.toLowerCase());
  check(new Set(vaults).size === vaults.length, `two primitives of ${chain.name} have the same vault`);
  return { primitives, primitiveKeys: Object.keys(primitives) };
}

function governance(chain, world, validators) {
  const { timelockDelay = 2 * DAY, multisig = { owners: validators, threshold: world.required } }
    = { ...world.governance, ...chain.governance };
  seconds(timelockDelay, 'governance.timelockDelay');
  if (typeof multisig === 'string') {
    addresses([multisig], 'governance.multisig');
    return { timelockDelay, multisig, owners: [], threshold: 0 };
  }
  const { owners, threshold } = multisig;
  addresses(owners, 'governance.multisig.owners');
  check(Number.isInteger(threshold) && threshold >= 1 && threshold <= owners.length,
    `governance.multisig.threshold must be between 1 and the number of owners (${owners.length})`);
  return { timelockDelay, multisig: NOBODY, owners, threshold };
}

function validatorSet(chain, world) {
  const { minDelay = DAY, overlap = DAY } = { ...world.validatorSet, ...chain.validatorSet };
  seconds(minDelay, 'validatorSet.minDelay');
  seconds(overlap, 'validatorSet.overlap');
  return { minDelay, overlap };
}

/** The order the verifier wants. */
function ascending(list) {
  return [...list].sort((left, right) => (BigInt(left) < BigInt(right) ? -1 : 1));
}

function seconds(value, what) {
  check(Number.isInteger(value) && value >= 0, `${what} must be a whole number of seconds`);
}

function check(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

function addresses(list, what) {
  check(Array.isArray(list), `${what} must be a list of addresses`);
  for (const address of list) check(ADDRESS.test(address), `${what}: "${address}" is not an address`);
}

async function reach(chain) {
  try {
    if (!await ask(chain, 'eth_chainId')) throw new Error('no chain id in the answer');
  } catch (error) {
    throw new Error(`${chain.name} does not answer at ${chain.rpcUrl}: ${error.cause?.code ?? error.message}`);
  }
}

/**
 * Anvil, when a block is full, loses the transactions behind the first that does not fit; and when it mines on
 * demand it leaves that one lying. So its blocks hold everything while we deploy, and it gets one at a time when
 * it mines them at once anyway.
 */
async function widen(chain) {
  if (!(await ask(chain, 'web3_clientVersion'))?.startsWith('anvil/')) return;
  chain.minesOnDemand = await ask(chain, 'anvil_getAutomine');
  chain.gasLimit = (await ask(chain, 'eth_getBlockByNumber', 'latest', false)).gasLimit;
  await ask(chain, 'evm_setBlockGasLimit', ROOMY);
}

async function narrow(chain) {
  if (chain.gasLimit) await ask(chain, 'evm_setBlockGasLimit', chain.gasLimit);
}

async function ask(chain, method, ...params) {
  const response = await fetch(chain.rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(RPC_TIMEOUT_MS),
  });
  return (await response.json()).result;
}

// ---------------------------------------------------------------------- processes

/** Like Promise.all, but lets every one end before it fails, so that no process is left behind. */
async function all(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => result.value);
}

/** What forge says went wrong, without the trace of every call before it. */
function reasonIn(output) {
  const errors = output.split('\n').filter((line) => /^error/i.test(line));
  return errors.length > 0 ? errors.join('\n') : output.trim();
}

function run(command, args, what, environment = {}) {
  const started = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: CONTRACTS,
      env: { ...process.env, ...environment, FOUNDRY_DISABLE_NIGHTLY_WARNING: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: SCRIPT_TIMEOUT_MS,
    });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.stderr.on('data', (chunk) => { output += chunk; });
    child.on('error', (error) => fail(new Error(`${what} did not start: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (signal) return fail(new Error(`${what} was ended (${signal}) after ${SCRIPT_TIMEOUT_MS / 1_000} s at most`));
      if (code !== 0) return fail(new Error(`${what} failed (exit ${code}):\n${reasonIn(output)}`));
      console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
      return done();
    });
  });
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
