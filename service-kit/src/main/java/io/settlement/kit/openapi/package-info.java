// SPDX-License-Identifier: Apache-2.0
/** How a service describes its own REST API: names, required fields, value types, scopes. */
@NullMarked
package io.settlement.kit.openapi;

import org.jspecify.annotations.NullMarked;
