// SPDX-License-Identifier: Apache-2.0
/** What the tests of every service stand on: a real broker, a real database, real chains. */
@NullMarked
package io.settlement.kit.test;

import org.jspecify.annotations.NullMarked;
