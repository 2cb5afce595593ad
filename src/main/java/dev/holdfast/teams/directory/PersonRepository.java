package dev.holdfast.teams.directory;

import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.time.TimeZoneParser;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.activity.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who have spoken to Holdfast, by Entra object id. */
@Repository
public class PersonRepository implements PersonDirectory {

  private record Told(
      String root,
      ConversationRef.Kind kind,
      ConnectorEndpoint line,
      InboundActivity.Sender sender) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RecentWriteCache<Told> lately;

  public PersonRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.lately = new RecentWriteCache<>(clock);
  }

  /** Keeps what the activity tells of its sender; what it does not tell stays as it was. */
  public void remember(InboundActivity incoming) {
    incoming.sender().entraId().ifPresent(entraId -> remember(entraId, incoming));
  }

  private void remember(String entraId, InboundActivity incoming) {
    var told =
        new Told(incoming.root(), incoming.place().kind(), incoming.line(), incoming.sender());
    if (!lately.has(entraId, told)) {
      store(entraId, incoming);
      lately.add(entraId, told);
    }
  }

  private void store(String entraId, InboundActivity incoming) {
    if (!isStored(entraId, incoming) && !update(entraId, incoming)) {
      insert(entraId, incoming.line().serviceUrl());
      update(entraId, incoming);
    }
  }

  private void insert(String entraId, String serviceUrl) {
    jdbc.sql(
            """
            insert into people (entra_id, service_url)
            values (:id, :url) on conflict do nothing
            """)
        .param("id", entraId)
        .param("url", serviceUrl)
        .update();
  }

  /** As in {@link ConversationRepository}. */
  private boolean isStored(String entraId, InboundActivity incoming) {
    return told(
            entraId,
            incoming,
            """
            select 1 from people
            where entra_id = :id and service_url = :url and last_seen_at > :recently
              and teams_id is not distinct from coalesce(:teams, teams_id)
              and name is not distinct from coalesce(:name, name)
              and zone is not distinct from coalesce(:zone, zone)
              and locale is not distinct from coalesce(:locale, locale)
              and tenant_id is not distinct from coalesce(:tenant, tenant_id)
              and personal_conversation is not distinct from coalesce(:chat, personal_conversation)
            """)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private boolean update(String entraId, InboundActivity incoming) {
    return told(
                entraId,
                incoming,
                """
                update people set service_url = :url, last_seen_at = :now,
                  teams_id = coalesce(:teams, teams_id),
                  name = coalesce(:name, name),
                  zone = coalesce(:zone, zone),
                  locale = coalesce(:locale, locale),
                  tenant_id = coalesce(:tenant, tenant_id),
                  personal_conversation = coalesce(:chat, personal_conversation)
                where entra_id = :id
                """)
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec told(String entraId, InboundActivity incoming, String sql) {
    var sender = incoming.sender();
    var personal = incoming.place().kind() == ConversationRef.Kind.PERSONAL;
    var now = OffsetDateTime.now(clock);
    return jdbc.sql(sql)
        .param("id", entraId)
        .param("url", incoming.line().serviceUrl())
        .param("now", now)
        .param("recently", now.minus(ConversationRows.RECENTLY))
        .param("teams", sender.teamsId().orElse(null))
        .param("name", sender.name().orElse(null))
        .param("zone", zone(entraId, sender).map(ZoneId::getId).orElse(null))
        .param("locale", sender.locale().orElse(null))
        .param("tenant", incoming.line().tenantId().orElse(null))
        .param("chat", personal ? incoming.root() : null);
  }

  private Optional<ZoneId> zone(String entraId, InboundActivity.Sender sender) {
    return sender.offset().isEmpty()
        ? sender.zone()
        : sender.zone(find(entraId).flatMap(Known::zone), clock.instant());
  }

  @Override
  public void zoneEntered(String entraId, ZoneId zone) {
    jdbc.sql("update people set zone = :zone where entra_id = :id and zone is null")
        .param("zone", zone.getId())
        .param("id", entraId)
        .update();
  }

  @Override
  public Optional<Known> find(String entraId) {
    return jdbc.sql(
            "select name, zone from people where entra_id = :id and last_seen_at is not null")
        .param("id", entraId)
        .query((row, number) -> known(entraId, row))
        .optional();
  }

  @Override
  public Optional<String> name(String entraId) {
    return jdbc.sql("select name from people where entra_id = :id and name is not null")
        .param("id", entraId)
        .query(String.class)
        .optional();
  }

  private static Known known(String entraId, ResultSet row) throws SQLException {
    var name = row.getString("name");
    return new Known(
        entraId, name == null ? entraId : name, TimeZoneParser.parse(row.getString("zone")));
  }

  /** Teams takes both ids; the one that it gave the bot is known to clients of every age. */
  @Override
  public List<String> teamsIds(List<String> entraIds) {
    if (entraIds.isEmpty()) {
      return List.of();
    }
    var known = new HashMap<String, String>();
    jdbc.sql(
            "select entra_id, teams_id from people where entra_id in (:ids) and teams_id is not"
                + " null")
        .param("ids", entraIds)
        .query(
            row -> {
              known.put(row.getString("entra_id"), row.getString("teams_id"));
            });
    return entraIds.stream().map(id -> known.getOrDefault(id, "8:orgid:" + id)).toList();
  }

  @Override
  public List<String> withoutChat(List<String> entraIds) {
    if (entraIds.isEmpty()) {
      return List.of();
    }
    var reached =
        jdbc.sql(
                "select entra_id from people where entra_id in (:ids) and personal_conversation is"
                    + " not null")
            .param("ids", entraIds)
            .query(String.class)
            .set();
    return entraIds.stream().filter(id -> !reached.contains(id)).toList();
  }

  /** How to reach a person, if they have ever been heard from. */
  public Optional<Contact> contact(String entraId) {
    return jdbc.sql(
            """
            select teams_id, personal_conversation, service_url, tenant_id
            from people where entra_id = :id
            """)
        .param("id", entraId)
        .query(
            (row, number) ->
                new Contact(
                    Optional.ofNullable(row.getString("teams_id")),
                    Optional.ofNullable(row.getString("personal_conversation")),
                    row.getString("service_url"),
                    Optional.ofNullable(row.getString("tenant_id"))))
        .optional();
  }

  /** The Entra object id of the person whom this bot knows under a Teams id. */
  public Optional<String> entraId(String teamsId) {
    return jdbc.sql("select entra_id from people where teams_id = :teams order by entra_id limit 1")
        .param("teams", teamsId)
        .query(String.class)
        .optional();
  }

  /** Holdfast has opened a chat with the person. */
  public void chatOpened(String entraId, String conversation, String serviceUrl) {
    insert(entraId, serviceUrl);
    jdbc.sql("update people set personal_conversation = :chat where entra_id = :id")
        .param("id", entraId)
        .param("chat", conversation)
        .update();
    lately.clear();
  }

  /** Teams said who somebody is; what the person's own words have told is better. */
  public void introduced(String entraId, Member member, String serviceUrl) {
    insert(entraId, serviceUrl);
    jdbc.sql(
            """
            update people set name = coalesce(name, :name), teams_id = coalesce(teams_id, :teams)
            where entra_id = :id
            """)
        .param("id", entraId)
        .param("name", member.name().orElse(null))
        .param("teams", member.teamsId().orElse(null))
        .update();
  }

  /** Teams does not know the chat any more. */
  public void chatLost(String conversation) {
    jdbc.sql("update people set personal_conversation = null where personal_conversation = :chat")
        .param("chat", conversation)
        .update();
    lately.clear();
  }

  /**
   * Where a person was last heard.
   *
   * @param chat their own chat with Holdfast; empty until there is one
   */
  public record Contact(
      Optional<String> teamsId,
      Optional<String> chat,
      String serviceUrl,
      Optional<String> tenantId) {}
}
