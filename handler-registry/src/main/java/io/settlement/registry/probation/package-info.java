// SPDX-License-Identifier: Apache-2.0
/** New routes carry little at first, and more with each clean day. */
@NullMarked
package io.settlement.registry.probation;

import org.jspecify.annotations.NullMarked;
