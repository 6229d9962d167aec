// SPDX-License-Identifier: Apache-2.0
/** Many messages at once, timed, beside what the destination chain alone could take. */
@NullMarked
package io.settlement.devnet.load;

import org.jspecify.annotations.NullMarked;
