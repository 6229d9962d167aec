// SPDX-License-Identifier: Apache-2.0
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answer = (asked: Asked, response: ServerResponse) => void;

/** An API that answers as it is told, and remembers what it was asked. */
export class Server {
  readonly asked: Asked[] = [];
  private constructor(
    readonly url: string,
    private readonly end: () => void,
  ) {}

  static async start(answer: Answer): Promise<Server> {
    const http = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part))).on('end', () => {
        const asked = { method: request.method!, path: request.url!, headers: request.headers, body };
        server.asked.push(asked);
        answer(asked, response);
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const server = new Server(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, () => {
      http.closeAllConnections();
      http.close();
    });
    return server;
  }

  close(): void {
    this.end();
  }
}

export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
}
