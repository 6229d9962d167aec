// SPDX-License-Identifier: Apache-2.0
/** Vaults that tests have. */
@NullMarked
package io.settlement.relayer.bitcoin;

import org.jspecify.annotations.NullMarked;
