// SPDX-License-Identifier: Apache-2.0
/**
 * Signs a vault's payments as one of its cosigners: nothing that its own nodes do not confirm, and
 * never two transactions that could both pay one withdrawal.
 */
@NullMarked
package io.settlement.relayer.bitcoin.cosign;

import org.jspecify.annotations.NullMarked;
