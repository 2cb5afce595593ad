package dev.holdfast.teams.outbound;

import dev.holdfast.teams.activity.Member;
import dev.holdfast.teams.activity.TeamsMessageId;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * The Bot Connector's REST interface, as far as Holdfast speaks it. Each method makes one call and
 * repeats it only where Teams took no notice of it, for its token: a POST whose answer was lost may
 * have been carried out.
 */
public class ConnectorClient {

  private static final String ACTIVITIES = "/v3/conversations/{conversation}/activities";
  private static final String ONE_ACTIVITY = ACTIVITIES + "/{activity}";
  private static final String TARGETED = "?isTargetedActivity=true";

  /** The most that Teams puts on a page (facts B5). */
  private static final String PAGED_MEMBERS =
      "/v3/conversations/{conversation}/pagedMembers?pageSize=500";

  private static final int UNAUTHORIZED = HttpStatus.UNAUTHORIZED.value();

  private final ConnectorHttp http;
  private final BotTokenProvider tokens;
  private final AllowedServiceHosts hosts;
  private final ConnectorResponseParser answers;

  public ConnectorClient(
      ConnectorHttp http,
      BotTokenProvider tokens,
      AllowedServiceHosts hosts,
      ConnectorResponseParser answers) {
    this.http = http;
    this.tokens = tokens;
    this.hosts = hosts;
    this.answers = answers;
  }

  /**
   * Opens a personal chat and returns its id.
   *
   * @throws ConnectorException on any answer but success
   */
  String open(String serviceUrl, String body) {
    var id = id(call(HttpMethod.POST, serviceUrl, "/v3/conversations", Optional.of(body)));
    if (id.isEmpty()) {
      throw new ConnectorException(
          502, "", "Teams opened a conversation and did not name it", Optional.empty());
    }
    return id;
  }

  /** Posts an activity and returns its id, which is empty where Teams names none. */
  public String post(String serviceUrl, String conversation, String activity) {
    return id(call(HttpMethod.POST, serviceUrl, ACTIVITIES, Optional.of(activity), conversation));
  }

  /**
   * Posts an activity that nobody sees but the member whom it names as its recipient, not in a
   * personal chat (facts B7).
   */
  String postTargeted(String serviceUrl, String conversation, String activity) {
    var path = ACTIVITIES + TARGETED;
    return id(call(HttpMethod.POST, serviceUrl, path, Optional.of(activity), conversation));
  }

  /**
   * @param activity names no recipient: who sees the message cannot be changed
   */
  public void put(String serviceUrl, String conversation, TeamsMessageId id, String activity) {
    call(HttpMethod.PUT, serviceUrl, path(id), Optional.of(activity), conversation, id.id());
  }

  public void delete(String serviceUrl, String conversation, TeamsMessageId id) {
    call(HttpMethod.DELETE, serviceUrl, path(id), Optional.empty(), conversation, id.id());
  }

  private static String path(TeamsMessageId id) {
    return id.targeted() ? ONE_ACTIVITY + TARGETED : ONE_ACTIVITY;
  }

  /** A member of a conversation, named by Teams id or Entra object id (facts B5). */
  Member member(String serviceUrl, String conversation, String id) {
    return Member.of(
        call(
            HttpMethod.GET,
            serviceUrl,
            "/v3/conversations/{conversation}/members/{member}",
            Optional.empty(),
            conversation,
            id));
  }

  /**
   * A page of the members of a conversation.
   *
   * @param next as the page before said; empty for the first
   */
  MemberPage members(String serviceUrl, String conversation, Optional<String> next) {
    var path = next.isPresent() ? PAGED_MEMBERS + "&continuationToken={next}" : PAGED_MEMBERS;
    var variables = Stream.concat(Stream.of(conversation), next.stream()).toArray(String[]::new);
    return MemberPage.of(call(HttpMethod.GET, serviceUrl, path, Optional.empty(), variables));
  }

  private static String id(JsonNode answer) {
    return answer.path("id").asString("");
  }

  private JsonNode call(
      HttpMethod method,
      String serviceUrl,
      String path,
      Optional<String> body,
      String... variables) {
    if (!hosts.trusts(serviceUrl)) {
      throw new ConnectorException(
          403, "", "The stored service URL is not on a host of this cloud", Optional.empty());
    }
    var uri = uri(serviceUrl, path, variables);
    var token = tokens.bearer();
    try {
      return call(method, uri, body, token);
    } catch (ConnectorException e) {
      var other = token.filter(bearer -> e.status() == UNAUTHORIZED).flatMap(this::another);
      if (other.isEmpty()) {
        throw e;
      }
      return callAgain(method, uri, body, other.get());
    }
  }

  /** Nothing was done where Teams did not take the token, so that nothing is repeated. */
  private JsonNode callAgain(HttpMethod method, URI uri, Optional<String> body, String token) {
    try {
      return call(method, uri, body, Optional.of(token));
    } catch (ConnectorException e) {
      if (e.status() == UNAUTHORIZED) {
        tokens.refused(token);
      }
      throw e;
    }
  }

  /** Empty where there is none but the one that was refused. */
  private Optional<String> another(String refused) {
    tokens.refused(refused);
    try {
      return tokens.bearer().filter(bearer -> !bearer.equals(refused));
    } catch (ConnectorException noneToBeHad) {
      return Optional.empty();
    }
  }

  private JsonNode call(HttpMethod method, URI uri, Optional<String> body, Optional<String> token) {
    HttpResponse<byte[]> answer;
    try {
      answer = http.call(method, uri, body, token);
    } catch (IOException e) {
      throw answers.none(e);
    }
    return answers.success(answer.statusCode(), answer.headers(), answer.body());
  }

  private static URI uri(String serviceUrl, String path, String... variables) {
    var uri = new StringBuilder(serviceUrl).append(path);
    for (String variable : variables) {
      var encoded = UriUtils.encode(variable, StandardCharsets.UTF_8);
      uri.replace(uri.indexOf("{"), uri.indexOf("}") + 1, encoded);
    }
    return URI.create(URI.create(uri.toString()).toASCIIString());
  }
}
