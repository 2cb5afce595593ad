package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class H2CopyTest {

  @Test
  void isWhatTheMigrationsLeaveBehind() {
    assertThat(structure(Databases.H2.fresh()))
        .isEqualTo(structure(Databases.H2.empty().migrated()))
        .anyMatch(line -> line.contains("audit_append_only"));
  }

  /** Sorted: the script has constraints in the order of a hash table, which says nothing. */
  private static List<String> structure(TestDatabase database) {
    return new JdbcTemplate(database.dataSource())
        .queryForList("script nodata nopasswords nosettings", String.class).stream()
            .sorted()
            .toList();
  }
}
