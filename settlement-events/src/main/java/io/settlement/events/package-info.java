// SPDX-License-Identifier: Apache-2.0
/** The facts that cross service borders: one sealed interface and one writer for each topic. */
@NullMarked
package io.settlement.events;

import org.jspecify.annotations.NullMarked;
