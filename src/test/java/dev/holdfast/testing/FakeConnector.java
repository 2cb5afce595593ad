package dev.holdfast.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Bot Connector's side of the fake Teams: what the bot sends arrives here. */
final class FakeConnector {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LARGEST = 100 * 1024;

  private final FakeTeams teams;
  private final List<FakeMessage> messages = new CopyOnWriteArrayList<>();
  private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
  private final Map<String, String> unreachable = new ConcurrentHashMap<>();
  private final Queue<FakeFault> faults = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile CountDownLatch hole = new CountDownLatch(0);

  FakeConnector(FakeTeams teams) {
    this.teams = teams;
  }

  List<FakeMessage> messages() {
    return List.copyOf(messages);
  }

  List<FakeCall> calls() {
    return List.copyOf(calls);
  }

  void next(FakeFault fault, int times) {
    for (int i = 0; i < times; i++) {
      faults.add(fault);
    }
  }

  void hold(CountDownLatch until) {
    gate = until;
  }

  void lose(CountDownLatch until) {
    hole = until;
  }

  void reachable(String conversation) {
    unreachable.remove(conversation);
  }

  void unreachable(String conversation, String code) {
    unreachable.put(conversation, code);
  }

  void forget(FakeMessage message) {
    messages.remove(message);
  }

  /** Answers one call. */
  FakeAnswer handle(HttpExchange exchange) throws Exception {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var path = exchange.getRequestURI().getRawPath();
    var call =
        new FakeCall(
            exchange.getRequestMethod(),
            path,
            body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    calls.add(call);
    if (hole.getCount() > 0) {
      hole.await();
      throw new IOException("The line was cut.");
    }
    gate.await();
    var fault = faults.poll();
    if (fault != null) {
      return fault.answer();
    }
    // UTF-16 counts, so a plain text weighs twice.
    return body.length() * 2 > LARGEST
        ? FakeAnswer.error(413, "MessageSizeTooBig", "Message size too large.")
        : route(call);
  }

  private FakeAnswer route(FakeCall call) {
    var parts =
        List.of(call.path().replaceFirst(".*/v3/conversations/?", "").split("/")).stream()
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    var shape = call.method() + " " + parts.size() + (parts.get(0).isEmpty() ? " open" : "");
    return switch (shape) {
      case "POST 1 open" -> open(call.body());
      case "POST 2", "POST 3" -> post(parts.get(0), call.body());
      case "GET 3" -> member(parts.get(0), parts.get(2));
      case "PUT 3" -> put(parts.get(0), parts.get(2), call.body());
      default -> FakeAnswer.error(501, "NotImplemented", "The fake Teams has no such call.");
    };
  }

  private FakeAnswer open(JsonNode wish) {
    var member = wish.path("members").path(0).path("id").asString("");
    return teams
        .personalChatOf(member)
        .map(FakeAnswer::created)
        .orElseGet(
            () ->
                FakeAnswer.error(
                    403, "ForbiddenOperationException", "The bot is not installed for the user."));
  }

  /** Everybody is a member of everything. */
  private FakeAnswer member(String conversation, String id) {
    return refusal(conversation)
        .or(() -> teams.find(id).map(FakeAnswer::member))
        .orElseGet(() -> FakeAnswer.error(404, "MemberNotFoundInConversation", "No such member"));
  }

  private FakeAnswer post(String conversation, JsonNode activity) {
    return refusal(conversation)
        .orElseGet(
            () -> {
              var id = teams.nextId();
              var thread =
                  teams.isChannel(conversation) && !conversation.contains(";messageid=")
                      ? conversation + ";messageid=" + id
                      : conversation;
              messages.add(new FakeMessage(id, thread, activity));
              // Teams makes two messages of a text with a card and names neither.
              return activity.has("text") && activity.has("attachments")
                  ? FakeAnswer.accepted()
                  : FakeAnswer.created(id);
            });
  }

  private FakeAnswer put(String conversation, String id, JsonNode activity) {
    return refusal(conversation)
        .orElseGet(
            () ->
                messages.stream()
                    .filter(message -> message.id().equals(id))
                    .filter(message -> root(message.conversation()).equals(root(conversation)))
                    .findFirst()
                    .map(
                        message -> {
                          message.replace(activity);
                          return FakeAnswer.ok(id);
                        })
                    .orElseGet(
                        () ->
                            FakeAnswer.error(
                                404,
                                "ActivityNotFoundInConversation",
                                "Message does not exist in the thread.")));
  }

  private Optional<FakeAnswer> refusal(String conversation) {
    if (!teams.isConversation(root(conversation))) {
      return Optional.of(FakeAnswer.error(404, "ConversationNotFound", "Conversation not found"));
    }
    return Optional.ofNullable(unreachable.get(root(conversation)))
        .map(code -> FakeAnswer.error(403, code, "The bot cannot write here."));
  }

  private static String root(String conversation) {
    return conversation.replaceAll(";messageid=.*", "");
  }
}
