package dev.holdfast.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * One row of the record, as it is stored.
 *
 * @param at to the microsecond, which both databases keep
 * @param version the request's version after it; empty for what changed no request
 */
record AuditEntry(
    long id, Instant at, long request, OptionalLong version, Event event, AuditFacts facts) {

  record Event(String what, String state, Person who, String words) {}

  record Person(String id, String name) {}

  static AuditEntry read(ResultSet row, int number) throws SQLException {
    long version = row.getLong("request_version");
    boolean without = row.wasNull();
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("request_id"),
        without ? OptionalLong.empty() : OptionalLong.of(version),
        new Event(
            row.getString("what"),
            row.getString("state"),
            new Person(row.getString("who_id"), row.getString("who_name")),
            row.getString("words")),
        AuditFacts.read(row));
  }

  /**
   * The hash of this row at its place in the chain: SHA-256, as lower case hex, over each of {@link
   * #parts} as {@code length:text}, the length in bytes of UTF-8.
   *
   * @param previous the hash one place before; 64 zeros at the first
   */
  String hash(long position, String previous) {
    MessageDigest sha = sha256();
    for (String part : parts(position, previous)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length keeps "ab"+"c" apart from "a"+"bc".
      sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha.update(bytes);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** As people write it: {@code R-1042}. */
  String requestId() {
    return "R-" + request;
  }

  /**
   * The instant in ISO 8601 and UTC; a version that is not there is an empty text. Then what {@link
   * AuditFacts#parts} says.
   */
  private List<String> parts(long position, String previous) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                String.valueOf(position),
                previous,
                String.valueOf(id),
                at.toString(),
                requestId(),
                version.isPresent() ? String.valueOf(version.getAsLong()) : "",
                event.what(),
                event.state(),
                event.who().id(),
                event.who().name(),
                event.words()));
    parts.addAll(facts.parts());
    return parts;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
