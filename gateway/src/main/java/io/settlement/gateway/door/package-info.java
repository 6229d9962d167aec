// SPDX-License-Identifier: Apache-2.0
/** Who may come in, and which service answers. */
@NullMarked
package io.settlement.gateway.door;

import org.jspecify.annotations.NullMarked;
