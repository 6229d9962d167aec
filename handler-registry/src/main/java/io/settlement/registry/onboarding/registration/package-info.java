// SPDX-License-Identifier: Apache-2.0
/** What partners register themselves: proved by the signatures of those who own the contracts. */
@NullMarked
package io.settlement.registry.onboarding.registration;

import org.jspecify.annotations.NullMarked;
