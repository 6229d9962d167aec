// SPDX-License-Identifier: Apache-2.0
/**
 * Lists as the array parameters of set-based statements, and what is said when PostgreSQL refuses.
 */
@NullMarked
package io.settlement.kit.sql;

import org.jspecify.annotations.NullMarked;
