// SPDX-License-Identifier: Apache-2.0
/** Who calls: short-lived internal tokens, minted by the gateway, checked by everyone. */
@NullMarked
package io.settlement.kit.security;

import org.jspecify.annotations.NullMarked;
