// SPDX-License-Identifier: Apache-2.0
/** What requests say, read alike by every filter and controller. */
@NullMarked
package io.settlement.kit.request;

import org.jspecify.annotations.NullMarked;
