import { useQueryClient } from '@tanstack/react-query';
import { createEventSource } from 'eventsource-client';
import { useEffect, useState } from 'react';
import { withLine } from '../format/standing';
import { useSession } from '../session/session';
import type { Line, Message } from './types';

export type Live = 'connecting' | 'live' | 'ended';

/**
 * Follows a message: each line is added to what is known of it as it comes. A broken stream is resumed after the last
 * line that came.
 */
export function useLive(txid: string, known: Message | undefined): Live {
  const { client } = useSession();
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>('connecting');
  const ready = known !== undefined;

  useEffect(() => {
    if (!ready) return undefined;
    const path = `/v1/messages/${txid}`;
    const last = queries.getQueryData<Message>([path])?.timeline?.at(-1)?.id;
    let again: ReturnType<typeof setTimeout> | undefined;
    const source = createEventSource({
      url: new URL(`${path}/events`, window.location.origin).href,
      credentials: 'omit',
      // Asked for each time: a token may have been renewed since the last one.
      fetch: (url, init) =>
        fetch(url, { ...(init as RequestInit), headers: { ...(init?.headers as Record<string, string>), ...client.headers() } }),
      ...(last === undefined ? {} : { initialLastEventId: String(last) }),
      onConnect: () => setLive('live'),
      onDisconnect: () => setLive((now) => (now === 'ended' ? now : 'connecting')),
      onMessage: ({ event, data }) => {
        if (event === 'end') {
          setLive('ended');
          source.close();
          void queries.invalidateQueries({ queryKey: [path] });
          return;
        }
        const line = JSON.parse(data) as Line;
        queries.setQueryData<Message>([path], (message) =>
          message ? { ...message, timeline: withLine(message.timeline ?? [], line) } : message,
        );
        // Where it stands follows from all lines; the gateway says.
        clearTimeout(again);
        again = setTimeout(() => {
          for (const asked of [path, `${path}/attestations`, `/v1/gas/${txid}`]) {
            void queries.invalidateQueries({ queryKey: [asked] });
          }
        }, 300);
      },
    });
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [txid, ready, client, queries]);

  return live;
}
