// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import java.util.List;

/** A list as a REST body; an object, so that it can grow. */
public record Items<T>(List<T> items) {}
