// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, test } from 'node:test';
import { Keystore } from 'ox';
import { privateKeyToAccount } from 'viem/accounts';

const KEY = `0x${'01'.repeat(32)}` as const;
/** Tests run in client/. */
const { walletAt } = (await import(pathToFileURL(join('cli', 'dist', 'wallet.js')).href)) as {
  walletAt(rpcUrl: string, environment: Record<string, string>): Promise<{ account: { address: string } }>;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settle-'));
  const [key, options] = Keystore.scrypt({ password: 'secret', n: 1024 });
  writeFileSync(join(folder, 'keystore'), JSON.stringify(Keystore.encrypt(KEY, key, options)));
  writeFileSync(join(folder, 'password'), 'secret\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a keystore signs with its password', async () => {
  const wallet = await walletAt('http://127.0.0.1:9', {
    SETTLE_KEYSTORE: join(folder, 'keystore'),
    SETTLE_KEYSTORE_PASSWORD_FILE: join(folder, 'password'),
  });

  assert.equal(wallet.account.address, privateKeyToAccount(KEY).address);
});

test('another password opens nothing', async () => {
  const environment = { SETTLE_KEYSTORE: join(folder, 'keystore'), SETTLE_KEYSTORE_PASSWORD: 'other' };

  await assert.rejects(walletAt('http://127.0.0.1:9', environment), /not a keystore that this password opens/);
});
