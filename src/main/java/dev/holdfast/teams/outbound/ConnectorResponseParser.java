package dev.holdfast.teams.outbound;

import dev.holdfast.support.RetryAfter;
import dev.holdfast.support.ShortText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads what the connector answers. */
@Component
public class ConnectorResponseParser {

  /** Bytes of an answer that are read; a page of 500 members has some 300 KB. */
  static final int LONGEST = 1024 * 1024;

  private static final int LONGEST_WORDS = 300;

  private static final Pattern SUB_CODE = Pattern.compile("subCode\\W{1,9}(\\w{1,64})");

  private final JsonMapper json = JsonMapper.builder().build();
  private final Clock clock;

  public ConnectorResponseParser(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a success carries; a missing node for nothing.
   *
   * @throws ConnectorException if it is no success
   */
  JsonNode success(int status, HttpHeaders headers, byte[] body) {
    var answer = tree(body);
    if (status >= 200 && status < 300) {
      return answer;
    }
    var message =
        answer.path("error").path("message").asString(answer.path("message").asString(""));
    var code = code(answer, message);
    var wait =
        headers
            .firstValue(RetryAfter.HEADER)
            .flatMap(text -> RetryAfter.parse(text, clock.instant()));
    throw new ConnectorException(status, code, sentence(status, code, message), wait);
  }

  /** The code; where a person has blocked the bot, Teams may put it into the message (facts B6). */
  private static String code(JsonNode answer, String message) {
    var inside = SUB_CODE.matcher(message);
    return inside.find() ? inside.group(1) : answer.path("error").path("code").asString("");
  }

  /** A call that got no answer. Only a connection that never stood proves that none was made. */
  ConnectorException none(IOException cause) {
    var causes = Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause).toList();
    return new ConnectorException(
        causes.stream().anyMatch(ConnectorResponseParser::neverStood)
            ? ConnectorException.NOT_SENT
            : ConnectorException.NO_ANSWER,
        "",
        "Teams gave no answer (" + causes.get(causes.size() - 1).getClass().getSimpleName() + ")",
        Optional.empty());
  }

  private static boolean neverStood(Throwable cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
  }

  private JsonNode tree(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static String sentence(int status, String code, String message) {
    var words = ShortText.beginning(message, LONGEST_WORDS);
    return "Teams answered "
        + status
        + (code.isEmpty() ? "" : " " + code)
        + (words.isEmpty() ? "" : ": " + words.replaceAll("\\p{Cntrl}", " "));
  }
}
