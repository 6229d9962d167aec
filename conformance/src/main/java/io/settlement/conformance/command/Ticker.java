// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.Finding;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Requirement;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells people how a run goes, and the journal what came of it. */
final class Ticker implements Progress {
  private final PrintWriter out;
  private final Journal journal;
  private final int all;
  private int done;

  Ticker(PrintWriter out, Journal journal, int all) {
    this.out = out;
    this.journal = journal;
    this.all = all;
    this.done = journal.known().size();
    if (done > 0) {
      say("%d of %d are known from before".formatted(done, all));
    }
  }

  /** Only what takes its time is worth a line. */
  @Override
  public synchronized void begun(Requirement requirement) {
    if (requirement.kind() == Kind.OVER_TIME) {
      say("          looking at %s %s".formatted(requirement.id(), requirement.title()));
    }
  }

  @Override
  public synchronized void ended(Finding finding) {
    journal.add(finding);
    done++;
    say(
        String.format(
            Locale.ROOT,
            "[%3d/%3d] %-9s %-7s %5.1f s  %s",
            done,
            all,
            finding.requirement(),
            finding.outcome().verdict(),
            finding.took().toMillis() / 1000.0,
            Lines.oneOf(finding.outcome().reason())));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
