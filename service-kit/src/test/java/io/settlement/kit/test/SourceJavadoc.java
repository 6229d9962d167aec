// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.JavadocProvider;

/** What the sources' Javadoc says of records, their components, and methods. */
final class SourceJavadoc implements JavadocProvider {
  private static final List<String> PLACES =
      List.of(
          "src/main/java",
          "../service-kit/src/main/java",
          "../settlement-events/src/main/java",
          "../chain-client/src/main/java",
          "../conformance/src/main/java");

  private final Map<String, Comments> byFile = new HashMap<>();

  /** Comments of one file; keys are {@code Outer$Inner} and {@code Outer$Inner#method}. */
  private record Comments(Map<String, DocCommentTree> of) {}

  @Override
  public String getClassJavadoc(Class<?> type) {
    return body(comment(type, nested(type)));
  }

  @Override
  public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
    return params(comment(type, nested(type)));
  }

  @Override
  public String getMethodJavadocDescription(Method method) {
    return body(comment(method));
  }

  @Override
  public String getMethodJavadocReturn(Method method) {
    DocCommentTree comment = comment(method);
    if (comment == null) {
      return "";
    }
    return comment.getBlockTags().stream()
        .filter(ReturnTree.class::isInstance)
        .map(tag -> text(((ReturnTree) tag).getDescription()))
        .findFirst()
        .orElse("");
  }

  @Override
  public Map<String, String> getMethodJavadocThrows(Method method) {
    return Map.of();
  }

  @Override
  public @Nullable String getParamJavadoc(Method method, String name) {
    return params(comment(method)).get(name);
  }

  @Override
  public @Nullable String getFieldJavadoc(Field field) {
    return params(comment(field.getDeclaringClass(), nested(field.getDeclaringClass())))
        .get(field.getName());
  }

  @Override
  public String getFirstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private @Nullable DocCommentTree comment(Method method) {
    Class<?> type = method.getDeclaringClass();
    return comment(type, nested(type) + "#" + method.getName());
  }

  private @Nullable DocCommentTree comment(Class<?> type, String key) {
    String file = top(type).getName().replace('.', '/') + ".java";
    return byFile.computeIfAbsent(file, SourceJavadoc::read).of().get(key);
  }

  private static Class<?> top(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type : top(outer);
  }

  private static String nested(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : nested(outer) + "$") + type.getSimpleName();
  }

  private static Comments read(String file) {
    return PLACES.stream()
        .map(place -> Path.of(place).resolve(file))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(SourceJavadoc::parsed)
        .orElseGet(() -> new Comments(Map.of()));
  }

  private static Comments parsed(Path file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, DocCommentTree> comments = new HashMap<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(docs, comments).scan(unit, "");
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
    return new Comments(comments);
  }

  private static final class Reader extends TreePathScanner<@Nullable Void, String> {
    private final DocTrees docs;
    private final Map<String, DocCommentTree> comments;

    Reader(DocTrees docs, Map<String, DocCommentTree> comments) {
      this.docs = docs;
      this.comments = comments;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
      String name = (outer.isEmpty() ? "" : outer + "$") + type.getSimpleName();
      keep(name);
      return super.visitClass(type, name);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String outer) {
      keep(outer + "#" + method.getName());
      return null;
    }

    private void keep(String name) {
      TreePath path = getCurrentPath();
      DocCommentTree comment = docs.getDocCommentTree(path);
      if (comment != null) {
        comments.putIfAbsent(name, comment);
      }
    }
  }

  private static String body(@Nullable DocCommentTree comment) {
    return comment == null ? "" : text(comment.getFullBody());
  }

  private static Map<String, String> params(@Nullable DocCommentTree comment) {
    if (comment == null) {
      return Map.of();
    }
    Map<String, String> params = new LinkedHashMap<>();
    Stream.of(comment.getBlockTags())
        .flatMap(List::stream)
        .filter(ParamTree.class::isInstance)
        .map(ParamTree.class::cast)
        .forEach(tag -> params.put(tag.getName().toString(), text(tag.getDescription())));
    return params;
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream()
        .map(SourceJavadoc::text)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(DocTree part) {
    if (part instanceof LiteralTree literal) {
      return literal.getBody().getBody();
    }
    if (part instanceof LinkTree link) {
      return link.getLabel().isEmpty() ? link.getReference().getSignature() : text(link.getLabel());
    }
    return part.toString();
  }
}
