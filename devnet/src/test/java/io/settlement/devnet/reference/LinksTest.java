// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every page leads where it says: files and sections that links of the repository's pages name. */
class LinksTest {
  private static final Path ROOT = Reference.inRepository("");
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", "out", "cache", "dist", ".git");
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
  private static final Pattern MARK = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

  private final Map<Path, Set<String>> sections = new HashMap<>();

  @Test
  void everyRelativeLinkLeadsToAFileAndASection() {
    List<Path> pages = pages();
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages) {
      Matcher found = LINK.matcher(CODE.matcher(Reference.read(page)).replaceAll(""));
      while (found.find()) {
        String link = found.group(1) == null ? found.group(2) : found.group(1);
        if (!link.matches("[a-z]+:.*")) {
          links++;
          if (!leadsSomewhere(page, link)) {
            broken.add(ROOT.relativize(page) + " → " + link);
          }
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(pages).hasSizeGreaterThan(80);
    assertThat(links).isGreaterThan(300);
  }

  @Test
  void aLinkThatLeadsNowhereIsNoticed() {
    Path page = ROOT.resolve("README.md");

    assertThat(leadsSomewhere(page, "docs/lanes.md#nonces")).isTrue();
    assertThat(leadsSomewhere(page, "docs/lanes.md#no-such-section")).isFalse();
    assertThat(leadsSomewhere(page, "docs/no-such-page.md")).isFalse();
  }

  @Test
  void everyPageOfTheDocsIsFoundFromTheReadme() {
    Set<Path> reached = new HashSet<>();
    List<Path> open = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    while (!open.isEmpty()) {
      Path page = open.removeLast();
      if (reached.add(page)) {
        Matcher found = LINK.matcher(CODE.matcher(Reference.read(page)).replaceAll(""));
        while (found.find()) {
          String link = found.group(1) == null ? found.group(2) : found.group(1);
          Path target = target(page, link.replaceAll("#.*", ""));
          if (link.contains(".md") && Files.isRegularFile(target)) {
            open.add(target);
          }
        }
      }
    }

    assertThat(pages().stream().filter(page -> page.startsWith(ROOT.resolve("docs"))))
        .isSubsetOf(reached);
  }

  private boolean leadsSomewhere(Path page, String link) {
    int hash = link.indexOf('#');
    Path target = hash == 0 ? page : target(page, hash < 0 ? link : link.substring(0, hash));
    if (!Files.exists(target)) {
      return false;
    }
    boolean named = hash >= 0 && target.toString().endsWith(".md");
    return !named || sections(target).contains(link.substring(hash + 1));
  }

  private static Path target(Path page, String link) {
    String path = URLDecoder.decode(link, StandardCharsets.UTF_8);
    return page.resolveSibling(path).normalize();
  }

  /** What can stand behind # in links to that page, as forges make it of headings. */
  private Set<String> sections(Path page) {
    return sections.computeIfAbsent(
        page,
        path -> {
          String text = Reference.read(path);
          Set<String> names = new HashSet<>();
          Map<String, Integer> times = new HashMap<>();
          Matcher headings =
              HEADING.matcher(Pattern.compile("(?ms)^ *```.*?^ *```").matcher(text).replaceAll(""));
          while (headings.find()) {
            String name =
                headings
                    .group(1)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int before = times.merge(name, 1, Integer::sum) - 1;
            names.add(before == 0 ? name : name + "-" + before);
          }
          MARK.matcher(text).results().forEach(mark -> names.add(mark.group(1)));
          return names;
        });
  }

  private static List<Path> pages() {
    List<Path> pages = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".md")) {
                pages.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }
}
