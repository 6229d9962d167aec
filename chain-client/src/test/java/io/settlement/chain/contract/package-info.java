// SPDX-License-Identifier: Apache-2.0
/** The contracts' bytes, tested against the protocol's golden vectors and against web3j. */
@NullMarked
package io.settlement.chain.contract;

import org.jspecify.annotations.NullMarked;
