package dev.holdfast.teams.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where Holdfast has introduced itself. */
@Repository
public class InstallationRepository {

  private static final Duration SAME_INSTALLATION = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  public InstallationRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether it is for the caller to introduce Holdfast there: true once per installation, which
   * Teams announces twice within moments. A team is one installation, in whichever of its channels
   * it is announced. An announcement much later is a new installation.
   */
  public boolean introduce(String conversation) {
    var now = OffsetDateTime.now(clock);
    return jdbc.sql(
                """
                update conversations set introduced_at = :now
                where id = :id
                  and (introduced_at is null or introduced_at < :before)
                  and not exists (
                    select 1 from conversations other
                    where other.team_id = conversations.team_id and other.introduced_at >= :before)
                """)
            .param("id", conversation)
            .param("now", now)
            .param("before", now.minus(SAME_INSTALLATION))
            .update()
        > 0;
  }

  /** Takes an {@link #introduce} back that came to nothing. */
  public void notIntroduced(String conversation) {
    jdbc.sql("update conversations set introduced_at = null where id = :id")
        .param("id", conversation)
        .update();
  }
}
