// SPDX-License-Identifier: Apache-2.0
/**
 * Observe, attest, deliver, call back, settle: the relayer, whose process does what its roles say.
 */
@NullMarked
package io.settlement.relayer;

import org.jspecify.annotations.NullMarked;
