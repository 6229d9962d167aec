import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Client, Credential } from '../api/client';
import type { Me } from '../api/types';
import { rights } from './rights';

const KEY = 'settlement-console-key';

interface Session {
  client: Client;
  me: Me;
  /** Sees what operators see. */
  isOperator: boolean;
  /** Changes things as an operator; viewers and approvers do not. */
  acts: boolean;
  /** Agrees to what another operator asked for. */
  approves: boolean;
  signOut: () => void;
}

interface Door {
  /** What this tab shows; null before somebody signed in. */
  credential: Credential | null;
  /** Why the last session ended, if not by its owner. */
  ended: string;
  /** @param forget what is to be done at the end, besides */
  signIn: (credential: Credential, forget?: () => void) => void;
  signOut: (why?: string) => void;
}

const DoorContext = createContext<Door | null>(null);
const SessionContext = createContext<Session | null>(null);

/** Keeps a key as long as the tab lives, a token as long as the page: in no address and no cookie. */
export function DoorProvider({ children }: { children: ReactNode }) {
  const [credential, setCredential] = useState(kept);
  const forgetting = useRef<(() => void) | undefined>(undefined);
  const [ended, setEnded] = useState('');
  const queries = useQueryClient();

  const signIn = useCallback((given: Credential, forget?: () => void) => {
    if ('key' in given) sessionStorage.setItem(KEY, given.key);
    forgetting.current = forget;
    setEnded('');
    setCredential(given);
  }, []);

  const signOut = useCallback(
    (why = '') => {
      sessionStorage.removeItem(KEY);
      forgetting.current?.();
      forgetting.current = undefined;
      queries.clear();
      setEnded(why);
      setCredential(null);
    },
    [queries],
  );

  const door = useMemo(() => ({ credential, ended, signIn, signOut }), [credential, ended, signIn, signOut]);
  return <DoorContext value={door}>{children}</DoorContext>;
}

function kept(): Credential | null {
  const key = sessionStorage.getItem(KEY);
  return key === null ? null : { key };
}

export function SessionProvider({ client, me, children }: { client: Client; me: Me; children: ReactNode }) {
  const { signOut } = useDoor();
  const session = useMemo(
    () => ({ client, me, ...rights(me.scopes), signOut: () => signOut() }),
    [client, me, signOut],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useDoor(): Door {
  const door = useContext(DoorContext);
  if (!door) throw new Error('outside of DoorProvider');
  return door;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('outside of SessionProvider');
  return session;
}
