// SPDX-License-Identifier: Apache-2.0
/** Facts leave with the transaction that made them true, in order, at least once. */
@NullMarked
package io.settlement.kit.outbox;

import org.jspecify.annotations.NullMarked;
