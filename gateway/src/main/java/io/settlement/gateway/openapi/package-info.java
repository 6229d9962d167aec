// SPDX-License-Identifier: Apache-2.0
/** The one description of the API: the gateway's own operations and those behind it. */
@NullMarked
package io.settlement.gateway.openapi;

import org.jspecify.annotations.NullMarked;
