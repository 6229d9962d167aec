// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import java.net.URI;

/**
 * A service behind the door.
 *
 * @param word what it is called in paths and settings
 * @param name what it is called
 * @param address where it is
 */
record Service(String word, String name, URI address) {}
