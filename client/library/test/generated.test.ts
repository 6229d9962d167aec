// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

/** Tests run in client/. */
test('what is generated is what docs/openapi.json says', () => {
  const { status, stderr } = spawnSync(process.execPath, [join('bin', 'generate.mjs'), '--check'], { encoding: 'utf8' });

  assert.equal(status, 0, stderr);
});
