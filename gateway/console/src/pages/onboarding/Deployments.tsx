import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationDetail, Deployment, Network } from '../../api/onboarding';
import { host } from '../../format/checks';
import { words } from '../../format/names';
import { Facts, Nothing, Section, Table } from '../../parts/blocks';
import { ChoiceField, LongField, Many, TextField } from '../../parts/fields';
import { Form } from '../../parts/Form';
import { HandlerName, Hash } from '../../parts/values';
import { useSession } from '../../session/session';
import { deploymentComplaints, deploymentDraft, deploymentOf, deploymentPlaces, MODES, NETWORKS, NO_HANDLER, type DeploymentDraft } from './deployment';
import { ProviderFields } from './ProviderFields';

const NAMES: Record<Network, string> = { TESTNET: 'Test network', MAINNET: 'Main network' };

/** Where the contracts of each network are, and a form to tell it. */
export function Deployments({ of, path }: { of: ApplicationDetail; path: string }) {
  const [telling, setTelling] = useState<Network | null>(null);
  const open = of.stage === 'TESTNET';
  const told = NETWORKS.filter((network) => of.deployments[network] !== undefined);
  if (!open && told.length === 0) return null;
  return (
    <Section title="Where its contracts are">
      {NETWORKS.map((network) => {
        const stated = of.deployments[network];
        return (
          <div key={network}>
            <h3>{NAMES[network]}</h3>
            {telling === network ? (
              <Tell of={of} network={network} path={path} done={() => setTelling(null)} />
            ) : (
              <>
                {stated === undefined ? <Nothing>Not told yet.</Nothing> : <Stated of={stated} network={network} />}
                {open && (
                  <p className="actions">
                    <button type="button" onClick={() => setTelling(network)}>
                      {stated === undefined ? 'Tell where they are…' : 'Tell anew…'}
                      <span className="hidden"> on the {NAMES[network].toLowerCase()}</span>
                    </button>
                  </p>
                )}
              </>
            )}
          </div>
        );
      })}
    </Section>
  );
}

function Stated({ of, network }: { of: Deployment; network: Network }) {
  return (
    <>
      <Facts
        of={[
          ['Name', of.chain ?? 'the application’s'],
          ['Chain id', of.chainId ?? 'the application’s'],
          ['Nodes', of.providers.length === 0 ? 'the application’s' : of.providers.map((one) => host(one.url)).join(', ')],
          ['Settlement', <Hash value={of.settlement} what="settlement contract" />],
          ['Verifier', <Hash value={of.verifier} what="verifier" />],
          ['Gas service', <Hash value={of.gasService} what="gas service" />],
        ]}
      />
      <Table caption={`Handlers on the ${NAMES[network].toLowerCase()}`} head={['Handler', 'Token', { number: 'Decimals' }, 'Mode', 'Speaks with']}>
        {of.handlers.map((one) => (
          <tr key={one.address}>
            <td>
              <Hash value={one.address} what="handler" />
            </td>
            <td>
              <Hash value={one.token} what="token" />
            </td>
            <td className="number">{one.decimals}</td>
            <td>{words(one.mode)}</td>
            <td>
              {one.counterparts.map((other) => (
                <div key={other}>
                  <HandlerName id={other} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Tell({ of, network, path, done }: { of: ApplicationDetail; network: Network; path: string; done: () => void }) {
  const { client } = useSession();
  const queries = useQueryClient();
  // What the test network has is a beginning for the main network.
  const [draft, setDraft] = useState(() => deploymentDraft(of.deployments[network] ?? of.deployments.TESTNET));
  const set = (changed: Partial<DeploymentDraft>) => setDraft((known) => ({ ...known, ...changed }));

  async function send() {
    const after = await client.change<ApplicationDetail>('PUT', `${path}/deployments/${network}`, deploymentOf(draft));
    queries.setQueryData([path], after);
    void queries.invalidateQueries();
    done();
  }

  return (
    <Form
      deed="Tell"
      busyDeed="Asking the nodes…"
      complaints={() => deploymentComplaints(draft)}
      places={(problem) => deploymentPlaces(problem, draft, of)}
      send={send}
      cancel={done}
    >
      <div className="fields">
        <TextField label="Settlement contract" at="settlement" value={draft.settlement} change={(settlement) => set({ settlement })} />
        <TextField label="Verifier" at="verifier" value={draft.verifier} change={(verifier) => set({ verifier })} />
        <TextField label="Gas service" at="gasService" value={draft.gasService} change={(gasService) => set({ gasService })} />
        <TextField label="Name in the book" at="chain" value={draft.chain} change={(chain) => set({ chain })} optional hint={`${of.paper.chain} when left out`} />
        <TextField label="Chain id" at="chainId" value={draft.chainId} change={(chainId) => set({ chainId })} inputMode="numeric" optional hint={`${of.paper.chainId} when left out`} />
      </div>
      <Many title="Handlers" one="Handler" at="handlers" items={draft.handlers} change={(handlers) => set({ handlers })} make={() => ({ ...NO_HANDLER })} least={1}>
        {(one, change, at) => (
          <>
            <TextField label="Address" at={`${at}.address`} value={one.address} change={(address) => change({ address })} />
            <TextField label="Token" at={`${at}.token`} value={one.token} change={(token) => change({ token })} />
            <TextField label="Decimals" at={`${at}.decimals`} value={one.decimals} change={(decimals) => change({ decimals })} inputMode="numeric" />
            <ChoiceField label="Mode" at={`${at}.mode`} value={one.mode} change={(mode) => change({ mode })} options={MODES.map((mode) => [mode, words(mode)] as const)} />
            <LongField label="Speaks with" at={`${at}.counterparts`} value={one.counterparts} change={(counterparts) => change({ counterparts })} rows={2} code hint="Handlers on other chains, Chain:0x…, one on a line" />
          </>
        )}
      </Many>
      <ProviderFields providers={draft.providers} change={(providers) => set({ providers })} least={0} />
      {draft.providers.length === 0 && <p className="hint">Without any, the application’s nodes are asked.</p>}
    </Form>
  );
}
