package dev.holdfast.teams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.Serialization;
import dev.holdfast.chat.Place;
import dev.holdfast.teams.Incoming.Team;
import dev.holdfast.teams.gate.Cause;
import dev.holdfast.teams.gate.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads the bytes that Teams sends. Any bytes whatever end in an {@link Incoming}, in a {@link
 * NotAnActivityException}, or in a {@link RefusedException}.
 */
@Component
class ActivityReader {

  private static final int DEEPEST = 64;

  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());
  private final ServiceHosts hosts;

  /**
   * Wakes the SDK's own mapper on the starting thread: the SDK's pool threads have the system class
   * loader, with which the mapper finds none of its modules inside the packaged jar.
   */
  ActivityReader(ServiceHosts hosts) {
    this.hosts = hosts;
    Serialization.createObjectNode();
    new Activity("message");
  }

  Incoming read(byte[] body) {
    var sent = tree(body);
    var clean = ActivityCleaner.clean(sent);
    if (clean.path("type").asText().isBlank()) {
      throw new NotAnActivityException("it has no type");
    }
    var conversation =
        Fields.id(clean.path("conversation"), "id")
            .orElseThrow(() -> new NotAnActivityException("it names no conversation"));
    var place = new Place(conversation, Fields.kind(clean));
    return new Incoming(
        activity(clean, sent),
        Fields.id(clean, "id").orElseGet(() -> "unnamed-" + UUID.randomUUID()),
        place,
        Fields.sender(clean, sent),
        line(clean),
        tenants(clean, sent),
        team(sent),
        MessageText.of(clean, sent),
        clean.has("value") ? clean.get("value") : MissingNode.getInstance());
  }

  private JsonNode tree(byte[] body) {
    JsonNode sent;
    try {
      sent = json.readTree(body);
    } catch (IOException | RuntimeException e) {
      throw new NotAnActivityException("it is not JSON: " + e.getClass().getSimpleName());
    }
    if (sent == null || !sent.isObject()) {
      throw new NotAnActivityException("it is not a JSON object");
    }
    return sent;
  }

  /** As much as anybody looks at; read by the SDK's mapper it would cost a third of the reading. */
  private static Activity activity(JsonNode clean, JsonNode sent) {
    var activity = new Activity(clean.path("type").textValue());
    activity.setName(clean.path("name").textValue());
    activity.setAction(
        Incoming.EDIT.equals(activity.getType())
            ? sent.path("channelData").path("eventType").textValue()
            : clean.path("action").textValue());
    activity.setChannelId(clean.path("channelId").textValue());
    activity.setReplyToId(clean.path("replyToId").textValue());
    activity.setMembersAdded(members(clean.path("membersAdded")));
    activity.setMembersRemoved(members(clean.path("membersRemoved")));
    return activity;
  }

  private static List<ChannelAccount> members(JsonNode accounts) {
    return accounts
        .valueStream()
        .map(account -> new ChannelAccount(account.path("id").textValue()))
        .toList();
  }

  private Line line(JsonNode clean) {
    var serviceUrl = clean.path("serviceUrl").asText();
    if (serviceUrl.isBlank()) {
      throw new NotAnActivityException("it has no service URL");
    }
    if (!hosts.trusts(serviceUrl)) {
      throw new RefusedException(Cause.HOST);
    }
    var bot = clean.path("recipient");
    return new Line(
        serviceUrl.replaceAll("/+$", ""),
        Fields.entraId(clean.path("conversation"), "tenantId"),
        Fields.id(bot, "id"),
        Fields.name(bot));
  }

  private static List<String> tenants(JsonNode clean, JsonNode sent) {
    return Stream.of(
            Fields.entraId(clean.path("conversation"), "tenantId"),
            Fields.entraId(sent.path("channelData").path("tenant"), "id"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Team> team(JsonNode sent) {
    var data = sent.path("channelData");
    return Fields.id(data.path("team"), "id")
        .or(() -> Fields.id(data, "teamsTeamId"))
        .map(
            id ->
                new Team(
                    id,
                    Fields.id(data.path("channel"), "id")
                        .or(() -> Fields.id(data, "teamsChannelId"))));
  }
}
