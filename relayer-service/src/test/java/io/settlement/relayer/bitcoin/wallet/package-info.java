// SPDX-License-Identifier: Apache-2.0
/** The vault's arithmetic against published vectors, chance and a real node. */
@NullMarked
package io.settlement.relayer.bitcoin.wallet;

import org.jspecify.annotations.NullMarked;
