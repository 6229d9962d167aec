// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { type SettlementClient, createSettlementClient } from '@settlement-suite/client';

/** The command was not understood, or something it needs is not said. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** The client of the environment: SETTLE_URL, and SETTLE_API_KEY or SETTLE_API_KEY_FILE. A key is never an argument. */
export function connect(environment: NodeJS.ProcessEnv = process.env): SettlementClient {
  const baseUrl = environment['SETTLE_URL'];
  if (!baseUrl) throw new Usage('SETTLE_URL names the gateway, for instance https://settlement.example');
  return createSettlementClient({ baseUrl, apiKey: secret(environment, 'SETTLE_API_KEY', 'the API key') });
}

/** A secret in a variable, or in the file that a variable names. */
export function secret(environment: NodeJS.ProcessEnv, name: string, what: string): string {
  const file = environment[`${name}_FILE`];
  const value = file ? read(file) : environment[name];
  if (!value) throw new Usage(`${name} or ${name}_FILE says ${what}`);
  return value.trim();
}

export function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Usage(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
