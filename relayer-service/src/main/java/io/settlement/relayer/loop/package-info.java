// SPDX-License-Identifier: Apache-2.0
/** Work that never ends, on threads of its own: errors are classified and waited out. */
@NullMarked
package io.settlement.relayer.loop;

import org.jspecify.annotations.NullMarked;
