// SPDX-License-Identifier: Apache-2.0
/** Brings a chain from its application to live use by evidence, and watches that it stays so. */
@NullMarked
package io.settlement.registry.onboarding;

import org.jspecify.annotations.NullMarked;
