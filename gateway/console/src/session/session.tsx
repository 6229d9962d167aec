import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Client } from '../api/client';
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
  /** The key of this tab; null before somebody signed in. */
  key: string | null;
  /** Why the last session ended, if not by its owner. */
  ended: string;
  signIn: (key: string) => void;
  signOut: (why?: string) => void;
}

const DoorContext = createContext<Door | null>(null);
const SessionContext = createContext<Session | null>(null);

/** Keeps the key as long as the tab lives, in no address and no cookie. */
export function DoorProvider({ children }: { children: ReactNode }) {
  const [key, setKey] = useState(() => sessionStorage.getItem(KEY));
  const [ended, setEnded] = useState('');
  const queries = useQueryClient();

  const signIn = useCallback((given: string) => {
    sessionStorage.setItem(KEY, given);
    setEnded('');
    setKey(given);
  }, []);

  const signOut = useCallback(
    (why = '') => {
      sessionStorage.removeItem(KEY);
      queries.clear();
      setEnded(why);
      setKey(null);
    },
    [queries],
  );

  const door = useMemo(() => ({ key, ended, signIn, signOut }), [key, ended, signIn, signOut]);
  return <DoorContext value={door}>{children}</DoorContext>;
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
