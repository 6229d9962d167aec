// SPDX-License-Identifier: Apache-2.0
/** Answers that callers keep and ask for again only when they have changed. */
@NullMarked
package io.settlement.kit.etag;

import org.jspecify.annotations.NullMarked;
