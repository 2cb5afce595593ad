package dev.holdfast.teams.directory;

import dev.holdfast.bot.ConversationRef;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.activity.InboundActivity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chats and channels that Holdfast is in, kept from every activity. */
@Repository
public class ConversationRepository {

  private record Told(
      ConversationRef.Kind kind,
      ConnectorEndpoint line,
      Optional<InboundActivity.Team> team,
      Optional<String> owner) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ConversationRows rows;
  private final RecentWriteCache<Told> lately;

  public ConversationRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.rows = new ConversationRows(jdbc, clock);
    this.lately = new RecentWriteCache<>(clock);
  }

  /** Keeps what the activity tells. */
  public void remember(InboundActivity incoming) {
    remember(incoming, () -> {});
  }

  /**
   * The same.
   *
   * @param reachableAgain called before it is kept that the conversation can be reached, where it
   *     couldn't be before or wasn't known: what fails in between is done again at the next
   *     activity
   */
  public void remember(InboundActivity incoming, Runnable reachableAgain) {
    var told =
        new Told(
            incoming.place().kind(),
            incoming.line(),
            incoming.team(),
            ConversationRows.owner(incoming));
    if (!lately.has(incoming.root(), told)) {
      store(incoming, reachableAgain);
      lately.add(incoming.root(), told);
    }
  }

  private void store(InboundActivity incoming, Runnable reachableAgain) {
    if (rows.isStored(incoming)) {
      return;
    }
    if (!isReachable(incoming.root())) {
      reachableAgain.run();
    }
    if (!rows.update(incoming)) {
      rows.insert(incoming.root(), incoming.place().kind(), incoming.line());
      rows.update(incoming);
    }
  }

  /** Keeps a personal chat that Holdfast has opened itself. */
  public void opened(String conversation, ConnectorEndpoint line) {
    rows.insert(conversation, ConversationRef.Kind.PERSONAL, line);
  }

  /**
   * The same.
   *
   * @param owner Entra object id of the person whose chat it is
   */
  public void opened(String conversation, ConnectorEndpoint line, String owner) {
    opened(conversation, line);
    jdbc.sql("update conversations set person_id = :owner where id = :id and person_id is null")
        .param("owner", owner)
        .param("id", conversation)
        .update();
  }

  /** Whose chat it is or was; empty where several people are, and for what isn't known. */
  public Optional<String> owner(String conversation) {
    return jdbc.sql(
            """
            select coalesce(person_id, (
              select min(entra_id) from people where personal_conversation = :id)) as owner
            from conversations where id = :id and kind = 'PERSONAL'
            """)
        .param("id", conversation)
        .query((row, number) -> Optional.ofNullable(row.getString("owner")))
        .optional()
        .flatMap(owner -> owner);
  }

  /** The chat is gone; whose it was is kept. */
  public void lost(String conversation, String owner) {
    jdbc.sql("update conversations set person_id = coalesce(person_id, :owner) where id = :id")
        .param("owner", owner)
        .param("id", conversation)
        .update();
    reachable(conversation, false);
  }

  /** Holdfast was removed there, or from the whole team. */
  public void removed(String conversation) {
    jdbc.sql(
            """
            update conversations set reachable = false, introduced_at = null,
              unreachable_since = coalesce(unreachable_since, :now)
            where id in (
              select :id union
              select other.id from conversations here, conversations other
              where here.id = :id and other.team_id = here.team_id)
            """)
        .param("id", conversation)
        .param("now", OffsetDateTime.now(clock))
        .update();
    lately.clear();
  }

  /** Notes whether the last attempt to write there was refused, if that is new. */
  public void reachable(String conversation, boolean reachable) {
    boolean heardLately = lately.of(conversation).isPresent();
    if (!(reachable && heardLately) && isReachable(conversation) != reachable) {
      jdbc.sql(
              """
              update conversations
              set reachable = :reachable, unreachable_since = case when :reachable then null else :now end
              where id = :id and reachable <> :reachable
              """)
          .param("id", conversation)
          .param("reachable", reachable)
          .param("now", OffsetDateTime.now(clock))
          .update();
      lately.clear();
    }
  }

  /** The conversation is on another host than the one that it was last heard from. */
  public void moved(String conversation, String serviceUrl) {
    jdbc.sql("update conversations set service_url = :url where id = :id")
        .param("id", conversation)
        .param("url", serviceUrl)
        .update();
    lately.clear();
  }

  /** The conversations of a team in which Holdfast was heard. */
  public List<String> ofTeam(String team) {
    return jdbc.sql(
            """
            select id from conversations where team_id = :team
            union select id from conversations where id = :team
            """)
        .param("team", team)
        .query(String.class)
        .list();
  }

  public boolean isReachable(String conversation) {
    return jdbc.sql("select reachable from conversations where id = :id")
        .param("id", conversation)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** The person who is answered was heard just before, so this costs no read. */
  public Optional<ConnectorEndpoint> line(String conversation) {
    return lately
        .of(conversation)
        .map(Told::line)
        .filter(line -> line.tenantId().isPresent() && line.botId().isPresent())
        .or(
            () ->
                jdbc.sql("select * from conversations where id = :id")
                    .param("id", conversation)
                    .query(ConversationRepository::line)
                    .optional());
  }

  /** How the bot was last spoken to, by whomever: the best guess for one who never has. */
  public Optional<ConnectorEndpoint> latestLine() {
    return jdbc.sql("select * from conversations order by last_activity_at desc limit 1")
        .query(ConversationRepository::line)
        .optional();
  }

  /** When anybody was last heard; empty when nobody ever was. */
  public Optional<Instant> lastHeard() {
    return jdbc.sql("select max(last_activity_at) from conversations")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static ConnectorEndpoint line(ResultSet row, int number) throws SQLException {
    return new ConnectorEndpoint(
        row.getString("service_url"),
        Optional.ofNullable(row.getString("tenant_id")),
        Optional.ofNullable(row.getString("bot_id")),
        Optional.ofNullable(row.getString("bot_name")));
  }
}
