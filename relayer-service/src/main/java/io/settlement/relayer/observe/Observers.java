// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The observing loops of this process. */
final class Observers extends ChainLoops implements AutoCloseable {
  private final List<EvmReader.Bell> bells = new CopyOnWriteArrayList<>();

  Observers() {
    super(List.of());
  }

  /**
   * Observes one more chain from now on.
   *
   * @param reader rings when a provider announces a block; the loops look by themselves anyway
   */
  void add(EvmReader reader, List<ChainLoop> itsLoops) {
    itsLoops.forEach(this::add);
    listen(reader);
  }

  private void listen(EvmReader reader) {
    bells.add(reader.onNewHead(() -> wake(reader.settings().name())));
  }

  private void wake(ChainName chain) {
    loops().stream().filter(loop -> loop.chain().equals(chain)).forEach(ChainLoop::wake);
  }

  @Override
  public void close() {
    bells.forEach(EvmReader.Bell::close);
  }
}
