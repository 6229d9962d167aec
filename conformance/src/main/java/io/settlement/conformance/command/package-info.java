// SPDX-License-Identifier: Apache-2.0
/** The suite as a command that a chain's team runs. */
@NullMarked
package io.settlement.conformance.command;

import org.jspecify.annotations.NullMarked;
