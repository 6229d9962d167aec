#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { type SettlementClient, SettlementProblem, WalletError } from '@settlement-suite/client';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { BaseError } from 'viem';
import * as conformance from './conformance.js';
import { Exit, type ExitCode } from './exit.js';
import { follow, status } from './messages.js';
import { type RedriveArguments, redrive } from './redrive.js';
import { reserves } from './reserves.js';
import { type SendArguments, claim, send, topUp } from './sending.js';
import { Usage, connect } from './settings.js';
import { Terminal } from './terminal.js';

type Work = (client: SettlementClient, terminal: Terminal) => Promise<ExitCode>;

const ENVIRONMENT = `
Environment:
  SETTLE_URL                              the gateway
  SETTLE_API_KEY(_FILE)                   the API key, or a file with it
  SETTLE_KEYSTORE                         who signs
  SETTLE_KEYSTORE_PASSWORD(_FILE)         what opens it
  SETTLE_PRIVATE_KEY                      who signs, at nodes of development only

Exit codes: 0 done, 1 refused, 2 not understood, 3 done and bad, 4 nobody answered`;

const program = new Command('settle')
  .description("The settlement suite's API on the command line.")
  .option('--json', 'answer with JSON, one value a line where they come one by one')
  .addHelpText('after', ENVIRONMENT)
  .configureHelp({ showGlobalOptions: true })
  .exitOverride();

const number = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
};

program
  .command('status')
  .description('where a message stands; those found by a hash, address, handler or route; or all, counted')
  .argument('[what]', 'a txid, or anything that is known of messages')
  .action((what: string | undefined) => work((client, terminal) => status(client, terminal, what)));

program
  .command('send')
  .description('send tokens: quote, approval, message, signed here')
  .requiredOption('--from <handler>', 'Chain:0x… of the handler that takes them')
  .requiredOption('--to <handler>', 'Chain:0x… of the handler that gives them')
  .requiredOption('--amount <units>', "in the token's smallest unit")
  .requiredOption('--rpc-url <url>', 'a node of the source chain')
  .option('--receiver <address>', 'who gets them, the sender unless said')
  .option('--max-fee <wei>', 'the most that may be paid for gas')
  .option('--follow', 'and follow it')
  .action((given: SendArguments) => work((client, terminal) => send(client, terminal, given)));

program
  .command('follow')
  .description('each thing that happens to a message, as it happens')
  .argument('<txid>')
  .option('--after <id>', 'events after this one only', number)
  .option('--poll', 'ask every two seconds instead of listening')
  .action((txid: string, given: { after?: number; poll?: boolean }) =>
    work((client, terminal) => follow(client, terminal, txid, given)),
  );

program
  .command('top-up')
  .description('pay what a waiting message lacks; without --rpc-url say how')
  .argument('<txid>')
  .option('--rpc-url <url>', 'a node of the chain it is paid on')
  .action((txid: string, given: { rpcUrl?: string }) =>
    work((client, terminal) => topUp(client, terminal, txid, given.rpcUrl)),
  );

program
  .command('claim')
  .description('take home rests that are not paid out by themselves; anybody may, their payers get them')
  .argument('<txid>')
  .requiredOption('--rpc-url <url>', 'a node of the chain where they are')
  .action((txid: string, given: { rpcUrl: string }) =>
    work((client, terminal) => claim(client, terminal, txid, given.rpcUrl)),
  );

program
  .command('redrive')
  .description('operators: try parked or refused messages; with --because start them over')
  .argument('[txid]', 'one message; or a query')
  .option('--stage <stage>', 'PARKED or REFUSED')
  .option('--reason <reason>', 'why they wait, for instance HANDLER_REVERTED')
  .option('--chain <chain>', 'where they wait')
  .option('--route <route>', 'Chain:0x…>Chain:0x…')
  .option('--older-than <duration>', 'how long they wait at least, as PT1H')
  .option('--limit <count>', 'most of them, 100 at most', number)
  .option('--because <reason>', 'start them over, and why; for the audit')
  .action((txid: string | undefined, given: RedriveArguments) =>
    work((client, terminal) => redrive(client, terminal, txid, given)),
  );

program
  .command('reserves')
  .description('what there is of artifacts, what there should be, and what was signed last')
  .argument('[artifact]')
  .action((artifact: string | undefined) => work((client, terminal) => reserves(client, terminal, artifact)));

const fitness = program.command('conformance').description('whether a chain or a handler is fit');
fitness
  .command('run')
  .description('ask for a run')
  .argument('<subject>', 'a chain, or a handler as Chain:0x…')
  .option('--area <areas...>', 'of a chain these areas only, for instance EVM RPC')
  .option('--peer <handler>', 'of a handler whose messages it takes: Chain:0x…')
  .option('--gas <units>', 'of a handler what an ordinary delivery may use', number)
  .option('--wait', 'tell each finding and end with the verdict')
  .action((subject: string, given: conformance.RunArguments) =>
    work((client, terminal) => conformance.run(client, terminal, subject, given)),
  );
fitness
  .command('report')
  .description('what the latest complete run found, or another version')
  .argument('<subject>')
  .argument('[version]')
  .action((subject: string, version: string | undefined) =>
    work((client, terminal) => conformance.report(client, terminal, subject, version)),
  );

async function work(task: Work): Promise<void> {
  const terminal = new Terminal(program.opts<{ json?: boolean }>().json === true);
  try {
    process.exitCode = await task(connect(), terminal);
  } catch (error) {
    const [code, said] = judge(error);
    const problem = error instanceof SettlementProblem ? error.body : { code: 'error', detail: said };
    process.stderr.write(terminal.json ? `${JSON.stringify(problem)}\n` : `settle: ${said}\n`);
    process.exitCode = code;
  }
}

function judge(error: unknown): [ExitCode, string] {
  if (error instanceof Usage) return [Exit.USAGE, error.message];
  if (error instanceof SettlementProblem) {
    return [Exit.REFUSED, error.requestId ? `${error.message} (request ${error.requestId})` : error.message];
  }
  if (error instanceof WalletError) return [Exit.REFUSED, error.message];
  if (error instanceof BaseError) {
    return [error.walk((one) => (one as Error).name === 'HttpRequestError') ? Exit.UNREACHABLE : Exit.REFUSED, error.shortMessage];
  }
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return [Exit.UNREACHABLE, `${error instanceof Error ? error.message : String(error)}${cause}`];
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? Exit.DONE : Exit.USAGE;
}
