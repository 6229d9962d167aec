// SPDX-License-Identifier: Apache-2.0
import type { SettlementClient, WaitingQuery } from '@settlement-suite/client';
import { Exit, type ExitCode } from './exit.js';
import { Usage } from './settings.js';
import { type Terminal, table } from './terminal.js';

const MOST = 100;

export interface RedriveArguments {
  stage?: string;
  reason?: string;
  chain?: string;
  route?: string;
  olderThan?: string;
  limit?: number;
  because?: string;
}

type Trial = Readonly<Record<string, string>>;

/** What a node would say to a redrive; and with a reason the redrive itself, of what was tried just before. */
export async function redrive(
  client: SettlementClient,
  terminal: Terminal,
  txid: string | undefined,
  given: RedriveArguments,
): Promise<ExitCode> {
  const query = asked(txid, given);
  const trials = await tryOut(client, txid === undefined ? await find(client, query) : [txid]);
  const { because } = given;
  if (because === undefined) {
    terminal.answer({ simulated: trials }, () => [
      ...table(trials.map((one) => [one.txid, told(one.trial)])),
      `${trials.length} tried, nothing changed; --because "…" redrives`,
    ]);
    return Exit.DONE;
  }
  const { data: answer } =
    txid === undefined
      ? await client.api.POST('/v1/redrives', { body: { ...body(query), because } as never })
      : await client.api.POST('/v1/messages/{txid}/redrive', { params: { path: { txid } }, body: { because } });
  const { approval, messages } = answer!;
  terminal.answer({ simulated: trials, ...answer }, () => [
    ...table(messages.map((one) => [one.txid, terminal.standing(one.outcome), told(one.trial)])),
    approval ? `another operator has to approve request ${approval}` : `${messages.length} messages`,
  ]);
  return messages.some(({ outcome }) => outcome === 'WOULD_FAIL') ? Exit.BAD : Exit.DONE;
}

async function tryOut(client: SettlementClient, txids: string[]): Promise<{ txid: string; trial: Trial }[]> {
  const trials = [];
  for (const txid of txids) {
    const { data } = await client.api.GET('/v1/messages/{txid}/trial', { params: { path: { txid } } });
    trials.push({ txid, trial: data!.trial as Trial });
  }
  return trials;
}

function asked(txid: string | undefined, given: RedriveArguments): WaitingQuery {
  const { stage, reason, chain, route, olderThan, limit } = given;
  const narrowed = { stage, reason, chain, route, 'older-than': olderThan, limit };
  const said = Object.entries(narrowed).filter(([, value]) => value !== undefined);
  if (txid === undefined && stage === undefined) throw new Usage('either a txid, or --stage and what else narrows it');
  if (txid !== undefined && said.length > 0) throw new Usage('either a txid or a query');
  return { limit: MOST, ...Object.fromEntries(said) } as WaitingQuery;
}

async function find(client: SettlementClient, query: WaitingQuery): Promise<string[]> {
  const { data } = await client.api.GET('/v1/waiting', { params: { query } });
  return data!.items.map(({ txid }) => txid);
}

function body(query: WaitingQuery): Record<string, unknown> {
  const { 'older-than': olderThan, ...rest } = query as Record<string, unknown>;
  return olderThan === undefined ? rest : { ...rest, olderThan };
}

function told(trial: Trial): string {
  const said = Object.entries(trial).map(([purpose, words]) => `${purpose} ${words}`);
  return said.length === 0 ? 'nothing of it is parked' : said.join('; ');
}
