// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from 'node:timers/promises';
import type { SettlementClient } from '@settlement-suite/client';
import { Exit, type ExitCode } from './exit.js';
import { type Terminal, table } from './terminal.js';

const POLL = 2_000;

export interface RunArguments {
  area?: string[];
  peer?: string;
  gas?: number;
  wait?: boolean;
}

/** Chains and handlers are measured under paths of their own that answer alike. */
const isHandler = (subject: string) => subject.includes(':');

/** Asks for a run of a chain or a handler, and waits for it where that is wanted. */
export async function run(
  client: SettlementClient,
  terminal: Terminal,
  subject: string,
  given: RunArguments,
): Promise<ExitCode> {
  const asked = await ask(client, subject, given);
  if (given.wait) return wait(client, terminal, subject, asked.id);
  terminal.answer(asked, () => `run ${asked.id} of ${subject}: ${terminal.standing(asked.state)}`);
  return Exit.DONE;
}

async function ask(client: SettlementClient, subject: string, { area, peer, gas }: RunArguments) {
  const params = { path: { subject } };
  const trial = { ...(peer === undefined ? {} : { peer }), ...(gas === undefined ? {} : { gas }) };
  const { data } = isHandler(subject)
    ? await client.api.POST('/v1/handlers/{subject}/conformance/runs', { params, body: { trial } })
    : await client.api.POST('/v1/chains/{subject}/conformance/runs', { params, body: area === undefined ? {} : { areas: area } });
  return data!;
}

async function look(client: SettlementClient, subject: string, run: string) {
  const params = { path: { subject, run } };
  const { data } = isHandler(subject)
    ? await client.api.GET('/v1/handlers/{subject}/conformance/runs/{run}', { params })
    : await client.api.GET('/v1/chains/{subject}/conformance/runs/{run}', { params });
  return data!;
}

async function wait(client: SettlementClient, terminal: Terminal, subject: string, id: string): Promise<ExitCode> {
  const told = new Set<string>();
  for (;;) {
    const found = await look(client, subject, id);
    const findings = found.findings ?? [];
    for (const one of findings.filter(({ requirement }) => !told.has(requirement))) {
      told.add(one.requirement);
      terminal.next(one, () => `${terminal.standing(one.verdict.padEnd(7))}  ${one.requirement.padEnd(10)}  ${one.reason}`);
    }
    if (found.state === 'FINISHED' || found.state === 'BROKEN_OFF') {
      terminal.aside(`${found.state} ${found.broken ?? ''}`.trim());
      return found.state === 'BROKEN_OFF' ? Exit.BAD : verdict(findings.map((one) => one.verdict));
    }
    await pause(POLL);
  }
}

/** A version of the report: the latest complete one unless said. */
export async function report(
  client: SettlementClient,
  terminal: Terminal,
  subject: string,
  version = 'latest',
): Promise<ExitCode> {
  const params = { path: { subject, version } };
  const { data } = isHandler(subject)
    ? await client.api.GET('/v1/handlers/{subject}/conformance/reports/{version}', { params })
    : await client.api.GET('/v1/chains/{subject}/conformance/reports/{version}', { params });
  const found = data!;
  const { met, broken, waived, unknown } = found.counts;
  terminal.answer(found, () =>
    table([
      ['subject', subject],
      ['version', `${found.version} of ${found.at}${found.complete ? '' : ', a part'}`],
      ['verdict', terminal.standing(found.verdict)],
      ['counts', `${met} met, ${broken} broken, ${waived} waived, ${unknown} unknown`],
      ...found.worse.map((one) => ['worse', `${one.requirement}: ${one.before}, now ${one.after}`]),
    ]),
  );
  return verdict([found.verdict]);
}

const verdict = (verdicts: string[]): ExitCode => (verdicts.includes('FAIL') ? Exit.BAD : Exit.DONE);
