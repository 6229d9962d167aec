// SPDX-License-Identifier: Apache-2.0
/** Measures the outbox beside Spring Modulith's event publication registry; no part of a build. */
@NullMarked
package io.settlement.kit.bench;

import org.jspecify.annotations.NullMarked;
