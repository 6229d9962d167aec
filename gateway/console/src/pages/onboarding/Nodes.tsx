import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdmittedNodes, ApplicationDetail } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import type { Items } from '../../api/types';
import { host } from '../../format/checks';
import { words } from '../../format/names';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { ChoiceField, TextField } from '../../parts/fields';
import { Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { lendable } from './procedure';

const NODES = '/v1/onboarding/nodes';

/** The applicant's nodes that running services may read; an operator says so. */
export function Nodes({ of, path }: { of: ApplicationDetail; path: string }) {
  const { client, acts } = useSession();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const networks = lendable(of);
  if (!acts || networks.length === 0) return null;
  const names = networks.map((network) => of.deployments[network]?.chain ?? of.paper.chain);

  async function lend(given: FormData) {
    const confirmations = String(given.get('confirmations') ?? '').trim();
    const after = await client.change<Items<AdmittedNodes>>('POST', `${path}/nodes`, {
      network: given.get('network'),
      confirmations: confirmations === '' ? null : Number(confirmations),
    });
    queries.setQueryData([NODES], after);
    void queries.invalidateQueries();
  }

  return (
    <Section
      title="Nodes that running services may read"
      aside={
        <button type="button" onClick={() => setAsking(true)}>
          Let services read…
        </button>
      }
    >
      <List chains={names} />
      {asking && (
        <Confirm title={`Let running services read ${of.paper.chain}?`} deed="Let them" reason="none" act={(_, given) => lend(given)} close={() => setAsking(false)}>
          <p>Services that admit its name begin to read it through the nodes that were told, as soon as the book has the chain. Fund the couriers’ keys on it first.</p>
          <ChoiceField label="Network" at="network" options={networks.map((network) => [network, words(network)] as const)} />
          <TextField label="Confirmations" at="confirmations" type="number" optional hint="Blocks that must stand before a block is final. Left out, the chain’s own finalized block decides." />
        </Confirm>
      )}
    </Section>
  );
}

/** All of them, of whatever application. */
export function Lent() {
  return (
    <Section title="Applicants’ nodes that services read">
      <List />
    </Section>
  );
}

function List({ chains }: { chains?: readonly string[] }) {
  const nodes = useGet<Items<AdmittedNodes>>(NODES, { every: 60_000 });
  return (
    <Answer of={nodes} what="nodes">
      {(found) => {
        const shown = found.items.filter((one) => one.providers.length > 0 && (chains?.includes(one.chain) ?? true));
        return shown.length === 0 ? (
          <Nothing>None.</Nothing>
        ) : (
          <Table caption="Nodes lent to the services" head={['Chain', 'Nodes', 'Final', 'Since']}>
            {shown.map((one) => (
              <tr key={one.chain}>
                <td>{one.chain}</td>
                <td>
                  {one.providers.map((node) => (
                    <div key={node.url}>{host(node.url)}</div>
                  ))}
                </td>
                <td>{one.confirmations === 0 ? 'by the finalized block' : `after ${one.confirmations} blocks`}</td>
                <td>
                  <Time at={one.at} />
                </td>
              </tr>
            ))}
          </Table>
        );
      }}
    </Answer>
  );
}
