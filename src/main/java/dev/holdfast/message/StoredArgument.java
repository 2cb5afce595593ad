package dev.holdfast.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An argument of a message as it is stored: one of these. */
@JsonInclude(Include.NON_NULL)
record StoredArgument(
    @Nullable String text,
    @Nullable Long number,
    @Nullable Double decimal,
    @Nullable Instant instant,
    @Nullable Duration duration,
    @Nullable StoredMessage message,
    @Nullable List<StoredArgument> list) {

  static StoredArgument of(Object value) {
    if (value instanceof List<?> values) {
      return new StoredArgument(
          null, null, null, null, null, null, values.stream().map(StoredArgument::of).toList());
    }
    Object text = value instanceof String || isTyped(value) ? value : value.toString();
    return new StoredArgument(
        as(String.class, text),
        as(Long.class, value),
        as(Double.class, value),
        as(Instant.class, value),
        as(Duration.class, value),
        value instanceof Message nested ? StoredMessage.nested(nested, Optional.empty()) : null,
        null);
  }

  private static boolean isTyped(Object value) {
    return Stream.of(Long.class, Double.class, Instant.class, Duration.class, Message.class)
        .anyMatch(type -> type.isInstance(value));
  }

  private static <T> @Nullable T as(Class<T> type, Object value) {
    return type.isInstance(value) ? type.cast(value) : null;
  }

  /**
   * @throws java.util.NoSuchElementException if it's of a type that this version doesn't know
   */
  Object value() {
    return Stream.of(
            text,
            number,
            decimal,
            instant,
            duration,
            message == null ? null : message.toMessage(),
            list == null ? null : list.stream().map(StoredArgument::value).toList())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
