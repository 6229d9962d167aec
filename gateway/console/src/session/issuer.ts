import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { Problem } from '../api/problem';
import { ARRIVAL } from './arrival';

/** Where one signs in, as the gateway tells it. */
export interface IssuerSettings {
  authority: string;
  clientId: string;
  scope: string;
  parameters: Record<string, string>;
}

/** Somebody who came back from his issuer. */
export interface Arrival {
  /** The token as it is now; it is renewed while the issuer does that. */
  token: () => string;
  /** The page from which he left. */
  path: string;
  /** Keeps nothing of it. */
  forget: () => void;
}

/**
 * Tokens are in memory alone and gone with the page. What has to outlive the way to the issuer and back (state, the
 * verifier of PKCE) is in the tab's storage until it was used.
 */
function manager({ authority, clientId, scope, parameters }: IssuerSettings): UserManager {
  return new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: `${window.location.origin}/console${ARRIVAL}`,
    response_type: 'code',
    scope,
    extraQueryParams: parameters,
    extraTokenParams: parameters,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: false,
    monitorSession: false,
    loadUserInfo: false,
  });
}

/** Goes to the issuer; it leads back to `path`. */
export async function leave(settings: IssuerSettings, path: string): Promise<void> {
  try {
    await manager(settings).signinRedirect({ state: path });
  } catch (thrown) {
    throw refusal(thrown);
  }
}

/** Takes what the issuer gave, at the address to which it led. */
export async function arrive(settings: IssuerSettings, address: string): Promise<Arrival> {
  const users = manager(settings);
  let user: User;
  try {
    user = await users.signinRedirectCallback(address);
  } catch (thrown) {
    throw refusal(thrown);
  }
  const renew = async () => {
    // Only by a token for it: a hidden frame would need a looser Content-Security-Policy.
    if (user.refresh_token === undefined) return;
    user = (await users.signinSilent()) ?? user;
  };
  const stop = users.events.addAccessTokenExpiring(() => void renew().catch(() => {}));
  // It had begun to end before anybody listened.
  if ((user.expires_in ?? Infinity) <= 60) void renew().catch(() => {});
  return {
    token: () => user.access_token,
    path: typeof user.state === 'string' ? user.state : '/',
    forget: () => {
      stop();
      void users.removeUser();
    },
  };
}

function refusal(thrown: unknown): Problem {
  const said = thrown as { error?: unknown; error_description?: unknown; message?: unknown };
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return new Problem(0, {
    title: 'You are not signed in',
    code: text(said.error) || 'issuer-unavailable',
    detail: text(said.error_description) || (text(said.error) === '' ? `The issuer could not be asked: ${text(said.message)}` : ''),
  });
}
