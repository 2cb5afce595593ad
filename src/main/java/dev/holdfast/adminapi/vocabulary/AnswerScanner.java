package dev.holdfast.adminapi.vocabulary;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks through an answer for words that aren't known ({@link AnswerKind}), apart from the code
 * that reads the answer: nothing that it finds changes what is made of it.
 */
public final class AnswerScanner {

  private static final Logger log = LoggerFactory.getLogger(AnswerScanner.class);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> ROWS = Set.of("value", "collection");

  /** What looks like a word of a list of values, and not like a name or a sentence. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,63}");

  /** Before the name of what Dataverse writes beside a field. */
  private static final String ANNOTATION = "@OData.Community.Display.V1.";

  private static final int SUCCESS = 2;

  private final UnknownWordListener listener;

  public AnswerScanner(UnknownWordListener listener) {
    this.listener = listener;
  }

  /**
   * Reports each unknown word of an answer once.
   *
   * @param path that of the address that answered
   * @param status the HTTP status of the answer
   */
  public void scan(String path, int status, byte[] body) {
    Optional<AnswerKind> kind =
        status / 100 == SUCCESS ? AnswerKind.of(path) : Optional.of(AnswerKind.REFUSAL);
    try {
      kind.filter(known -> body.length > 0).ifPresent(known -> new Walk(known).through(body));
    } catch (JacksonException e) {
      log.debug("An answer of {} isn't JSON: {}", path, e.getMessage());
    } catch (RuntimeException e) { // the answer counts, whatever becomes of its words
      log.warn("A word that the service used couldn't be kept: {}", e.toString());
    }
  }

  /** One way through one answer. */
  private final class Walk {

    private final AnswerKind kind;
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<String> reported = new HashSet<>();

    private Walk(AnswerKind kind) {
      this.kind = kind;
    }

    private void through(byte[] body) {
      try (JsonParser json = JSON.createParser(body)) {
        value(json, json.nextToken());
      }
    }

    /** A list is transparent: its elements are where it is. */
    private void value(JsonParser json, JsonToken token) {
      if (token == JsonToken.START_OBJECT) {
        report("(object)");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          path.addLast(json.currentName().replace(ANNOTATION, "@"));
          value(json, json.nextToken());
          path.removeLast();
        }
      } else if (token == JsonToken.START_ARRAY) {
        for (JsonToken next = json.nextToken();
            next != JsonToken.END_ARRAY;
            next = json.nextToken()) {
          value(json, next);
        }
      } else if (token != null && token != JsonToken.VALUE_NULL) {
        scalar(json, token);
      }
    }

    private void scalar(JsonParser json, JsonToken token) {
      Optional<Set<String>> known = known();
      if (known.isEmpty()) {
        return;
      }
      String word = json.getString().strip();
      if (!word.isEmpty() && !Words.contains(known.get(), word)) {
        report(WORD.matcher(word).matches() ? word : instead(token));
      }
    }

    private static String instead(JsonToken token) {
      return token == JsonToken.VALUE_STRING ? "(text)" : "(number)";
    }

    private void report(String value) {
      if (known().isPresent() && reported.add(field(path) + " " + value)) {
        listener.met(kind.place() + ": " + field(path), value);
      }
    }

    private Optional<Set<String>> known() {
      return path.isEmpty() || !kind.mayEndIn(path.getLast())
          ? Optional.empty()
          : Optional.ofNullable(kind.fields().get(field(path)));
    }

    private String field(Collection<String> names) {
      Iterator<String> each = names.iterator();
      StringBuilder field = new StringBuilder();
      for (boolean first = true; each.hasNext(); first = false) {
        String name = each.next();
        if (!first || !ROWS.contains(name)) {
          field.append(field.isEmpty() ? "" : ".").append(name);
        }
      }
      return field.toString();
    }
  }
}
