package dev.holdfast.vocabulary;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Repository of the words that all replicas have met. */
@Repository
public class UnknownWordRepository {

  private final JdbcClient jdbc;

  UnknownWordRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts a word, in a transaction of its own: an answer may be read within another one.
   *
   * @param times how often it was met since it was counted last
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void add(String place, String value, Instant now, long times) {
    jdbc.sql(
            """
            insert into unknown_words (place, word, first_seen, last_seen, times)
            values (:place, :word, :now, :now, 0) on conflict do nothing
            """)
        .param("place", place)
        .param("word", value)
        .param("now", utc(now))
        .update();
    jdbc.sql(
            """
            update unknown_words set times = times + :times, last_seen = :now
            where place = :place and word = :word
            """)
        .param("times", times)
        .param("now", utc(now))
        .param("place", place)
        .param("word", value)
        .update();
  }

  /** By place and word. */
  public List<UnknownWord> all(int most) {
    return jdbc.sql(
            """
            select place, word, first_seen, last_seen, times from unknown_words
            order by place, word limit :most
            """)
        .param("most", most)
        .query(
            (row, number) ->
                new UnknownWord(
                    row.getString("place"),
                    row.getString("word"),
                    row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                    row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                    row.getLong("times")))
        .list();
  }

  /** Those that weren't met since then. */
  int deleteNotSeenSince(Instant before, int most) {
    return jdbc.sql(
            """
            delete from unknown_words where (place, word) in (
              select place, word from unknown_words where last_seen < :before
              order by last_seen limit :most)
            """)
        .param("before", utc(before))
        .param("most", most)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
