import { Many, TextField } from '../../parts/fields';
import { NO_PROVIDER, type ProviderDraft } from './paper';

/** Who runs nodes of a chain. */
export function ProviderFields({
  providers,
  change,
  least,
}: {
  providers: readonly ProviderDraft[];
  change: (providers: ProviderDraft[]) => void;
  least: number;
}) {
  return (
    <Many title="Providers" one="Provider" at="providers" items={providers} change={change} make={() => ({ ...NO_PROVIDER })} least={least}>
      {(one, set, at) => (
        <>
          <TextField label="JSON-RPC over HTTP" at={`${at}.url`} value={one.url} change={(url) => set({ url })} inputMode="url" hint="It is asked when this is sent." />
          <TextField label="JSON-RPC over WebSocket" at={`${at}.webSocketUrl`} value={one.webSocketUrl} change={(webSocketUrl) => set({ webSocketUrl })} inputMode="url" optional />
          <TextField label="Run by" at={`${at}.operator`} value={one.operator} change={(operator) => set({ operator })} longest={80} />
        </>
      )}
    </Many>
  );
}
