// SPDX-License-Identifier: Apache-2.0
import type { MethodResponse } from 'openapi-fetch';
import type { Api } from './api.js';
import type { paths } from './schema.js';

type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer T } } } ? T : never;
type Query<Operation> = Operation extends { parameters: { query?: infer T } } ? NonNullable<T> : never;

/** What a partner wants to send, and what it is told to cost. Amounts are decimal digits in the smallest unit. */
export type QuoteRequest = Body<paths['/v1/quotes']['post']>;
export type Quote = MethodResponse<Api, 'post', '/v1/quotes'>;

/** What the user's wallet signs. */
export type SettlementRequest = Body<paths['/v1/settlements']['post']>;
export type Settlement = MethodResponse<Api, 'post', '/v1/settlements'>;
export type Transaction = NonNullable<Settlement['send']>;
/** A settlement whose one message brings tokens and its gas along. */
export type Transfer = Settlement & { send: Transaction; allowance: NonNullable<Settlement['allowance']> };

/** Where a message stands, and what happened to it. */
export type Message = MethodResponse<Api, 'get', '/v1/messages/{txid}'>;
export type MessageEvent = NonNullable<Message['timeline']>[number];
export type MessageQuery = Query<paths['/v1/messages']['get']>;

/** What does not go on, for operators. */
export type Waiting = MethodResponse<Api, 'get', '/v1/waiting'>['items'][number];
export type WaitingQuery = Query<paths['/v1/waiting']['get']>;

/** Where every wei of a prepayment went. */
export type GasAccount = Extract<MethodResponse<Api, 'get', '/v1/gas/{txid}'>, { waysToPay: unknown }>;
export type WayToPay = GasAccount['waysToPay'][number];
/** What a message cost, with what proves it. */
export type Receipt = MethodResponse<Api, 'get', '/v1/gas/{txid}/receipt'>;
