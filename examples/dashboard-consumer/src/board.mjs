// SPDX-License-Identifier: Apache-2.0

/** How far each stage is: a fact that arrives late takes no message back. */
const RANK = { OBSERVED: 1, FINAL: 2, ADMITTED: 3, DELIVERING: 4, DELIVERED: 5, EXPIRED: 5, CALLING_BACK: 6, SETTLED: 7, REFUSED: 7 };
const END = 7;

/** Ended messages that are remembered, so that a fact that is told again does not begin them anew. */
const REMEMBERED = 100_000;

/** Which stage a fact brings its message to; undefined when it says something else. */
function stageOf(fact) {
  switch (fact.type) {
    case 'MessageObserved': return 'OBSERVED';
    case 'MessageFinal': return 'FINAL';
    case 'MessageAdmitted': return 'ADMITTED';
    case 'MessageDelivered': return 'DELIVERED';
    case 'MessageExpired': return 'EXPIRED';
    case 'MessageSettled': return 'SETTLED';
    case 'MessageRefused': return 'REFUSED';
    case 'TransactionSent': return { DELIVER: 'DELIVERING', CALL_BACK: 'CALLING_BACK' }[fact.purpose];
    default: return undefined;
  }
}

/** How many messages stand where on each route. What it holds grows with messages on their way, not with all there were. */
export class Board {
  #routes = new Map(); // route → { status, settled, failed, refused }
  #open = new Map(); // txid → { route, stage, held, parked }
  #ended = new Set(); // the last REMEMBERED txids that ended

  /** Takes note of a fact. Seeing it again changes nothing. */
  apply(fact) {
    if (fact.type === 'RouteState') {
      this.#route(fact.route).status = fact.status;
    } else if (fact.txid !== undefined && !this.#ended.has(fact.txid)) {
      this.#message(fact);
    }
  }

  #message(fact) {
    let message = this.#open.get(fact.txid);
    if (message === undefined) {
      if (fact.message === undefined) {
        return; // it began before the topic's oldest fact
      }
      message = { route: `${fact.message.from}>${fact.message.to}`, stage: 'OBSERVED', held: false, parked: false };
      this.#open.set(fact.txid, message);
    }
    if (fact.type === 'MessageOrphaned') {
      this.#open.delete(fact.txid); // its block was replaced; observed again, it begins anew
    } else if (fact.type === 'MessageHeld' || fact.type === 'MessageReleased') {
      message.held = fact.type === 'MessageHeld';
    } else if (fact.type === 'MessageParked') {
      message.parked = true;
    } else {
      this.#advance(fact, message, stageOf(fact));
    }
  }

  #advance(fact, message, stage) {
    if (stage === undefined || RANK[stage] <= RANK[message.stage]) {
      return;
    }
    message.stage = stage;
    message.parked = false;
    if (RANK[stage] >= RANK.DELIVERING) {
      message.held = false;
    }
    if (RANK[stage] === END) {
      this.#end(fact, message);
    }
  }

  #end(fact, message) {
    const route = this.#route(message.route);
    if (message.stage === 'REFUSED') {
      route.refused++;
    } else if (fact.outcome === 'SUCCESS') {
      route.settled++;
    } else {
      route.failed++;
    }
    this.#open.delete(fact.txid);
    this.#ended.add(fact.txid);
    if (this.#ended.size > REMEMBERED) {
      this.#ended.delete(this.#ended.values().next().value);
    }
  }

  #route(name) {
    let route = this.#routes.get(name);
    if (route === undefined) {
      route = { status: 'UNKNOWN', settled: 0, failed: 0, refused: 0 };
      this.#routes.set(name, route);
    }
    return route;
  }

  /** One row for each route, by name: its state, what is on its way by stage, what has ended. */
  rows() {
    const rows = new Map([...this.#routes].map(([name, route]) => [name, { route: name, ...route, stages: {} }]));
    for (const { route, stage, held, parked } of this.#open.values()) {
      if (!rows.has(route)) {
        rows.set(route, { route, status: 'UNKNOWN', settled: 0, failed: 0, refused: 0, stages: {} });
      }
      const shown = parked ? 'PARKED' : held ? 'HELD' : stage;
      const { stages } = rows.get(route);
      stages[shown] = (stages[shown] ?? 0) + 1;
    }
    return [...rows.values()].sort((one, other) => (one.route < other.route ? -1 : 1));
  }

  /** For a file. */
  toJSON() {
    return { routes: [...this.#routes], open: [...this.#open], ended: [...this.#ended] };
  }

  /** From what a file holds. */
  static from({ routes, open, ended }) {
    const board = new Board();
    board.#routes = new Map(routes);
    board.#open = new Map(open);
    board.#ended = new Set(ended);
    return board;
  }
}
