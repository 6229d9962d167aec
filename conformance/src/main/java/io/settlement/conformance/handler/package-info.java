// SPDX-License-Identifier: Apache-2.0
/** Whether a partner's handler keeps the rules: its own code is tried on a fork of its chain. */
@NullMarked
package io.settlement.conformance.handler;

import org.jspecify.annotations.NullMarked;
