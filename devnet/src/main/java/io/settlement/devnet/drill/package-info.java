// SPDX-License-Identifier: Apache-2.0
/** What operators practise: instances that end, are replaced, or come back with older data. */
@NullMarked
package io.settlement.devnet.drill;

import org.jspecify.annotations.NullMarked;
