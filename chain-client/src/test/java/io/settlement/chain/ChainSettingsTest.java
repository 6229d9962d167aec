// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainSettingsTest {
  private static final EvmAddress ADDRESS = new EvmAddress("0x" + "55".repeat(20));
  private static final List<URI> URLS = List.of(URI.create("http://localhost:1"));

  @Test
  void fillsInWhatIsLeftOut() throws ReflectiveOperationException {
    ChainSettings settings =
        bound(
            new ChainName("Alpha"),
            null,
            null,
            31337L,
            URLS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            null,
            0,
            null,
            null,
            null,
            null,
            null,
            0);
    assertThat(settings)
        .isEqualTo(
            new ChainSettings(
                new ChainName("Alpha"),
                Family.EVM,
                Profile.V2,
                31337,
                URLS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                FinalityTag.FINALIZED,
                1000,
                Duration.ofSeconds(10),
                Duration.ofMillis(250),
                LegacySettings.ofDefaults(),
                List.of(ProviderSettings.of(URLS.getFirst())),
                new NodePolicy(
                    0,
                    3,
                    Duration.ofSeconds(60),
                    20,
                    Duration.ofMinutes(2),
                    Duration.ZERO,
                    64,
                    Duration.ofSeconds(5)),
                0));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                bound(
                    new ChainName("Alpha"),
                    null,
                    null,
                    1L,
                    null,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS,
                    null,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0))
        .hasRootCauseMessage("settlement.chains: Alpha: rpc-urls is empty");
    assertThatThrownBy(
            () ->
                bound(
                    new ChainName("Alpha"),
                    null,
                    null,
                    1L,
                    URLS,
                    null,
                    ADDRESS,
                    ADDRESS,
                    null,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0))
        .hasRootCauseMessage("settlement.chains: Alpha: settlement is missing");
    assertThatThrownBy(
            () ->
                bound(
                    null, null, null, 1L, URLS, ADDRESS, ADDRESS, ADDRESS, null, 0, null, null,
                    null, null, null, 0))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseMessage("settlement.chains: a chain has no name");
  }

  /** As Spring binds it: the canonical constructor, null for what is left out. */
  private static ChainSettings bound(@Nullable Object... components)
      throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(ChainSettings.class.getRecordComponents())
            .map(component -> component.getType())
            .toArray(Class<?>[]::new);
    return ChainSettings.class.getDeclaredConstructor(types).newInstance(components);
  }
}
