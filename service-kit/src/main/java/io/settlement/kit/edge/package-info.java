// SPDX-License-Identifier: Apache-2.0
/** Where facts come in: one poll is one batch is one transaction; a bad record leaves alone. */
@NullMarked
package io.settlement.kit.edge;

import org.jspecify.annotations.NullMarked;
