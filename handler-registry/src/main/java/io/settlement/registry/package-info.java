// SPDX-License-Identifier: Apache-2.0
/** Keeps the book of who may talk to whom, and publishes every change of it. */
@NullMarked
package io.settlement.registry;

import org.jspecify.annotations.NullMarked;
