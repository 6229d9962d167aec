// SPDX-License-Identifier: Apache-2.0
/** Who calls: keys, operators who signed in elsewhere, strangers, and the id of each request. */
@NullMarked
package io.settlement.gateway.identity;

import org.jspecify.annotations.NullMarked;
