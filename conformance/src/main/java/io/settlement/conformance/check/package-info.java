// SPDX-License-Identifier: Apache-2.0
/** Every requirement of the integration, each with the check that decides it. */
@NullMarked
package io.settlement.conformance.check;

import org.jspecify.annotations.NullMarked;
