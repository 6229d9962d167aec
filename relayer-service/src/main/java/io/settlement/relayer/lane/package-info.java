// SPDX-License-Identifier: Apache-2.0
/**
 * Lanes: each owns one submitter key on one chain, takes intents in batches, signs, sends, and
 * stays with every transaction until its block is final.
 */
@NullMarked
package io.settlement.relayer.lane;

import org.jspecify.annotations.NullMarked;
