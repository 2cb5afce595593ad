package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A migration runs while a replica of the version before still reads and writes, so it only adds.
 */
class MigrationsTest {

  /** Those before were released together. */
  private static final int FIRST = 5;

  private static final Pattern VERSION = Pattern.compile("V(\\d+)(?:\\.\\d+)?__.+\\.sql");

  private static final Pattern ADDS =
      Pattern.compile(
          "create (table|sequence|index|view|function|or replace function|(constraint"
              + " )?trigger|rule) .+|insert into .+|alter table \\S+ enable always trigger \\S+"
              // The index that took its place holds the same.
              + "|drop index requests_by_state"
              // Older replicas only write this column, and always something.
              + "|alter table audit alter column request_version drop not null"
              + "|alter table \\S+ add column (?!.*\\b(unique|references|primary key)\\b).+");

  private static final Pattern REQUIRED = Pattern.compile(".+(?<!drop) not null(?!.* default ).*");
  private static final Pattern CREATED = Pattern.compile("create table (\\S+) .+");
  private static final Pattern OF_THE_NEW =
      Pattern.compile("(?:create unique index \\S+ on|alter table) (\\S+) .+");

  static Stream<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
      return files.filter(file -> number(file) >= FIRST).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void onlyAdds(Path migration) throws IOException {
    List<String> created = new ArrayList<>();
    for (Path one : migrations().filter(other -> number(other) == number(migration)).toList()) {
      created.addAll(created(Files.readString(one)));
    }
    assertThat(thatDoMoreThanAdd(Files.readString(migration), created)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table requests",
        "drop index requests_by_affected",
        "alter table requests drop column draft",
        "alter table requests rename column draft to form",
        "alter table requests alter column draft type text",
        "alter table requests alter column draft drop not null",
        "alter table requests add constraint one unique (draft)",
        "alter table requests add column note text not null",
        "alter table requests add column note varchar(9) unique",
        "create unique index one on requests (source_id)",
        "delete from audit",
        "update requests set version = 1",
        "truncate table outbox"
      })
  void whatBreaksAnOlderReplicaIsSeen(String statement) {
    assertThat(thatDoMoreThanAdd("-- why\n" + statement + ";\n", List.of())).hasSize(1);
  }

  @Test
  void whatAddsIsLetThrough() {
    String script =
        """
        create table things (id bigint not null primary key);
        create unique index things_by_id on things (id);
        alter table things add constraint things_are_own foreign key (id) references things (id);
        alter table requests add column note text; -- why
        alter table requests add column many int not null default 0;
        """;
    assertThat(thatDoMoreThanAdd(script, created(script))).isEmpty();
  }

  /**
   * @param created tables that no older replica knows
   */
  private static List<String> thatDoMoreThanAdd(String script, List<String> created) {
    return statements(script).stream()
        .filter(statement -> !isOfTheNew(statement, created))
        .filter(statement -> !ADDS.matcher(statement).matches() || demands(statement))
        .toList();
  }

  private static boolean isOfTheNew(String statement, List<String> created) {
    Matcher matcher = OF_THE_NEW.matcher(statement);
    return matcher.matches() && created.contains(matcher.group(1));
  }

  private static List<String> created(String script) {
    return statements(script).stream()
        .map(CREATED::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  /** What an older replica leaves out must be allowed to be missing. */
  private static boolean demands(String statement) {
    return statement.contains(" add column ") && REQUIRED.matcher(statement).matches();
  }

  /** In lower case on one line each; the body of a function stays within its statement. */
  private static List<String> statements(String script) {
    String bare = script.replaceAll("--[^\\n]*", " ").replaceAll("(?s)\\$\\$.*?\\$\\$", "body");
    return Stream.of(bare.split(";"))
        .map(one -> one.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static int number(Path file) {
    Matcher matcher = VERSION.matcher(file.getFileName().toString());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
