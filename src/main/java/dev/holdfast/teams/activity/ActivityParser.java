package dev.holdfast.teams.activity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.Serialization;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.teams.activity.InboundActivity.Team;
import dev.holdfast.teams.auth.ActivityRejectedException;
import dev.holdfast.teams.auth.RejectionReason;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads the bytes that Teams sends. Any bytes whatever end in an {@link InboundActivity}, in a
 * {@link MalformedActivityException}, or in a {@link ActivityRejectedException}.
 */
@Component
public class ActivityParser {

  private static final int DEEPEST = 64;

  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());
  private final AllowedServiceHosts hosts;

  /**
   * Wakes the SDK's own mapper on the starting thread: the SDK's pool threads have the system class
   * loader, with which the mapper finds none of its modules inside the packaged jar.
   */
  public ActivityParser(AllowedServiceHosts hosts) {
    this.hosts = hosts;
    Serialization.createObjectNode();
    new Activity("message");
  }

  public InboundActivity read(byte[] body) {
    var sent = tree(body);
    var clean = ActivitySanitizer.clean(sent);
    if (clean.path("type").asText().isBlank()) {
      throw new MalformedActivityException("it has no type");
    }
    var conversation =
        ActivityFields.id(clean.path("conversation"), "id")
            .orElseThrow(() -> new MalformedActivityException("it names no conversation"));
    var place = new ConversationRef(conversation, ActivityFields.kind(clean));
    return new InboundActivity(
        activity(clean, sent),
        ActivityFields.id(clean, "id").orElseGet(() -> "unnamed-" + UUID.randomUUID()),
        place,
        ActivityFields.sender(clean, sent),
        line(clean),
        tenants(clean, sent),
        team(sent),
        new InboundActivity.Content(
            MessageText.of(clean, sent),
            clean.has("value") ? clean.get("value") : MissingNode.getInstance()));
  }

  private JsonNode tree(byte[] body) {
    JsonNode sent;
    try {
      sent = json.readTree(body);
    } catch (IOException | RuntimeException e) {
      throw new MalformedActivityException("it is not JSON: " + e.getClass().getSimpleName());
    }
    if (sent == null || !sent.isObject()) {
      throw new MalformedActivityException("it is not a JSON object");
    }
    return sent;
  }

  /** As much as anybody looks at; read by the SDK's mapper it would cost a third of the reading. */
  private static Activity activity(JsonNode clean, JsonNode sent) {
    var activity = new Activity(clean.path("type").textValue());
    activity.setName(clean.path("name").textValue());
    activity.setAction(
        InboundActivity.EDIT.equals(activity.getType())
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

  private ConnectorEndpoint line(JsonNode clean) {
    var serviceUrl = clean.path("serviceUrl").asText();
    if (serviceUrl.isBlank()) {
      throw new MalformedActivityException("it has no service URL");
    }
    if (!hosts.trusts(serviceUrl)) {
      throw new ActivityRejectedException(RejectionReason.HOST);
    }
    var bot = clean.path("recipient");
    return new ConnectorEndpoint(
        serviceUrl.replaceAll("/+$", ""),
        ActivityFields.entraId(clean.path("conversation"), "tenantId"),
        ActivityFields.id(bot, "id"),
        ActivityFields.name(bot));
  }

  private static List<String> tenants(JsonNode clean, JsonNode sent) {
    return Stream.of(
            ActivityFields.entraId(clean.path("conversation"), "tenantId"),
            ActivityFields.entraId(sent.path("channelData").path("tenant"), "id"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Team> team(JsonNode sent) {
    var data = sent.path("channelData");
    return ActivityFields.id(data.path("team"), "id")
        .or(() -> ActivityFields.id(data, "teamsTeamId"))
        .map(
            id ->
                new Team(
                    id,
                    ActivityFields.id(data.path("channel"), "id")
                        .or(() -> ActivityFields.id(data, "teamsChannelId"))));
  }
}
