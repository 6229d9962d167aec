// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

/** The key of a validator: its signature counts towards a quorum certificate. */
public non-sealed interface ValidatorKey extends SigningKey {}
