// SPDX-License-Identifier: Apache-2.0
/** What the person at the terminal reads: progress, and failures as sentences. */
@NullMarked
package io.settlement.devnet.terminal;

import org.jspecify.annotations.NullMarked;
