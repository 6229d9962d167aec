// SPDX-License-Identifier: Apache-2.0
/** What happened to each message, told from the facts, at once and as it happens. */
@NullMarked
package io.settlement.gateway.timeline;

import org.jspecify.annotations.NullMarked;
