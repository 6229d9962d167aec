import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '../session/session';
import type { Chain, Handler, Items, Message, Page } from './types';
import { query } from './client';

interface Options {
  /** Milliseconds between two looks; never when left out. */
  every?: number;
  /** False asks nothing. */
  when?: boolean;
}

/** What stands at an address of the gateway. */
export function useGet<T>(path: string, { every, when = true }: Options = {}): UseQueryResult<T> {
  const { client } = useSession();
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => client.get<T>(path, signal),
    enabled: when,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** The same; null for what does not exist. */
export function useFind<T>(path: string, { every, when = true }: Options = {}): UseQueryResult<T | null> {
  const { client } = useSession();
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => client.find<T>(path, signal),
    enabled: when,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

const PART = 100;

/** Messages part by part, the latest first. */
export function useMessages(filters: Record<string, string>) {
  const { client } = useSession();
  return useInfiniteQuery({
    queryKey: ['messages', filters],
    queryFn: ({ pageParam, signal }) =>
      client.get<Page<Message>>(`/v1/messages${query({ ...filters, limit: PART, cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // The newest stay new as long as nobody has scrolled into the past.
    refetchInterval: (asked) => (asked.state.data?.pages.length === 1 ? 5_000 : false),
  });
}

const RARELY = 60_000;

/** How many digits stand after the point of what a handler moves; null while nobody knows. */
export function useDecimals(): (handler: string | null | undefined) => number | null {
  const handlers = useGet<Items<Handler>>('/v1/handlers', { every: RARELY });
  const known = new Map(handlers.data?.items.map((one) => [one.handler.toLowerCase(), one.token === null ? null : one.decimals]));
  return (handler) => (handler ? (known.get(handler.toLowerCase()) ?? null) : null);
}

/** The artifact that a handler moves, to write behind amounts; empty when it is not known. */
export function useArtifactOf(): (handler: string | null | undefined) => string {
  const handlers = useGet<Items<Handler>>('/v1/handlers', { every: RARELY });
  const known = new Map(handlers.data?.items.map((one) => [one.handler.toLowerCase(), one.artifact ?? '']));
  return (handler) => (handler ? (known.get(handler.toLowerCase()) ?? '') : '');
}

/** Digits after the point of a chain's own coin: 18, of Bitcoin 8. */
export function useNativeDecimals(): (chain: string | null | undefined) => number {
  const chains = useGet<Items<Chain>>('/v1/chains', { every: RARELY });
  const bitcoins = new Set(chains.data?.items.filter((one) => one.family === 'BITCOIN').map((one) => one.chain));
  return (chain) => (chain && bitcoins.has(chain) ? 8 : 18);
}
