// SPDX-License-Identifier: Apache-2.0
import type { Wallet } from '@settlement-suite/client';
import { Keystore } from 'ox';
import { type Hex, createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { Usage, read, secret } from './settings.js';

const DEVELOPMENT = /anvil|hardhat/i;

/**
 * The wallet of the environment: SETTLE_KEYSTORE and SETTLE_KEYSTORE_PASSWORD(_FILE). A naked SETTLE_PRIVATE_KEY is
 * taken only where the node is one for development: its keys are worth nothing.
 */
export async function walletAt(rpcUrl: string, environment: NodeJS.ProcessEnv = process.env): Promise<Wallet> {
  const stored = environment['SETTLE_KEYSTORE'];
  const naked = environment['SETTLE_PRIVATE_KEY'];
  if (!stored && !naked) {
    throw new Usage('SETTLE_KEYSTORE names the keystore that signs, SETTLE_KEYSTORE_PASSWORD_FILE its password');
  }
  const key = stored ? open(stored, environment) : (naked as Hex);
  const wallet = createWalletClient({ account: account(key), transport: http(rpcUrl), pollingInterval: 500 });
  if (!stored) {
    const version = await wallet.request({ method: 'web3_clientVersion' } as never);
    if (!DEVELOPMENT.test(String(version))) {
      throw new Usage('SETTLE_PRIVATE_KEY is for nodes of development; elsewhere SETTLE_KEYSTORE names a keystore');
    }
  }
  return wallet;
}

function account(key: Hex) {
  try {
    return privateKeyToAccount(key);
  } catch {
    throw new Usage('the private key is not 0x and 64 hexadecimal digits');
  }
}

function open(file: string, environment: NodeJS.ProcessEnv): Hex {
  const password = secret(environment, 'SETTLE_KEYSTORE_PASSWORD', 'what opens the keystore');
  const text = read(file);
  try {
    const keystore = JSON.parse(text) as Keystore.Keystore;
    return Keystore.decrypt(keystore, Keystore.toKey(keystore, { password }), { as: 'Hex' });
  } catch {
    throw new Usage(`${file} is not a keystore that this password opens`);
  }
}
