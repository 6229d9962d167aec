// SPDX-License-Identifier: Apache-2.0
/**
 * The courier: admits messages once route, quorum and gas allow it, and brings outcome and refund
 * home.
 */
@NullMarked
package io.settlement.relayer.courier;

import org.jspecify.annotations.NullMarked;
