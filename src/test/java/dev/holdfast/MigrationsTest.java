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

  private static final Pattern VERSION = Pattern.compile("V(\\d+)__.+\\.sql");

  private static final Pattern ADDS =
      Pattern.compile(
          "create (table|sequence|index|view|function|or replace function|trigger|rule) .+"
              + "|insert into .+"
              + "|alter table \\S+ add column (?!.*\\b(unique|references|primary key)\\b).+");

  private static final Pattern REQUIRED = Pattern.compile(".+ not null(?!.* default ).*");
  private static final Pattern CREATED = Pattern.compile("create table (\\S+) .+");
  private static final Pattern UNIQUE = Pattern.compile("create unique index \\S+ on (\\S+) .+");

  static Stream<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
      return files.filter(file -> number(file) >= FIRST).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void onlyAdds(Path migration) throws IOException {
    assertThat(thatDoMoreThanAdd(Files.readString(migration))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table requests",
        "alter table requests drop column draft",
        "alter table requests rename column draft to form",
        "alter table requests alter column draft type text",
        "alter table requests add constraint one unique (draft)",
        "alter table requests add column note text not null",
        "alter table requests add column note varchar(9) unique",
        "create unique index one on requests (source_id)",
        "delete from audit",
        "update requests set version = 1",
        "truncate table outbox"
      })
  void whatBreaksAnOlderReplicaIsSeen(String statement) {
    assertThat(thatDoMoreThanAdd("-- why\n" + statement + ";\n")).hasSize(1);
  }

  @Test
  void whatAddsIsLetThrough() {
    assertThat(
            thatDoMoreThanAdd(
                """
                create table things (id bigint not null primary key);
                create unique index things_by_id on things (id);
                alter table requests add column note text; -- why
                alter table requests add column many int not null default 0;
                """))
        .isEmpty();
  }

  private static List<String> thatDoMoreThanAdd(String script) {
    List<String> found = new ArrayList<>();
    List<String> created = new ArrayList<>();
    for (String statement : statements(script)) {
      Matcher table = CREATED.matcher(statement);
      Matcher unique = UNIQUE.matcher(statement);
      if (table.matches()) {
        created.add(table.group(1));
      }
      boolean onItsOwn = unique.matches() && created.contains(unique.group(1));
      boolean adds = ADDS.matcher(statement).matches() && !demands(statement);
      if (!onItsOwn && !adds) {
        found.add(statement);
      }
    }
    return found;
  }

  /** What an older replica leaves out must be allowed to be missing. */
  private static boolean demands(String statement) {
    return statement.startsWith("alter table") && REQUIRED.matcher(statement).matches();
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
