// SPDX-License-Identifier: Apache-2.0
/** The chains this process reads, each through its own configured nodes; shared by every role. */
@NullMarked
package io.settlement.relayer.nodes;

import org.jspecify.annotations.NullMarked;
