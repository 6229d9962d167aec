// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Finding;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.report.Report;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes runs and looks, a few at once. A run is leased: who falls silent loses it to another
 * instance, which goes on with what was found, and what the silent one finds later counts no more.
 */
@Component
class Runner implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Runner.class);

  private final UUID me = UUID.randomUUID();
  private final Runs runs;
  private final Measurement measurement;
  private final int atOnce;
  private final Map<UUID, Future<?>> running = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean ending;

  Runner(Runs runs, Measurement measurement, ConformanceSettings settings) {
    this.runs = runs;
    this.measurement = measurement;
    this.atOnce = settings.atOnce();
  }

  /** Who it is to other instances. */
  UUID id() {
    return me;
  }

  /** How many it looks at now. */
  int underWay() {
    return running.size();
  }

  /** Takes what there is room for. */
  void look() {
    while (!ending && running.size() < atOnce) {
      Optional<Run> next = runs.take(me);
      if (next.isEmpty()) {
        return;
      }
      start(next.get());
    }
  }

  /** Goes on with a run that is held in this instance's name. */
  void start(Run run) {
    running.computeIfAbsent(run.id(), id -> threads.submit(() -> go(run)));
  }

  /** Says that it is still there; a run that is another's by now is left to it. */
  void renew() {
    running.forEach(
        (run, look) -> {
          if (!runs.renew(run, me)) {
            look.cancel(true);
          }
        });
  }

  private void go(Run run) {
    try {
      if (run.plan().suite().equals(Report.Origin.version())) {
        finish(run);
      } else {
        runs.breakOff(run, me, "begun by version %s of the suite".formatted(run.plan().suite()));
      }
    } catch (InterruptedException e) {
      leave(run);
    } catch (RuntimeException e) {
      if (ending || isCalledOff(run)) {
        // Whoever is interrupted within a statement is told so by the database's driver.
        boolean ignored = Thread.interrupted();
        leave(run);
      } else if (e instanceof Unanswered silent) {
        // Nothing can be looked at; whoever asked is told why.
        runs.breakOff(run, me, String.valueOf(silent.getMessage()));
      } else {
        // Nobody renews it now: when its lease is over, it is tried again.
        log.atError().addKeyValue("run", run.id()).setCause(e).log("a conformance run failed");
      }
    } finally {
      running.remove(run.id());
    }
  }

  private boolean isCalledOff(Run run) {
    Future<?> look = running.get(run.id());
    return look != null && look.isCancelled();
  }

  private void finish(Run run) throws InterruptedException {
    Map<String, Finding> known = runs.findings(run.id());
    log.atInfo()
        .addKeyValue("run", run.id())
        .addKeyValue("chain", run.chain())
        .addKeyValue("known", known.size())
        .log("conformance is looked at");
    runs.finish(run, me, measurement.look(run, known, new Keeper(run)));
  }

  /** Stores each finding before the next is told. */
  private final class Keeper implements Progress {
    private final Run run;

    Keeper(Run run) {
      this.run = run;
    }

    @Override
    public void ended(Finding finding) {
      Future<?> look = running.get(run.id());
      if (!runs.found(run.id(), me, finding) && look != null) {
        look.cancel(true);
      }
    }
  }

  private void leave(Run run) {
    if (ending) {
      runs.release(run.id(), me);
    } else {
      log.atWarn().addKeyValue("run", run.id()).log("a conformance run went to another instance");
    }
  }

  /** Lets others go on at once. */
  @Override
  public void destroy() {
    ending = true;
    threads.shutdownNow();
    threads.close();
  }

  /** The rhythm of looking for runs and of saying that one is still there. */
  @Component
  static class Rhythm {
    private final Runner runner;

    Rhythm(Runner runner) {
      this.runner = runner;
    }

    @Scheduled(fixedDelayString = "${settlement.conformance.look-interval:2s}")
    void look() {
      runner.look();
    }

    @Scheduled(fixedDelayString = "${settlement.conformance.renew-interval:5s}")
    void renew() {
      runner.renew();
    }
  }
}
