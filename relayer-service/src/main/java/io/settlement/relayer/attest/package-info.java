// SPDX-License-Identifier: Apache-2.0
/** The validator: re-reads what it is told on its own nodes and signs what it finds there, once. */
@NullMarked
package io.settlement.relayer.attest;

import org.jspecify.annotations.NullMarked;
