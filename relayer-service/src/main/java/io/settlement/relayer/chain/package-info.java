// SPDX-License-Identifier: Apache-2.0
/** Where transactions are signed and sent; the only place of the suite that changes a chain. */
@NullMarked
package io.settlement.relayer.chain;

import org.jspecify.annotations.NullMarked;
