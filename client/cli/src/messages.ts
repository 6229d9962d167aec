// SPDX-License-Identifier: Apache-2.0
import type { Message, MessageEvent, SettlementClient } from '@settlement-suite/client';
import { Exit, type ExitCode } from './exit.js';
import { Usage } from './settings.js';
import { type Terminal, table } from './terminal.js';

const TXID = /^0x[0-9a-fA-F]{64}$/;
const MOST_FOUND = 20;
const UNHAPPY = ['REFUSED', 'EXPIRED', 'ORPHANED'];

/** Of one message; of those that something is known of; or of all, counted. */
export async function status(client: SettlementClient, terminal: Terminal, what: string | undefined): Promise<ExitCode> {
  if (what === undefined) return overview(client, terminal);
  const found = await find(client, what);
  // A txid that nobody saw is told as such, by the operation that says so.
  const one = found.length === 0 && TXID.test(what) ? what : found.length === 1 ? found[0]!.txid : undefined;
  if (one !== undefined) return single(client, terminal, one);
  terminal.answer(found, () =>
    found.length === 0 ? `nothing is found by ${what}` : table(found.map((message) => row(terminal, message))),
  );
  return Exit.DONE;
}

async function find(client: SettlementClient, what: string): Promise<Message[]> {
  const found: Message[] = [];
  for await (const message of client.messages({ q: what, limit: MOST_FOUND })) {
    if (found.push(message) === MOST_FOUND) break;
  }
  return found;
}

async function overview(client: SettlementClient, terminal: Terminal): Promise<ExitCode> {
  const { data: me } = await client.api.GET('/v1/me');
  const { data: summary } = await client.api.GET('/v1/messages/summary');
  terminal.answer({ me, summary }, () => [
    `${me!.name} (${me!.scopes.join(', ')})`,
    `messages since ${summary!.since}${summary!.complete ? '' : ', the latest only'}:`,
    ...table(
      summary!.items.map(({ route, stage, messages }) => [
        terminal.standing(stage),
        String(messages),
        route ? `${route.from} > ${route.to}` : 'route not known yet',
      ]),
    ),
  ]);
  return Exit.DONE;
}

async function single(client: SettlementClient, terminal: Terminal, txid: string): Promise<ExitCode> {
  const message = await client.message(txid);
  terminal.answer(message, () => [
    ...table([
      ['message', message.txid],
      ['stands', `${terminal.standing(message.stage)} ${terminal.standing(message.outcome)}${message.ended ? ', ended' : ''}`],
      ...(message.route ? [['route', `${message.route.from} > ${message.route.to}`]] : []),
      ...(message.sender ? [['sender', message.sender]] : []),
      ...(message.transfer ? [['moves', `${message.transfer.amount} for ${message.transfer.receiver}`]] : []),
      ['gas, wei', gas(message)],
    ]),
    '',
    ...(message.timeline ?? []).map((event) => line(terminal, event)),
  ]);
  return judged(message);
}

/** Each thing as it happens, until nothing more is going to happen. */
export async function follow(
  client: SettlementClient,
  terminal: Terminal,
  txid: string,
  options: { after?: number; poll?: boolean },
): Promise<ExitCode> {
  if (!TXID.test(txid)) throw new Usage(`${txid} is not a txid: 0x and 64 hexadecimal digits`);
  for await (const event of client.follow(txid, options)) terminal.next(event, () => line(terminal, event));
  const message = await client.message(txid);
  terminal.aside(`${message.stage} ${message.outcome ?? ''}; gas in wei: ${gas(message)}`);
  return judged(message);
}

const judged = (message: Message): ExitCode =>
  message.outcome === 'FAILED' || UNHAPPY.includes(message.stage) ? Exit.BAD : Exit.DONE;

function gas({ gas: { required, prepaid, spent, margin, refunded } }: Message): string {
  const told = Object.entries({ required, prepaid, spent, margin, refunded });
  return told.flatMap(([name, wei]) => (wei ? [`${name} ${wei}`] : [])).join(', ');
}

function row(terminal: Terminal, message: Message): string[] {
  const route = message.route ? `${message.route.from} > ${message.route.to}` : '';
  return [message.sentAt, message.txid, terminal.standing(message.stage), terminal.standing(message.outcome), route];
}

function line(terminal: Terminal, event: MessageEvent): string {
  const where = [event.chain, event.txHash].filter(Boolean).join(' ');
  const said = ['purpose', 'reason', 'outcome', 'amount'].flatMap((name) => event.detail[name] ?? []).join(' ');
  const at = event.at.slice(0, 23).padEnd(23);
  return [at, event.type.padEnd(18), said.padEnd(20), terminal.paint('dim', where)].join('  ').trimEnd();
}
