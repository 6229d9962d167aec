// SPDX-License-Identifier: Apache-2.0
/** How much each caller may ask, counted by all gateways together. */
@NullMarked
package io.settlement.gateway.limit;

import org.jspecify.annotations.NullMarked;
