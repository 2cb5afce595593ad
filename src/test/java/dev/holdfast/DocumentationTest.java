package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The repository contains what its code and its pages cite, and what its pages name exists. */
class DocumentationTest {

  private static final Path DOCS = Path.of("src/docs");
  private static final Path RULES = DOCS.resolve("rules.md");
  private static final List<Path> CONTRACTS =
      Stream.of("admin-api.md", "teams.md", "other-services.md").map(DOCS::resolve).toList();
  private static final List<String> FOLDERS =
      List.of("src", "cards", "manifest", "deploy", ".ci", ".github");
  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(java|md|ya?ml|properties|sql|sh|m?js|xml)|run|Dockerfile|\\.git-blame-ignore-revs");

  /** What tools put there, and data of an earlier version. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(".*(/node_modules/|/target/|/compatibility/f2baffe/).*");

  private static final List<Path> FILES = files();

  /** All but this class, whose examples cite what isn't there. */
  static Stream<Path> texts() {
    return FILES.stream()
        .filter(file -> TEXT.matcher(file.getFileName().toString()).matches() || isCard(file))
        .filter(file -> !file.endsWith("DocumentationTest.java"));
  }

  private static boolean isCard(Path file) {
    return file.startsWith("cards") && file.toString().endsWith(".json");
  }

  static Stream<Path> pages() {
    return FILES.stream().filter(file -> file.toString().endsWith(".md"));
  }

  @Test
  void theReadmeIsReadInTwoMinutes() {
    assertThat(read(Path.of("README.md")).strip().split("\\s+")).hasSizeLessThanOrEqualTo(400);
  }

  @Test
  void everyRuleThatIsCitedIsDefined() {
    Set<String> defined = Citations.definedRules(read(RULES));

    assertThat(defined).hasSizeGreaterThan(50);
    assertThat(unknown(Citations::rules, defined)).isEmpty();
  }

  @Test
  void everySectionThatIsCitedIsDefined() {
    Set<String> defined =
        CONTRACTS.stream()
            .flatMap(page -> Citations.definedSections(read(page)).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(defined).contains("1.5", "2", "2.3", "5", "B7");
    assertThat(unknown(Citations::sections, defined)).isEmpty();
  }

  @Test
  void everyPageThatIsNamedIsInTheRepository() {
    Set<String> names =
        pages().map(page -> page.getFileName().toString()).collect(Collectors.toSet());

    assertThat(unknown(Citations::pages, names)).isEmpty();
    assertThat(unknown(Citations::foreignFolders, Set.of())).isEmpty();
  }

  @Test
  void noRuleIsDefinedTwice() {
    assertThat(read(RULES).lines().filter(line -> line.matches("### R\\d+ .*")))
        .extracting(line -> line.split(" ")[1])
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRuleSaysWhereItComesFromAndWhatHoldsIt() {
    assertThat(rules())
        .allSatisfy(
            rule -> {
              assertThat(rule).contains("\n- Source: ");
              assertThat(rule)
                  .containsPattern("\n- (Not used yet|Code: [^\n]*(\n  [^\n]*)*\n- Tests: `)");
            });
  }

  @Test
  void noRuleThatCodeCitesIsCalledUnused() {
    Set<String> unused =
        rules()
            .filter(rule -> rule.contains("\n- Not used yet"))
            .map(rule -> rule.substring(0, rule.indexOf(' ')))
            .collect(Collectors.toSet());
    Set<String> cited =
        FILES.stream()
            .filter(file -> file.startsWith("src/main/java"))
            .filter(file -> file.toString().endsWith(".java"))
            .flatMap(file -> Citations.rules(read(file)).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(cited).isNotEmpty().doesNotContainAnyElementsOf(unused);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTestThatAPageNamesExists(Path page) {
    Set<String> named = Citations.classes(read(page), "Tests?|Contract");

    named.removeAll(types("src/test/java"));
    assertThat(named).as("tests that don't exist").isEmpty();
  }

  /** In the tables that have such a column: test classes, or a dash. */
  @Test
  void everyRowOfAContractSaysWhichTestsHoldIt() {
    assertThat(CONTRACTS.stream().flatMap(page -> lastCells(read(page))))
        .hasSizeGreaterThan(150)
        .allSatisfy(cell -> assertThat(cell).matches("–.*|.*`[.\\w/]+`.*"));
  }

  @Test
  void everyClassThatARuleNamesExists() {
    Set<String> named =
        read(RULES)
            .lines()
            .filter(line -> line.startsWith("- Code: "))
            .flatMap(line -> Citations.classes(line, "").stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).isNotEmpty();
    named.removeAll(types("src/main/java"));
    assertThat(named).as("classes that don't exist").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) {
    assertThat(PageLinks.broken(page, read(page))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'Since 2020 (rule R91).', R91",
    "'RuleId.R91.red(…)', R91",
    "'rules R7, R91', R7 R91",
    "'request R-91, ER91, R910', ''"
  })
  void rulesAreFoundInTexts(String text, String found) {
    assertThat(String.join(" ", Citations.rules(text))).isEqualTo(found);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'(facts 9.1)', 9.1",
    "'/** Facts 9.1, 9.2 and 8 | list */', 8 9.1 9.2",
    "'(facts Z7, \"202 header\")', Z7",
    "'(facts\n   * 9.1)', 9.1",
    "'facts R44', R44",
    "'section 9.1, sections 8 and Z7', 8 9.1 Z7",
    "'as F9 says (E8)', E8 F9",
    "'a%2F1, `A4`, D3-format, B2B, section one', ''",
    "'the facts of a FactSet, 3 facts', ''"
  })
  void sectionsAreFoundInTexts(String text, String found) {
    assertThat(String.join(" ", Citations.sections(text))).isEqualTo(found);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'see notes/OUTSIDE.md, section 3', OUTSIDE.md",
    "'{@code OUTSIDE.md}', OUTSIDE.md",
    "'https://example.com/a/OUTSIDE.md, a.mdx', ''"
  })
  void pagesAreFoundInTexts(String text, String found) {
    assertThat(String.join(" ", Citations.pages(text))).isEqualTo(found);
  }

  @Test
  void foldersOfNotesAreFoundInTexts() {
    assertThat(Citations.foreignFolders("as {@code facts/} says")).hasSize(1);
    assertThat(Citations.foreignFolders("src/main/shared/")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'[a](missing.md)', missing.md",
    "'[a](../../outside.md)', ../../outside.md",
    "'[a](#no-such-heading)', #no-such-heading",
    "'[a][b]', b",
    "'# One heading\n"
        + "[a](#one-heading) `[a](x)` [b](https://example.com) [c][d]\n\n"
        + "[d]: https://example.com', ''"
  })
  void brokenLinksAreFoundInPages(String text, String found) {
    assertThat(String.join(" ", PageLinks.broken(RULES, text))).isEqualTo(found);
  }

  /** Each place where something is cited that isn't known. */
  private static List<String> unknown(
      Function<String, Set<String>> citations, Set<String> defined) {
    return texts()
        .flatMap(
            file ->
                citations.apply(read(file)).stream()
                    .filter(citation -> !defined.contains(citation))
                    .map(citation -> citation + " in " + file))
        .toList();
  }

  /** The last cell of each row of the tables whose last column has the tests. */
  private static Stream<String> lastCells(String page) {
    return Stream.of(page.split("\n\n"))
        .filter(table -> table.contains(" tests |\n| ---"))
        .flatMap(table -> table.lines().filter(line -> line.startsWith("|")).skip(2))
        .map(row -> row.substring(row.lastIndexOf(" | ") + 3, row.lastIndexOf(" |")));
  }

  private static Stream<String> rules() {
    return Stream.of(read(RULES).split("(?m)^(### |## )"))
        .filter(section -> section.matches("(?s)R\\d+ .*"));
  }

  private static Set<String> types(String root) {
    return FILES.stream()
        .filter(file -> file.startsWith(root))
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(".java"))
        .map(name -> name.substring(0, name.length() - ".java".length()))
        .collect(Collectors.toSet());
  }

  private static List<Path> files() {
    Stream<Path> below = FOLDERS.stream().flatMap(folder -> walk(Path.of(folder), 30));
    return Stream.concat(below, walk(Path.of(""), 1))
        .filter(Files::isRegularFile)
        .filter(file -> !LEFT_OUT.matcher("/" + file).matches())
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Couldn't read " + file, e);
    }
  }
}
