// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import io.settlement.kit.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which problems a method may answer with, as its compiled code and all it may call say: {@code
 * Problem.conflict("…")} and its like. What a subclass overrides counts too, so it says rather too
 * much than too little.
 */
final class ProblemCodes {
  private static final String PROBLEM = Type.getInternalName(Problem.class);
  private static final Map<String, Integer> FACTORIES =
      Map.of(
          "badRequest", 400,
          "forbidden", 403,
          "notFound", 404,
          "conflict", 409,
          "unprocessable", 422,
          "tooMany", 429,
          "unavailable", 503);

  private final Map<String, Code> methods = new HashMap<>();
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> children = new HashMap<>();
  private final Set<String> catalogue = catalogue();

  /** What a method calls, and which problems it makes, as status and code. */
  private static final class Code {
    private final Set<String> calls = new HashSet<>();
    private final Set<String> problems = new TreeSet<>();
  }

  ProblemCodes(String basePackage) {
    for (String root : List.of(basePackage, "io.settlement.kit")) {
      read(root);
    }
    parents.forEach(
        (type, above) ->
            above.forEach(one -> children.computeIfAbsent(one, any -> new HashSet<>()).add(type)));
  }

  /** Codes by status. */
  NavigableMap<Integer, Set<String>> of(Method method) {
    NavigableMap<Integer, Set<String>> found = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(
        Type.getInternalName(method.getDeclaringClass())
            + "."
            + method.getName()
            + Type.getMethodDescriptor(method));
    while (!open.isEmpty()) {
      String next = open.pop();
      Code code = methods.get(next);
      if (seen.add(next)) {
        open.addAll(elsewhere(next));
        if (code != null) {
          open.addAll(code.calls);
          for (String problem : code.problems) {
            int space = problem.indexOf(' ');
            found
                .computeIfAbsent(
                    Integer.valueOf(problem.substring(0, space)), any -> new TreeSet<>())
                .add(problem.substring(space + 1));
          }
        }
      }
    }
    return found;
  }

  /** The same method of whoever inherits it or is inherited from. */
  private List<String> elsewhere(String call) {
    int dot = call.indexOf('.');
    String owner = call.substring(0, dot);
    String method = call.substring(dot);
    return method.startsWith(".<")
        ? List.of()
        : Stream.concat(
                children.getOrDefault(owner, Set.of()).stream(),
                methods.containsKey(call)
                    ? Stream.empty()
                    : parents.getOrDefault(owner, List.of()).stream())
            .map(type -> type + method)
            .toList();
  }

  private void read(String basePackage) {
    String pattern = "classpath*:" + basePackage.replace('.', '/') + "/**/*.class";
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        if (!String.valueOf(file.getURL()).contains("test")) {
          try (InputStream bytes = file.getInputStream()) {
            new ClassReader(bytes).accept(new Classes(), ClassReader.SKIP_FRAMES);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> catalogue() {
    Set<String> known = new HashSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|").matcher(page());
    while (row.find()) {
      known.add(row.group(1));
    }
    return known;
  }

  private static String page() {
    try {
      return Files.readString(Repository.root().resolve("docs/problems.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Classes extends ClassVisitor {
    private String type = "";

    Classes() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String parent,
        String @Nullable [] interfaces) {
      type = name;
      List<String> above = new ArrayList<>();
      if (interfaces != null) {
        above.addAll(Arrays.asList(interfaces));
      }
      if (parent != null) {
        above.add(parent);
      }
      above.removeIf(one -> !one.startsWith("io/settlement/"));
      parents.put(name, above);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Code code = methods.computeIfAbsent(type + "." + name + descriptor, any -> new Code());
      return new Calls(code);
    }
  }

  private final class Calls extends MethodVisitor {
    private final Code code;
    private final List<String> words = new ArrayList<>();

    Calls(Code code) {
      super(Opcodes.ASM9);
      this.code = code;
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof String word && catalogue.contains(word)) {
        words.add(word);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(PROBLEM) && FACTORIES.containsKey(name)) {
        words.forEach(word -> code.problems.add(FACTORIES.get(name) + " " + word));
        words.clear();
      } else if (owner.startsWith("io/settlement/")) {
        code.calls.add(owner + "." + name + descriptor);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle && handle.getOwner().startsWith("io/settlement/")) {
          code.calls.add(handle.getOwner() + "." + handle.getName() + handle.getDesc());
        }
      }
    }
  }
}
