// SPDX-License-Identifier: Apache-2.0
/** The end of a service under load: whoever keeps a connection to it is told to open another. */
@NullMarked
package io.settlement.kit.goodbye;

import org.jspecify.annotations.NullMarked;
