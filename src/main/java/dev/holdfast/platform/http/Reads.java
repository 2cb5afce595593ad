package dev.holdfast.platform.http;

import dev.holdfast.platform.Backup;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.Poll;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What both admin APIs are read for: only addresses and shapes differ, and an item without which
 * nothing could be done is left out.
 */
public record Reads(AdminHttp http, URI audience) {

  public List<Environment> environments(
      URI address, Function<JsonNode, Optional<Environment>> reader) {
    return list(address, "list the environments").map(reader).flatMap(Optional::stream).toList();
  }

  public Environment environment(
      URI address, String id, Function<JsonNode, Optional<Environment>> reader) {
    Call call = Call.read(address, "read environment " + id);
    Reply reply = http.read(call, audience);
    if (!reply.successful()) {
      throw Failures.answered(call, reply);
    }
    return reply
        .json()
        .flatMap(reader)
        .orElseThrow(() -> Failures.garbled(call, reply, "it is not an environment"));
  }

  /** The newest first. */
  public List<Backup> backups(
      URI address, String environmentId, Function<JsonNode, Optional<Backup>> reader) {
    return list(address, "list the backups of environment " + environmentId)
        .map(reader)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Backup::point).reversed())
        .toList();
  }

  /** The newest first; those of which the beginning is not told last. */
  public List<Operation> operations(
      URI address, String environmentId, Function<JsonNode, Operation> reader) {
    return list(address, "list the operations of environment " + environmentId)
        .map(reader)
        .sorted(Comparator.comparing(Reads::created).reversed())
        .toList();
  }

  public Poll operation(OperationRef ref, Look.Reader reader) {
    return new Look(http, audience).at(ref, reader);
  }

  public Stream<JsonNode> list(URI address, String what) {
    return new Pages(http, audience).all(Call.read(address, what)).stream();
  }

  private static Instant created(Operation operation) {
    return operation.createdAt().orElse(Instant.EPOCH);
  }
}
