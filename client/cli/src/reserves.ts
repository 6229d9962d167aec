// SPDX-License-Identifier: Apache-2.0
import { type SettlementClient, isProblem } from '@settlement-suite/client';
import { Exit, type ExitCode } from './exit.js';
import { type Terminal, table } from './terminal.js';

/** What there is of each artifact, what there should be, and what was signed last. */
export async function reserves(client: SettlementClient, terminal: Terminal, wanted: string | undefined): Promise<ExitCode> {
  const ids = wanted === undefined ? await artifacts(client) : [wanted];
  const found = await Promise.all(ids.map((id) => look(client, id)));
  terminal.answer(found, () => found.flatMap((one) => told(terminal, one)));
  return found.every(isWell) ? Exit.DONE : Exit.BAD;
}

async function artifacts(client: SettlementClient): Promise<string[]> {
  const { data } = await client.api.GET('/v1/artifacts');
  return data!.map(({ artifact }) => artifact);
}

async function look(client: SettlementClient, id: string) {
  const { data: supply } = await client.api.GET('/v1/artifacts/{id}/supply', { params: { path: { id } } });
  return { supply: supply!, statement: await statement(client, id) };
}

type Found = Awaited<ReturnType<typeof look>>;

/** Artifacts without a reserve on Bitcoin have none. */
async function statement(client: SettlementClient, id: string) {
  try {
    return (await client.api.GET('/v1/artifacts/{id}/statements/latest', { params: { path: { id } } })).data;
  } catch (error) {
    if (isProblem(error, 'no-statement')) return undefined;
    throw error;
  }
}

const isWell = ({ supply, statement }: Found) => supply.balanced && statement?.balanced !== false;

function told(terminal: Terminal, found: Found): string[] {
  const { supply, statement } = found;
  const parts = (of: Record<string, string>) => Object.entries(of).map(([part, amount]) => `${part} ${amount}`).join(', ');
  const signed = statement && `${statement.number} of ${statement.at}, signed by ${statement.signer}`;
  return [
    `${terminal.paint('bold', supply.artifact)}  ${terminal.standing(isWell(found) ? 'balanced' : 'NOT BALANCED')}`,
    ...table([
      ...Object.entries(supply.chains).map(([chain, of]) => [`  ${chain}`, parts(of)]),
      ['  total', `${supply.total}, expected ${supply.expected}, in flight ${supply.inFlight}`],
      ...(signed === undefined ? [] : [['  statement', signed]]),
    ]),
  ];
}
