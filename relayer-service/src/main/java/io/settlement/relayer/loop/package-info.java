// SPDX-License-Identifier: Apache-2.0
/** Work that never ends: one virtual thread for each chain, errors classified and waited out. */
@NullMarked
package io.settlement.relayer.loop;

import org.jspecify.annotations.NullMarked;
