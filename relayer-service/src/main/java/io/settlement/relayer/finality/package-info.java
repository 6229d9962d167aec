// SPDX-License-Identifier: Apache-2.0
/** How deep a block must be before what it logged is believed; observer and validators ask here. */
@NullMarked
package io.settlement.relayer.finality;

import org.jspecify.annotations.NullMarked;
