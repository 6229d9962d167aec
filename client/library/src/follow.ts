// SPDX-License-Identifier: Apache-2.0
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { type Api, type ClientOptions, refuse } from './api.js';
import { backOff, pause } from './pause.js';
import { isProblem } from './problem.js';
import type { MessageEvent } from './types.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const POLL = 2_000;
/** Beats come each 15 s: silence of this length is a broken connection. Milliseconds. */
const SILENCE = 45_000;
/** How long a message just sent may be unknown. Milliseconds. */
const UNSEEN = 60_000;
const END = 'end';

export interface FollowOptions {
  signal?: AbortSignal;
  /** The `id` of the last event that is known already; what came after it is told. */
  after?: number;
  /** How long the message may be unknown at first, in milliseconds: a minute unless said. */
  unseen?: number;
  /** Asks every two seconds instead of listening, as it does by itself where streams do not get through. */
  poll?: boolean;
}

/** What a way of listening said last: it is over, or it has to be asked again. */
type Left = 'ended' | 'broken' | 'no stream';

/** What happens to a message, each event once and in order, until nothing more is going to happen. */
export class Following {
  private last: number;
  private readonly pauses = { next: backOff(FIRST_PAUSE, LONGEST_PAUSE) };

  constructor(
    private readonly api: Api,
    private readonly client: ClientOptions,
    private readonly txid: string,
    private readonly options: FollowOptions,
  ) {
    this.last = options.after ?? 0;
  }

  async *events(): AsyncGenerator<MessageEvent, void> {
    await this.untilSeen();
    let way = this.options.poll ? 'poll' : 'stream';
    for (;;) {
      const left: Left = yield* way === 'stream' ? this.listen() : this.look();
      if (left === 'ended') return;
      if (left === 'no stream') way = 'poll';
      else await pause(way === 'poll' ? POLL : this.pauses.next.next().value, this.options.signal);
    }
  }

  /** A transaction is in its block before the suite has read that. */
  private async untilSeen(): Promise<void> {
    const deadline = Date.now() + (this.options.unseen ?? UNSEEN);
    for (;;) {
      try {
        await this.message();
        return;
      } catch (error) {
        if (!isProblem(error, 'unknown-message') || Date.now() > deadline) throw error;
      }
      await pause(FIRST_PAUSE, this.options.signal);
    }
  }

  private async message() {
    const { signal } = this.options;
    const init = signal === undefined ? {} : { signal };
    const { data } = await this.api.GET('/v1/messages/{txid}', { params: { path: { txid: this.txid } }, ...init });
    return data!;
  }

  private async *listen(): AsyncGenerator<MessageEvent, Left> {
    const silence = new AbortController();
    const signals = [silence.signal, ...(this.options.signal ? [this.options.signal] : [])];
    const isSilent = () => silence.abort(new Error('the stream fell silent'));
    let clock = setTimeout(isSilent, SILENCE);
    const heard = () => {
      clearTimeout(clock);
      clock = setTimeout(isSilent, SILENCE);
    };
    try {
      const answer = await this.open(AbortSignal.any(signals));
      if (answer === undefined) return 'no stream';
      const parser = new EventSourceParserStream({
        onComment: heard,
        onRetry: (milliseconds) => (this.pauses.next = backOff(milliseconds, LONGEST_PAUSE)),
      });
      const events = answer.pipeThrough(new TextDecoderStream()).pipeThrough(parser);
      for await (const event of events) {
        heard();
        if (event.event === END) return 'ended';
        this.pauses.next = backOff(FIRST_PAUSE, LONGEST_PAUSE);
        yield* this.fresh([JSON.parse(event.data) as MessageEvent]);
      }
      return 'broken';
    } catch (error) {
      if (this.options.signal?.aborted || isProblem(error)) throw error;
      return 'broken';
    } finally {
      clearTimeout(clock);
      silence.abort();
    }
  }

  /** Nothing when streams do not get through: a proxy answers something else, or there are too many. */
  private async open(signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
    const base = this.client.baseUrl.replace(/\/+$/, '');
    const send = this.client.fetch ?? globalThis.fetch;
    const headers: Record<string, string> = { 'X-API-Key': this.client.apiKey, Accept: 'text/event-stream' };
    if (this.last > 0) headers['Last-Event-ID'] = String(this.last);
    const answer = await send(`${base}/v1/messages/${this.txid}/events`, { headers, signal });
    if (answer.status === 429 || answer.status === 406) {
      await answer.body?.cancel();
      return undefined;
    }
    if (answer.status >= 500) throw new Error(`the stream was answered with ${answer.status}`);
    await refuse(answer);
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (!isStream) await answer.body?.cancel();
    return isStream ? (answer.body ?? undefined) : undefined;
  }

  private async *look(): AsyncGenerator<MessageEvent, Left> {
    const message = await this.message();
    yield* this.fresh(message.timeline ?? []);
    return message.ended ? 'ended' : 'broken';
  }

  private *fresh(events: MessageEvent[]): Generator<MessageEvent, void> {
    for (const event of events.filter(({ id }) => id > this.last)) {
      this.last = event.id;
      yield event;
    }
  }
}
