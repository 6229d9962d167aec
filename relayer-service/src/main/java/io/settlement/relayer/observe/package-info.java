// SPDX-License-Identifier: Apache-2.0
/**
 * Turns the logs of every chain into facts: observed at the head, final under the chain's finality
 * policy, orphaned when a block is replaced.
 */
@NullMarked
package io.settlement.relayer.observe;

import org.jspecify.annotations.NullMarked;
