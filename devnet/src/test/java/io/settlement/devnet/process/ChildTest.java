// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.settlement.devnet.terminal.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir Path temp;

  @Test
  void keepsWhatItPrintsAndTellsTheEndOfIt() {
    RunFolder folder = RunFolder.fresh(temp.resolve("world"));
    Child child = start(folder, "echo one; echo two; echo three; exit 3");
    assertThat(child.exitCode()).isEqualTo(3);
    assertThat(child.lastLines(2)).isEqualTo("two\nthree");
    assertThat(child.isAlive()).isFalse();
    folder.release();
  }

  @Test
  void isKilledWhenItDoesNotEndInTime() {
    RunFolder folder = RunFolder.fresh(temp.resolve("world"));
    Child child = start(folder, "trap '' TERM; echo deaf; while true; do sleep 0.1; done");
    await().until(() -> child.lastLines(1).equals("deaf"));
    assertThat(child.end(Duration.ofMillis(300))).isFalse();
    assertThat(child.isAlive()).isFalse();
    folder.release();
  }

  @Test
  void isEndedByTheNextRunWhenItsLauncherDied() {
    RunFolder folder = RunFolder.fresh(temp.resolve("world"));
    Child orphan = start(folder, "sleep 60");
    folder.release(); // As if the launcher were gone.
    RunFolder next = RunFolder.fresh(temp.resolve("world"));
    assertThat(orphan.isAlive()).isFalse();
    assertThat(next.log("child")).doesNotExist();
    next.release();
  }

  @Test
  void leavesAStrangerAloneWhoGotTheSameNumberLater() throws Exception {
    RunFolder folder = RunFolder.fresh(temp.resolve("world"));
    Child stranger = start(folder, "sleep 60");
    Path pidFile = temp.resolve("world/pids/child.pid");
    String[] words = Files.readString(pidFile).split(" ", -1);
    Files.writeString(pidFile, words[0] + " 12345");
    folder.release();
    RunFolder next = RunFolder.fresh(temp.resolve("world"));
    assertThat(stranger.isAlive()).isTrue();
    stranger.kill();
    next.release();
  }

  @Test
  void refusesASecondWorldInTheSameFolder() {
    RunFolder folder = RunFolder.fresh(temp.resolve("world"));
    assertThatThrownBy(() -> RunFolder.fresh(temp.resolve("world")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("already running");
    folder.release();
  }

  @Test
  void letsOnlyTheOwnerReadKeys() throws Exception {
    RunFolder folder = RunFolder.fresh(temp.resolve("world"));
    Path secret = RunFolder.writePrivately(folder.keys().resolve("secret"), "secret");
    assertThat(Files.getPosixFilePermissions(secret))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    assertThat(Files.getPosixFilePermissions(folder.keys()))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
    folder.release();
  }

  private static Child start(RunFolder folder, String script) {
    return Child.start(folder, "child", List.of("bash", "-c", script), Map.of());
  }
}
