// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain.keys;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A signer that speaks Web3signer's HTTP API and holds the key.
 *
 * @param url where it is, http or https
 * @param tokenFile holds a bearer token for a proxy before it; none when left out
 * @param sslBundle name of the spring.ssl.bundle to trust and to show; the machine's trust when
 *     left out
 * @param timeout longest wait for one answer
 */
public record RemoteSignerSettings(
    @NotNull URI url,
    @Nullable Path tokenFile,
    @Nullable String sslBundle,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 10) Duration timeout) {}
