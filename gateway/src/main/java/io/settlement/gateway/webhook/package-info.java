// SPDX-License-Identifier: Apache-2.0
/** Tells partners what happens to their messages, at addresses of their own. */
@NullMarked
package io.settlement.gateway.webhook;

import org.jspecify.annotations.NullMarked;
