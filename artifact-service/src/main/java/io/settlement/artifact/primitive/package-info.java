// SPDX-License-Identifier: Apache-2.0
/** Who stands behind an artifact, what he promises, and how he is admitted. */
@NullMarked
package io.settlement.artifact.primitive;

import org.jspecify.annotations.NullMarked;
