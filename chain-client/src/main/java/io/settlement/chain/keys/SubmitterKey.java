// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

/** The key of a lane: pays for transactions and owns a sequence of nonces. */
public non-sealed interface SubmitterKey extends SigningKey {}
