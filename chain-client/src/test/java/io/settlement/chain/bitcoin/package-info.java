// SPDX-License-Identifier: Apache-2.0
/** Bitcoin read from real nodes that mine when told to. */
@NullMarked
package io.settlement.chain.bitcoin;

import org.jspecify.annotations.NullMarked;
