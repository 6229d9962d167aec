// SPDX-License-Identifier: Apache-2.0
/** Compares what is written about all services with what their code says. */
@NullMarked
package io.settlement.devnet.reference;

import org.jspecify.annotations.NullMarked;
