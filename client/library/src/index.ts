// SPDX-License-Identifier: Apache-2.0
export type { Api, ClientOptions } from './api.js';
export { type Paid, type SendOptions, type Sent, SettlementClient, type Step, createSettlementClient } from './client.js';
export type { FollowOptions } from './follow.js';
export { type Part, everyOf } from './pages.js';
export { SettlementProblem, isProblem } from './problem.js';
export { type Nodes, type Verification, verifyReceipt } from './receipt.js';
export type { components, operations, paths } from './schema.js';
export type * from './types.js';
export { type Wallet, WalletError } from './wallet.js';
