package dev.holdfast.teams.directory;

import dev.holdfast.bot.ConversationRef;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.activity.InboundActivity;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row of a conversation, and what an activity tells of it. */
final class ConversationRows {

  /** How far behind the time of the last activity may be. */
  static final Duration RECENTLY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  ConversationRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A look is cheaper than a commit, and most activities tell nothing new. */
  boolean isStored(InboundActivity incoming) {
    return told(
            incoming,
            """
            select 1 from conversations
            where id = :id and kind = :kind and service_url = :url
              and reachable and last_activity_at > :recently
              and tenant_id is not distinct from coalesce(:tenant, tenant_id)
              and bot_id is not distinct from coalesce(:bot, bot_id)
              and bot_name is not distinct from coalesce(:botName, bot_name)
              and team_id is not distinct from coalesce(:team, team_id)
              and channel_id is not distinct from coalesce(:channel, channel_id)
              and person_id is not distinct from coalesce(:owner, person_id)
            """)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** A row that somebody else has just inserted is no error, not even inside a transaction. */
  void insert(String conversation, ConversationRef.Kind kind, ConnectorEndpoint line) {
    jdbc.sql(
            """
            insert into conversations
              (id, kind, service_url, tenant_id, bot_id, bot_name, last_activity_at)
            values (:id, :kind, :url, :tenant, :bot, :botName, :now)
            on conflict do nothing
            """)
        .param("id", conversation)
        .param("kind", kind.name())
        .param("url", line.serviceUrl())
        .param("tenant", line.tenantId().orElse(null))
        .param("bot", line.botId().orElse(null))
        .param("botName", line.botName().orElse(null))
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  boolean update(InboundActivity incoming) {
    return told(
                incoming,
                """
                update conversations set kind = :kind, service_url = :url, last_activity_at = :now,
                  reachable = true, unreachable_since = null,
                  tenant_id = coalesce(:tenant, tenant_id),
                  bot_id = coalesce(:bot, bot_id),
                  bot_name = coalesce(:botName, bot_name),
                  team_id = coalesce(:team, team_id),
                  channel_id = coalesce(:channel, channel_id),
                  person_id = coalesce(:owner, person_id)
                where id = :id
                """)
            .update()
        > 0;
  }

  /** In a personal chat nobody speaks to the bot but the person whose chat it is. */
  static Optional<String> owner(InboundActivity incoming) {
    return incoming.place().kind() == ConversationRef.Kind.PERSONAL
        ? incoming.sender().entraId()
        : Optional.empty();
  }

  private JdbcClient.StatementSpec told(InboundActivity incoming, String sql) {
    var line = incoming.line();
    var now = OffsetDateTime.now(clock);
    return jdbc.sql(sql)
        .param("id", incoming.root())
        .param("kind", incoming.place().kind().name())
        .param("url", line.serviceUrl())
        .param("now", now)
        .param("recently", now.minus(RECENTLY))
        .param("tenant", line.tenantId().orElse(null))
        .param("bot", line.botId().orElse(null))
        .param("botName", line.botName().orElse(null))
        .param("team", incoming.team().map(InboundActivity.Team::id).orElse(null))
        .param("channel", incoming.team().flatMap(InboundActivity.Team::channel).orElse(null))
        .param("owner", owner(incoming).orElse(null));
  }
}
