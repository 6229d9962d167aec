// SPDX-License-Identifier: Apache-2.0
/** Keys that sign, in encrypted keystore files or with a remote signer, never shown to anyone. */
@NullMarked
package io.settlement.chain.keys;

import org.jspecify.annotations.NullMarked;
