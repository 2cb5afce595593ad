package dev.holdfast.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Bot Connector's side of the fake Teams: what the bot sends arrives here. */
final class FakeConnector {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LARGEST = 100 * 1024;

  private final FakeTeams teams;
  private final FakeRoster roster;
  private final List<FakeMessage> messages = new CopyOnWriteArrayList<>();
  private final List<FakeCall> typing = new CopyOnWriteArrayList<>();
  private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
  private final Set<String> headers = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> unreachable = new ConcurrentHashMap<>();
  private final Queue<FakeFault> faults = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile CountDownLatch hole = new CountDownLatch(0);

  FakeConnector(FakeTeams teams) {
    this.teams = teams;
    this.roster = new FakeRoster(teams);
  }

  FakeRoster roster() {
    return roster;
  }

  List<FakeMessage> messages() {
    return List.copyOf(messages);
  }

  List<FakeCall> calls() {
    return List.copyOf(calls);
  }

  /** The names of the headers of all calls. */
  Set<String> headers() {
    return headers;
  }

  /** Typing indicators; they aren't among the calls. */
  List<FakeCall> typing() {
    return List.copyOf(typing);
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

  void remember(FakeMessage message) {
    messages.add(message);
  }

  void forget(FakeMessage message) {
    messages.remove(message);
  }

  /** Answers one call. */
  FakeAnswer handle(HttpExchange exchange) throws Exception {
    headers.addAll(exchange.getRequestHeaders().keySet());
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var path = exchange.getRequestURI().getRawPath();
    var call =
        new FakeCall(
            exchange.getRequestMethod(),
            path,
            Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
            body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    if (call.body().path("type").asString("").equals("typing")) {
      typing.add(call);
      return FakeAnswer.accepted();
    }
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
      case "POST 2", "POST 3" -> post(parts.get(0), call);
      case "GET 2" ->
          refusal(parts.get(0)).orElseGet(() -> roster.page(parts.get(0), call.query()));
      case "GET 3" -> member(parts.get(0), parts.get(2));
      case "PUT 3" -> put(parts.get(0), parts.get(2), call);
      case "DELETE 3" -> delete(parts.get(0), parts.get(2), call);
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

  private FakeAnswer member(String conversation, String id) {
    return refusal(conversation)
        .or(() -> roster.find(conversation, id).map(FakeAnswer::member))
        .orElseGet(() -> FakeAnswer.error(404, "MemberNotFoundInConversation", "No such member"));
  }

  private FakeAnswer post(String conversation, FakeCall call) {
    var recipient = roster.find(conversation, call.body().at("/recipient/id").asString(""));
    return refusal(conversation)
        .or(() -> call.targeted() ? untargetable(conversation, recipient) : Optional.empty())
        .orElseGet(
            () -> post(conversation, call.targeted() ? recipient : Optional.empty(), call.body()));
  }

  private FakeAnswer post(String conversation, Optional<FakePerson> recipient, JsonNode activity) {
    var id = teams.nextId();
    var thread =
        teams.isChannel(conversation) && !conversation.contains(";messageid=")
            ? conversation + ";messageid=" + id
            : conversation;
    messages.add(new FakeMessage(id, thread, recipient, activity));
    // Teams makes two messages of a text with a card and names neither.
    return activity.has("text") && activity.has("attachments")
        ? FakeAnswer.accepted()
        : FakeAnswer.created(id);
  }

  /** Only to a member, and not where there is nobody else. */
  private Optional<FakeAnswer> untargetable(String conversation, Optional<FakePerson> recipient) {
    return recipient.isEmpty() || teams.isPersonal(root(conversation))
        ? Optional.of(FakeAnswer.error(400, "BadArgument", "There is no such recipient here."))
        : Optional.empty();
  }

  private FakeAnswer put(String conversation, String id, FakeCall call) {
    return refusal(conversation)
        .or(
            () ->
                call.targeted() && call.body().has("recipient")
                    ? Optional.of(FakeAnswer.error(400, "BadArgument", "No recipient on update."))
                    : Optional.empty())
        .or(
            () ->
                find(conversation, id, call.targeted())
                    .map(
                        message -> {
                          message.replace(call.body());
                          return FakeAnswer.ok(id);
                        }))
        .orElseGet(FakeConnector::gone);
  }

  private FakeAnswer delete(String conversation, String id, FakeCall call) {
    return refusal(conversation)
        .or(
            () ->
                find(conversation, id, call.targeted())
                    .map(
                        message -> {
                          messages.remove(message);
                          return FakeAnswer.ok(id);
                        }))
        .orElseGet(FakeConnector::gone);
  }

  /** A message is found only as what it is. */
  private Optional<FakeMessage> find(String conversation, String id, boolean targeted) {
    return messages.stream()
        .filter(message -> message.id().equals(id))
        .filter(message -> root(message.conversation()).equals(root(conversation)))
        .filter(message -> message.isForAll() != targeted)
        .findFirst();
  }

  private static FakeAnswer gone() {
    return FakeAnswer.error(
        404, "ActivityNotFoundInConversation", "Message does not exist in the thread.");
  }

  private Optional<FakeAnswer> refusal(String conversation) {
    if (!teams.isConversation(root(conversation))) {
      return Optional.of(FakeAnswer.error(404, "ConversationNotFound", "Conversation not found"));
    }
    return Optional.ofNullable(unreachable.get(root(conversation)))
        .map(code -> FakeAnswer.error(403, code, "The bot cannot write here."));
  }

  static String root(String conversation) {
    return conversation.replaceAll(";messageid=.*", "");
  }
}
