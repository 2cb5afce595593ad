package dev.holdfast.support;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * While it is open, every line that this thread logs carries the id of what is being dealt with: of
 * the activity that Teams sent, of the request, and of its operation. Closing it brings back what
 * was before. The keys are names of fields where the log is written as JSON.
 */
public final class LogContext implements AutoCloseable {

  private static final String ACTIVITY = "activity";
  private static final String REQUEST = "request";
  private static final String OPERATION = "operation";

  /** Characters; Teams' own ids have at most some forty. */
  private static final int LONGEST = 64;

  private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9:._|@=-]");

  private final String key;
  private final @Nullable String before;

  private LogContext(String key, String id) {
    this.key = key;
    this.before = MDC.get(key);
    if (id.isEmpty()) {
      MDC.remove(key);
    } else {
      MDC.put(key, clean(id));
    }
  }

  public static LogContext activity(String id) {
    return new LogContext(ACTIVITY, id);
  }

  public static LogContext request(String id) {
    return new LogContext(REQUEST, id);
  }

  /**
   * @param id the service's own; empty for lines that belong to none
   */
  public static LogContext operation(String id) {
    return new LogContext(OPERATION, id);
  }

  /** What a person can quote so that the story is found; one of its own where nothing is open. */
  public static String reference() {
    return known().orElseGet(() -> UUID.randomUUID().toString().substring(0, 8));
  }

  /** The activity that is dealt with, or else the request. */
  public static Optional<String> known() {
    return Optional.ofNullable(MDC.get(ACTIVITY)).or(() -> Optional.ofNullable(MDC.get(REQUEST)));
  }

  @Override
  public void close() {
    if (before == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, before);
    }
  }

  /** An activity's id comes from outside: in the log it is one short word. */
  private static String clean(String id) {
    String word = UNUSUAL.matcher(id).replaceAll("_");
    return word.substring(0, Math.min(word.length(), LONGEST));
  }
}
