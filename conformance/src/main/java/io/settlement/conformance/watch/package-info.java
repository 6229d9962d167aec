// SPDX-License-Identifier: Apache-2.0
/** What is seen of providers over hours and days: one look at a time, kept in few numbers. */
@NullMarked
package io.settlement.conformance.watch;

import org.jspecify.annotations.NullMarked;
