// SPDX-License-Identifier: Apache-2.0
/** This service's own nodes. */
@NullMarked
package io.settlement.artifact.chain;

import org.jspecify.annotations.NullMarked;
