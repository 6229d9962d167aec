// SPDX-License-Identifier: Apache-2.0
/** The operator's accounts on every chain, and what each of their transactions cost. */
@NullMarked
package io.settlement.relayer.account;

import org.jspecify.annotations.NullMarked;
