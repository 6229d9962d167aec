// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { Board } from '../src/board.mjs';
import { Schemas } from '../src/schemas.mjs';
import { State } from '../src/state.mjs';
import { table } from '../src/table.mjs';

const EVENTS = fileURLToPath(new URL('../../../settlement-events', import.meta.url));
const golden = (type) => JSON.parse(readFileSync(join(EVENTS, 'src/test/resources/golden', `${type}.json`), 'utf8'));
const ROUTE = golden('RouteState').route;

function board(...types) {
  const all = new Board();
  types.forEach((type) => all.apply(golden(type)));
  return all;
}

test('every golden fact is valid by its schema', () => {
  const schemas = new Schemas(join(EVENTS, 'schemas'));
  const files = readdirSync(join(EVENTS, 'src/test/resources/golden'));
  assert.ok(files.length > 60);
  for (const type of files.map((file) => file.replace('.json', ''))) {
    assert.ok(schemas.knows(type), type);
    assert.deepEqual(schemas.faults(type, golden(type)), [], type);
  }
});

test('a fact with a wrong amount is not valid', () => {
  const schemas = new Schemas(join(EVENTS, 'schemas'));
  assert.equal(schemas.faults('GasPrepaid', { ...golden('GasPrepaid'), amount: 7 }).length, 1);
});

test('a message goes its way and is counted once when it has ended', () => {
  const stages = (...types) => board(...types).rows()[0].stages;
  assert.deepEqual(stages('MessageObserved'), { OBSERVED: 1 });
  assert.deepEqual(stages('MessageObserved', 'MessageFinal', 'MessageAdmitted'), { ADMITTED: 1 });
  assert.deepEqual(stages('MessageObserved', 'MessageFinal', 'MessageHeld'), { HELD: 1 });
  assert.deepEqual(stages('MessageObserved', 'MessageFinal', 'MessageHeld', 'MessageReleased'), { FINAL: 1 });
  assert.deepEqual(stages('MessageObserved', 'MessageDelivered', 'MessageAdmitted'), { DELIVERED: 1 });

  const ended = board('RouteState', 'MessageObserved', 'MessageSettled', 'MessageSettled', 'MessageObserved');
  assert.deepEqual(ended.rows(), [{ route: ROUTE, status: 'ACTIVE', settled: 1, failed: 0, refused: 0, stages: {} }]);
});

test('a message whose block was replaced stands nowhere until it comes back', () => {
  assert.deepEqual(board('MessageObserved', 'MessageOrphaned').rows(), []);
  assert.deepEqual(board('MessageObserved', 'MessageOrphaned', 'MessageObserved').rows()[0].stages, { OBSERVED: 1 });
});

test('counts and offsets come back from their file together', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dashboard-')), 'state.json');
  const first = new State(file);
  first.read({ topic: 'settlement.messages', partition: 3, offset: 41n }, golden('MessageObserved'));
  first.read({ topic: 'settlement.messages', partition: 3, offset: 42n }, undefined);
  first.save();

  const second = new State(file);
  assert.deepEqual(second.places(), [{ topic: 'settlement.messages', partition: 3, offset: 43n }]);
  assert.deepEqual(second.board.rows(), first.board.rows());
});

test('the table has a column for each stage that a message stands at', () => {
  const lines = table(board('RouteState', 'MessageObserved').rows()).split('\n');
  assert.match(lines[0], /^route +status +OBSERVED +settled +failed +refused$/);
  assert.match(lines[1], /^Alpha:0x1111…1111>Beta:0x2222…2222 +ACTIVE +1 +0 +0 +0$/);
});
