// SPDX-License-Identifier: Apache-2.0
/** Runs the conformance suite for chains, keeps what it found, and tells when one got worse. */
@NullMarked
package io.settlement.registry.conformance;

import org.jspecify.annotations.NullMarked;
