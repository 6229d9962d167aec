// SPDX-License-Identifier: Apache-2.0
/** Who changed what: every change through the door is put down before it is made. */
@NullMarked
package io.settlement.gateway.audit;

import org.jspecify.annotations.NullMarked;
