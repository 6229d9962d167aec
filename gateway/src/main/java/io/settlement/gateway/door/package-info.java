// SPDX-License-Identifier: Apache-2.0
/** Which service answers, and in which form requests come and answers leave. */
@NullMarked
package io.settlement.gateway.door;

import org.jspecify.annotations.NullMarked;
