#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Consumer, stringDeserializers } from '@platformatic/kafka';
import { Schemas } from './schemas.mjs';
import { State } from './state.mjs';
import { table } from './table.mjs';

const TOPICS = ['settlement.registry', 'settlement.messages'];
const DRAW_EVERY_MS = 500;
const SAVE_EVERY_MS = 1000;

const { values: options } = parseArgs({
  options: {
    brokers: { type: 'string', default: '127.0.0.1:19092' },
    state: { type: 'string' },
    port: { type: 'string' },
    schemas: { type: 'string', default: fileURLToPath(new URL('../../../settlement-events/schemas', import.meta.url)) },
  },
});

const schemas = new Schemas(options.schemas);
const state = new State(options.state);
const seen = { facts: 0, unknown: 0, invalid: 0 };

/** What a record says; undefined when it is no fact of ours, or not a valid one. */
function factOf({ topic, partition, offset, headers, value }) {
  const type = headers.get('ce_type');
  if (value === undefined || value === null || !schemas.knows(type)) {
    seen.unknown++;
    return undefined;
  }
  let faults;
  try {
    const fact = JSON.parse(value);
    faults = schemas.faults(type, fact);
    if (faults.length === 0) {
      seen.facts++;
      return fact;
    }
  } catch (error) {
    faults = [error.message];
  }
  seen.invalid++;
  console.error(`${topic} ${partition}@${offset}: no valid ${type}: ${faults.join('; ')}`);
  return undefined;
}

/** As JSON, on this machine only. */
function serve(port) {
  return createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ routes: state.board.rows(), seen }));
  }).listen(Number(port), '127.0.0.1');
}

let drawn = '';
function draw() {
  const now = table(state.board.rows());
  if (now !== drawn) {
    drawn = now;
    console.log(process.stdout.isTTY ? `\x1b[2J\x1b[H${now}` : `${now}\n`);
  }
}

// Everybody who shows everything reads every partition: a group of its own, which commits nothing.
const consumer = new Consumer({
  clientId: 'dashboard',
  groupId: `dashboard-${randomUUID()}`,
  bootstrapBrokers: options.brokers.split(','),
  deserializers: stringDeserializers,
  autocommit: false,
});

async function follow() {
  const stream = await consumer.consume({ topics: TOPICS, mode: 'manual', fallbackMode: 'earliest', offsets: state.places() });
  for await (const record of stream) {
    state.read(record, factOf(record));
  }
}

const server = options.port === undefined ? undefined : serve(options.port);
const timers = [setInterval(() => state.save(), SAVE_EVERY_MS)];
if (server === undefined) {
  timers.push(setInterval(draw, DRAW_EVERY_MS));
}

async function stop() {
  timers.forEach(clearInterval);
  state.save();
  server?.close();
  await consumer.close(true);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

try {
  await follow();
} catch (error) {
  console.error(`Kafka at ${options.brokers}: ${error.errors?.[0]?.message ?? error.message}`);
  process.exitCode = 1;
  await stop();
}
