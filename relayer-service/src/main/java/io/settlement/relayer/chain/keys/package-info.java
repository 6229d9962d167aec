// SPDX-License-Identifier: Apache-2.0
/** Keys that sign: encrypted keystore files opened with a password file, never shown to anyone. */
@NullMarked
package io.settlement.relayer.chain.keys;

import org.jspecify.annotations.NullMarked;
