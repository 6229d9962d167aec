// Deploys whole worlds to nodes of its own: what the check at the end lets through, and what it does not.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CONTRACTS, findTool } from './tools.mjs';

/** Anvil's first account; the others are its second to sixth. */
const DEPLOYER_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
const DEPLOYER = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const VALIDATORS = [
  '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC',
  '0x90F79bf6EB2c4f870365E785982E1f101E93b906',
];
const REFUNDER = '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65';
const HOLDER = '0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc';
const HOLDER_KEY = '0x8b3a350cf5c34c9194ca85829a2df0ec3153be0318b5e2d3348e872092edffba';

const primitive = (name, symbol, digit) => ({
  id: `0x${digit.repeat(64)}`, uri: `https://example.org/${symbol}.json`, contentHash: `0x${'c'.repeat(64)}`,
  name, symbol, vault: `0x${digit.repeat(64)}`, minimum: 10_000, lifetime: 86_400, ratio: Number(digit), unbonding: 60,
});
const PRIMITIVES = {
  btc: primitive('Settlement BTC', 'sBTC', '4'), lockedBtc: primitive('Time-locked BTC', 'tlBTC', '6'),
};
const travelling = ({ btc, ...others }) => ({
  btc: { ...btc, carriedTo: { Beta: { name: 'Staked BTC', symbol: 'stBTC' } } }, ...others,
});

const nodes = [];
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deployment-'));
  nodes.push(await startNode(31337), await startNode(31338));
});

after(async () => {
  nodes.forEach((node) => node.process.kill());
  await rm(folder, { recursive: true, force: true });
});

test('a world that names no governance gets a Safe of its validators, a timelock and all four modes', async () => {
  const { code, output, deployed } = await deploy({});
  assert.equal(code, 0, output);
  const { Alpha, Beta } = deployed.chains;
  assert.deepEqual(Object.keys(Alpha.handlers), ['mintBurn', 'lockUnlock', 'lockMint']);
  assert.deepEqual(Object.keys(Beta.handlers), ['mintBurn', 'lockUnlock', 'burnUnlock']);
  for (const chain of [Alpha, Beta]) {
    for (const what of ['settlement', 'verifier', 'gasService', 'gasPriceService', 'timelock', 'multisig']) {
      assert.match(chain[what], /^0x[0-9a-fA-F]{40}$/, what);
    }
  }
});

test('a chain gets primitives whose roles are those of the rest, and a manager admits them', async () => {
  const world = {
    managers: [HOLDER], guardians: [REFUNDER], artifactGuardians: [HOLDER, REFUNDER.toLowerCase(), HOLDER],
    chains: [
      { name: 'Alpha', rpcUrl: nodes[0].url, refunders: [REFUNDER], primitives: travelling(PRIMITIVES) },
      { name: 'Beta', rpcUrl: nodes[1].url, refunders: [REFUNDER] },
    ],
  };
  const { code, output, deployed } = await deploy(world, ['Alpha', 'Beta'], HOLDER_KEY);
  assert.equal(code, 0, output);
  const { primitives, basket, artifactRegistry, managerCalls, carriers } = deployed.chains.Alpha;
  assert.deepEqual(Object.keys(primitives), ['btc', 'lockedBtc']);
  assert.equal(primitives.btc.vault, PRIMITIVES.btc.vault);
  const { artifact, handler, staking, wrapper } = primitives.lockedBtc;
  for (const address of [artifact, handler, staking, wrapper, basket, artifactRegistry]) {
    assert.match(address, /^0x[0-9a-fA-F]{40}$/);
  }
  assert.equal(managerCalls, undefined);
  assert.deepEqual(Object.keys(carriers), ['btc']);
  assert.equal(carriers.btc.token, primitives.btc.artifact);
  assert.equal(carriers.btc.mode, 'LOCK_MINT');
  assert.equal(deployed.chains.Beta.carriers.btc.mode, 'BURN_UNLOCK');
  assert.notEqual(deployed.chains.Beta.carriers.btc.token, carriers.btc.token);
});

test('without a manager\'s key the result says what the multisig has to call', async () => {
  const { code, output, deployed } = await deploy({
    chains: [{ name: 'Alpha', rpcUrl: nodes[0].url, refunders: [REFUNDER], primitives: { btc: PRIMITIVES.btc } }],
  });
  assert.equal(code, 0, output);
  const { settlement, primitives: { btc }, managerCalls, artifactRegistry } = deployed.chains.Alpha;
  assert.deepEqual(managerCalls.map((call) => call.to), [btc.artifact, btc.artifact, settlement, artifactRegistry]);
  assert.ok(managerCalls.every((call) => /^0x[0-9a-f]+$/.test(call.data)));
});

test('a world may name its multisig and everyone else', async () => {
  const { code, output, deployed } = await deploy({
    governance: { multisig: HOLDER, timelockDelay: 60 },
    managers: [REFUNDER], guardians: VALIDATORS, quoteSigners: [REFUNDER], priceSigners: [REFUNDER],
    validatorSet: { minDelay: 10, overlap: 20 },
  });
  assert.equal(code, 0, output);
  assert.equal(deployed.chains.Alpha.multisig, HOLDER);
});

test('the deployer keeps nothing, whatever the world says', async () => {
  const attempts = {
    'multisig: it is the deployer': { governance: { multisig: DEPLOYER } },
    'multisig: the deployer is an owner': {
      governance: { multisig: { owners: [DEPLOYER, ...VALIDATORS], threshold: 2 } },
    },
    'gas service: the deployer signs quotes': { quoteSigners: [DEPLOYER] },
    'prices: the deployer signs prices': { priceSigners: [DEPLOYER] },
    'settlement: manager was not given': { managers: [DEPLOYER] },
    'settlement: the deployer still has a role': { guardians: [DEPLOYER] },
    'gas service: the deployer still has a role': { collectors: [DEPLOYER] },
  };
  for (const [sentence, attempt] of Object.entries(attempts)) {
    const { code, output } = await deploy(attempt, ['Alpha']);
    assert.equal(code, 1, sentence);
    assert.ok(output.includes(sentence), `${sentence}, but it said: ${output}`);
  }
});

test('a world that cannot be is refused before anything is deployed', async () => {
  const attempts = {
    'required must be between 1 and the number of validators (3)': { required: 4 },
    'governance.multisig.threshold must be between 1 and the number of owners (3)': {
      governance: { multisig: { owners: VALIDATORS, threshold: 4 } },
    },
    'governance.timelockDelay must be a whole number of seconds': { governance: { timelockDelay: -1 } },
    'managers of Alpha: "me" is not an address': { managers: ['me'] },
    'primitive btc of Alpha: vault must be 32 bytes in hex': {
      chains: [{ name: 'Alpha', rpcUrl: 'http://127.0.0.1:1', refunders: [],
        primitives: { btc: { ...PRIMITIVES.btc, vault: '0x1' } } }],
    },
  };
  for (const [sentence, attempt] of Object.entries(attempts)) {
    const { code, output } = await deploy(attempt);
    assert.equal(code, 1, sentence);
    assert.equal(output.trim(), sentence);
  }
});

async function deploy(changes, names = ['Alpha', 'Beta'], managerKey = undefined) {
  const out = join(folder, 'deployments.json');
  const world = join(folder, 'world.json');
  await writeFile(world, JSON.stringify({
    out,
    validators: VALIDATORS,
    required: 2,
    holders: [HOLDER],
    chains: names.map((name, i) => ({ name, rpcUrl: nodes[i].url, refunders: [REFUNDER] })),
    ...changes,
  }));
  const child = spawn(process.execPath, [join(CONTRACTS, 'bin', 'deploy.mjs'), world], {
    env: { ...process.env, DEPLOYER_KEY, ...(managerKey && { MANAGER_KEY: managerKey }) },
  });
  let output = '';
  child.stdout.on('data', (chunk) => { output += chunk; });
  child.stderr.on('data', (chunk) => { output += chunk; });
  const code = await new Promise((done) => { child.on('close', done); });
  return { code, output, deployed: code === 0 ? JSON.parse(await readFile(out, 'utf8')) : undefined };
}

function startNode(chainId) {
  const node = spawn(findTool('anvil'), ['--port', '0', '--chain-id', `${chainId}`]);
  return new Promise((done, fail) => {
    node.on('error', fail);
    node.on('exit', (code) => fail(new Error(`anvil ended with ${code}`)));
    let said = '';
    node.stdout.on('data', (chunk) => {
      said += chunk;
      const [, port] = /Listening on 127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      if (port) done({ process: node, url: `http://127.0.0.1:${port}` });
    });
  });
}
