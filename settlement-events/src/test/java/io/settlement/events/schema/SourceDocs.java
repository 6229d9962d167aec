// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.settlement.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What Javadoc says of types, their components, methods and constants, as plain text. */
public final class SourceDocs {
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<Component>> records = new HashMap<>();

  /**
   * A component of a record.
   *
   * @param type as it is written, without annotations
   * @param byDefault what its annotation DefaultValue says; null without one
   * @param text what Javadoc says; empty when it says nothing
   */
  public record Component(String name, String type, @Nullable String byDefault, String text) {}

  /** Of all sources below a folder. */
  public static SourceDocs below(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SourceDocs docs = new SourceDocs();
    try (Stream<Path> paths = Files.walk(folder);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        docs.new Reader(trees).scan(new TreePath(unit), "");
      }
      return docs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of a type. */
  Optional<String> of(Class<?> type) {
    return Optional.ofNullable(texts.get(name(type)));
  }

  /** What is said of a record's component, of a constant, or of a method without parameters. */
  Optional<String> of(Class<?> type, String member) {
    return Optional.ofNullable(texts.get(name(type) + "#" + member));
  }

  /**
   * The components of a record, by its name with those of the types around it; empty for what is no
   * record below the folder.
   */
  public List<Component> components(String type) {
    return records.getOrDefault(type, List.of());
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** Keeps what it sees; its parameter is the name of the type around. */
  private final class Reader extends TreePathScanner<@Nullable Void, String> {
    private final DocTrees trees;

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
      String name =
          outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        texts.put(name, plain(comment.getFullBody()));
        comment.getBlockTags().stream()
            .filter(ParamTree.class::isInstance)
            .map(ParamTree.class::cast)
            .forEach(
                param -> texts.put(name + "#" + param.getName(), plain(param.getDescription())));
      }
      if (type.getKind() == Tree.Kind.RECORD) {
        records.put(name, components(type, name));
      }
      return super.visitClass(type, name);
    }

    private List<Component> components(ClassTree type, String name) {
      return type.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(VariableTree.class::cast)
          .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
          .map(
              field ->
                  new Component(
                      field.getName().toString(),
                      field.getType().toString().replaceAll("@\\w+(\\([^)]*\\))? ?", ""),
                      byDefault(field),
                      texts.getOrDefault(name + "#" + field.getName(), "")))
          .toList();
    }

    private static @Nullable String byDefault(VariableTree field) {
      return field.getModifiers().getAnnotations().stream()
          .filter(one -> one.getAnnotationType().toString().endsWith("DefaultValue"))
          .map(
              one ->
                  TEXT.matcher(one.getArguments().toString())
                      .results()
                      .map(found -> found.group(1))
                      .collect(Collectors.joining(", ")))
          .findFirst()
          .orElse(null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, String type) {
      keep(type, variable.getName().toString());
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String type) {
      if (method.getParameters().isEmpty()) {
        keep(type, method.getName().toString());
      }
      return null;
    }

    private void keep(String type, String member) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        texts.putIfAbsent(type + "#" + member, plain(comment.getFullBody()));
      }
    }
  }

  private static String plain(List<? extends DocTree> parts) {
    StringBuilder text = new StringBuilder();
    for (DocTree part : parts) {
      text.append(plain(part));
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static String plain(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    }
    if (part instanceof LiteralTree literal) {
      return literal.getBody().getBody();
    }
    if (part instanceof LinkTree link) {
      String named = link.getReference().getSignature();
      if (named.startsWith("Topics#")) {
        return topic(named.substring("Topics#".length()));
      }
      return link.getLabel().isEmpty()
          ? named.substring(Math.max(named.lastIndexOf('.'), named.lastIndexOf('#')) + 1)
          : plain(link.getLabel());
    }
    return "";
  }

  private static String topic(String constant) {
    try {
      return String.valueOf(Topics.class.getField(constant).get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
