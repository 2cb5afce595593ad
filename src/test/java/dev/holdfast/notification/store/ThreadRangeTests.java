package dev.holdfast.notification.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Threads are found in whatever collation the database has. */
@Tag("postgresql")
class ThreadRangeTests {

  private static final String CHANNEL = "conversation:19:A_b%ch!@thread.tacv2";
  private static final String THREAD = CHANNEL + ";messageid=1732871234567";
  private static final List<String> OTHERS =
      List.of(
          CHANNEL,
          CHANNEL + "x;messageid=1",
          CHANNEL.replace('_', 'x') + ";messageid=1",
          CHANNEL.replace("%", "longer") + ";messageid=1");

  private final ThreadRange range = ThreadRange.of(CHANNEL);

  @Test
  void inEveryCollationOfPostgresql() {
    JdbcTemplate jdbc = new JdbcTemplate(Databases.POSTGRESQL.empty().dataSource());
    List<String> collations =
        jdbc.queryForList(
            """
            select quote_ident(collname) from pg_collation
            where collisdeterministic and collencoding in (-1, 6) order by 1
            """,
            String.class);
    assertThat(collations).contains("\"C\"");
    assertThat(collations).allSatisfy(collation -> finds(jdbc, " collate " + collation));
  }

  @Test
  void onH2() {
    finds(new JdbcTemplate(Databases.H2.empty().dataSource()), "");
  }

  private void finds(JdbcTemplate jdbc, String collation) {
    assertThat(isIn(jdbc, collation, THREAD)).as(collation).isTrue();
    for (String other : OTHERS) {
      assertThat(isIn(jdbc, collation, other)).as(other + collation).isFalse();
    }
  }

  private boolean isIn(JdbcTemplate jdbc, String collation, String address) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select ? > ?%1$s and ? < ?%1$s and ? like ?%1$s escape '!'".formatted(collation),
            Boolean.class,
            address,
            range.first(),
            address,
            range.end(),
            address,
            range.pattern()));
  }
}
