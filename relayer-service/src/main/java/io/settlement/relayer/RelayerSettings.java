// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer;

import io.settlement.relayer.role.Role;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What every relayer process must say.
 *
 * @param roles the jobs of this process; a relayer without a job does not start
 */
@Validated
@ConfigurationProperties("settlement.relayer")
record RelayerSettings(@NotEmpty Set<Role> roles) {}
