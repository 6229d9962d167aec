// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The meters that sources register: calls whose first argument is a name of ours. */
final class MeterCalls extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private static final String OURS = "settlement.";
  private static final Map<String, String> KINDS =
      Map.of(
          "counter", "counter",
          "timer", "timer",
          "gauge", "gauge",
          "gaugeCollectionSize", "gauge",
          "summary", "summary");
  private static final Map<String, String> BUILDERS =
      Map.of(
          "Counter", "counter",
          "Timer", "timer",
          "Gauge", "gauge",
          "TimeGauge", "gauge",
          "DistributionSummary", "summary");
  private static final Set<String> TAGGING = Set.of("tag", "tags", "and", "of");

  private final Map<String, Meter> found = new TreeMap<>();

  /**
   * A meter.
   *
   * @param tags those that the call names itself; others come by a variable
   */
  record Meter(String kind, Set<String> tags) {}

  /** All meters of a module, by name. */
  static Map<String, Meter> of(Path sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> paths = Files.walk(sources);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> all = paths.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(all));
      MeterCalls calls = new MeterCalls();
      task.parse().forEach(unit -> calls.scan(new TreePath(unit), null));
      return calls.found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    String kind = kind(call);
    if (kind != null) {
      call.getArguments().stream()
          .map(MeterCalls::text)
          .filter(text -> text.startsWith(OURS))
          .findFirst()
          .ifPresent(name -> keep(name, kind, call));
    }
    return super.visitMethodInvocation(call, null);
  }

  private void keep(String name, String kind, MethodInvocationTree call) {
    Set<String> tags = new TreeSet<>(pairs(call, name));
    new Tags(tags).scan(statement(), null);
    Meter before = found.get(name);
    if (before != null) {
      tags.addAll(before.tags());
    }
    found.put(name, new Meter(kind, tags));
  }

  /** Everything that is said in the same breath. */
  private TreePath statement() {
    TreePath path = getCurrentPath();
    while (!(path.getParentPath().getLeaf() instanceof StatementTree)
        && !(path.getParentPath().getLeaf() instanceof MethodTree)) {
      path = path.getParentPath();
    }
    return path;
  }

  private static @Nullable String kind(MethodInvocationTree call) {
    ExpressionTree method = call.getMethodSelect();
    if (method instanceof MemberSelectTree select) {
      String name = select.getIdentifier().toString();
      return name.equals("builder")
          ? BUILDERS.get(select.getExpression().toString())
          : KINDS.get(name);
    }
    return KINDS.get(method.toString());
  }

  private static String text(ExpressionTree argument) {
    return argument instanceof LiteralTree literal && literal.getValue() instanceof String text
        ? text
        : "";
  }

  /** Names of tags after the meter's own name: every second argument. */
  private static List<String> pairs(MethodInvocationTree call, String after) {
    List<String> texts = call.getArguments().stream().map(MeterCalls::text).toList();
    List<String> names = new ArrayList<>();
    if (call.getMethodSelect() instanceof MemberSelectTree) {
      for (int i = texts.indexOf(after) + 1; i < texts.size(); i += 2) {
        names.add(texts.get(i));
      }
    }
    return names.stream()
        .filter(name -> !name.isEmpty())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** Names of tags in calls that add them. */
  private static final class Tags extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> names;

    Tags(Set<String> names) {
      this.names = names;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && TAGGING.contains(select.getIdentifier().toString())) {
        List<String> texts = call.getArguments().stream().map(MeterCalls::text).toList();
        for (int i = 0; i < texts.size(); i += 2) {
          if (!texts.get(i).isEmpty()) {
            names.add(texts.get(i));
          }
        }
      }
      return super.visitMethodInvocation(call, null);
    }
  }
}
