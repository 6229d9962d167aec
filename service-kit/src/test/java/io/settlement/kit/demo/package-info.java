// SPDX-License-Identifier: Apache-2.0
/** The smallest service that uses everything of the kit. */
@NullMarked
package io.settlement.kit.demo;

import org.jspecify.annotations.NullMarked;
