// SPDX-License-Identifier: Apache-2.0
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Board } from './board.mjs';

/** What was read so far: counts, and up to where. They are one file, so that a restart counts nothing twice. */
export class State {
  board = new Board();
  offsets = new Map(); // "topic:partition" → the next offset to read
  #file;
  #changed = false;

  constructor(file) {
    this.#file = file;
    if (file !== undefined) {
      this.#load();
    }
  }

  #load() {
    let text;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch (error) {
      if (error.code === 'ENOENT') {
        return;
      }
      throw error;
    }
    const { offsets, board } = JSON.parse(text);
    this.offsets = new Map(offsets.map(([place, offset]) => [place, BigInt(offset)]));
    this.board = Board.from(board);
  }

  /** A record was read; its fact, if it is one that counts. */
  read({ topic, partition, offset }, fact) {
    this.offsets.set(`${topic}:${partition}`, offset + 1n);
    if (fact !== undefined) {
      this.board.apply(fact);
    }
    this.#changed = true;
  }

  /** Where to go on, as the Kafka client wants it. */
  places() {
    return [...this.offsets].map(([place, offset]) => {
      const colon = place.lastIndexOf(':');
      return { topic: place.slice(0, colon), partition: Number(place.slice(colon + 1)), offset };
    });
  }

  /** Writes it, if anything changed, so that the file is always whole. */
  save() {
    if (this.#file === undefined || !this.#changed) {
      return;
    }
    const offsets = [...this.offsets].map(([place, offset]) => [place, offset.toString()]);
    writeFileSync(`${this.#file}.new`, JSON.stringify({ offsets, board: this.board }), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
    this.#changed = false;
  }
}
