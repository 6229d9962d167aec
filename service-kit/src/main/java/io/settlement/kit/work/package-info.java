// SPDX-License-Identifier: Apache-2.0
/** Threads that live as long as the service. */
@NullMarked
package io.settlement.kit.work;

import org.jspecify.annotations.NullMarked;
