// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import specs from '@asyncapi/specs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const document = read('../../../docs/asyncapi.json');

function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(specs.schemasWithoutId['3.0.0']);
}

test('the document is AsyncAPI 3.0 by its own schema', () => {
  const valid = validator();
  valid(document);
  assert.deepEqual(valid.errors, null);
});

test('a document that is none is found', () => {
  const valid = validator();
  const broken = structuredClone(document);
  broken.channels.messages.address = 7;
  assert.equal(valid(broken), false);
});
