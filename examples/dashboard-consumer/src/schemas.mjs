// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The suite's schemas, by the name that a fact has in its header ce_type. */
export class Schemas {
  #ajv = new Ajv({ allowUnionTypes: true });
  #known = new Map();

  constructor(folder) {
    addFormats(this.#ajv);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      this.#known.set(schema.title, () => this.#ajv.compile(schema));
    }
  }

  /** Whether there is such a fact. */
  knows(type) {
    return this.#known.has(type);
  }

  /** What is wrong with a fact of a type; empty when nothing is. */
  faults(type, fact) {
    const check = this.#validator(type);
    return check(fact) ? [] : check.errors.map((error) => `${error.instancePath} ${error.message}`);
  }

  #validator(type) {
    let check = this.#known.get(type);
    if (check.schema === undefined) {
      check = check();
      this.#known.set(type, check);
    }
    return check;
  }
}
