// SPDX-License-Identifier: Apache-2.0
/** Requests that are sent again are answered as the first time. */
@NullMarked
package io.settlement.gas.idempotency;

import org.jspecify.annotations.NullMarked;
