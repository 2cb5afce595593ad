package dev.holdfast.request.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An environment as the request names it.
 *
 * @param displayName as people saw it when they asked
 * @param details what told it from its namesakes then: type, kind, region; may be empty
 * @param attributes what the policy's rules go by, as it was then; what wasn't known is missing,
 *     and requests from before this was kept have none
 */
public record EnvironmentRef(
    String id,
    String displayName,
    String details,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes) {

  public EnvironmentRef(
      String id, String displayName, String details, @Nullable Map<String, String> attributes) {
    this.id = id;
    this.displayName = displayName;
    this.details = details;
    this.attributes =
        attributes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** The same under another name. */
  public EnvironmentRef named(String name) {
    return new EnvironmentRef(id, name, details, attributes);
  }
}
