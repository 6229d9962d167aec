// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.demo;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The demo service. */
@SpringBootApplication
public class DemoApplication {}
