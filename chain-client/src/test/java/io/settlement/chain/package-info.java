// SPDX-License-Identifier: Apache-2.0
/** Reading chains, tested against real nodes and against ones that misbehave. */
@NullMarked
package io.settlement.chain;

import org.jspecify.annotations.NullMarked;
