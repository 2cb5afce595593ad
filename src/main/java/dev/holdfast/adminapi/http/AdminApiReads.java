package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.ServiceList;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What both admin APIs are read for: only addresses and shapes differ. A row of a list that can't
 * be read is counted.
 */
public record AdminApiReads(AdminApiHttpClient http, URI audience, KnownNames names) {

  private static final Logger log = LoggerFactory.getLogger(AdminApiReads.class);

  /** Pages that overlap name an environment twice; the first counts. */
  public ServiceList<Environment> environments(
      URI address, Function<JsonNode, Optional<Environment>> reader) {
    ServiceList<Environment> listed = list(address, "list the environments", reader);
    Map<String, Environment> byId = new LinkedHashMap<>();
    listed.forEach(one -> byId.putIfAbsent(one.id().toLowerCase(Locale.ROOT), one));
    names.listed(byId.values());
    return ServiceList.of(byId.values(), listed.unreadable());
  }

  public Environment environment(
      URI address, String id, Function<JsonNode, Optional<Environment>> reader) {
    HttpCall call = HttpCall.read(address, "read environment " + names.of(id));
    HttpReply reply = http.read(call, audience);
    if (!reply.successful()) {
      throw HttpErrorMapper.answered(call, reply);
    }
    Environment environment =
        reply
            .json()
            .flatMap(reader)
            .orElseThrow(() -> HttpErrorMapper.garbled(call, reply, "it is not an environment"));
    names.read(environment);
    return environment;
  }

  /** The newest first. */
  public ServiceList<Backup> backups(
      URI address, String environmentId, Function<JsonNode, Optional<Backup>> reader) {
    ServiceList<Backup> listed =
        list(address, "list the backups of environment " + names.of(environmentId), reader);
    return ServiceList.of(
        listed.stream().sorted(Comparator.comparing(Backup::point).reversed()).toList(),
        listed.unreadable());
  }

  /** The newest first; those of which the beginning is not told last. */
  public List<AdminOperation> operations(
      URI address, String environmentId, Function<JsonNode, AdminOperation> reader) {
    return list(
            address,
            "list the operations of environment " + names.of(environmentId),
            row -> Optional.of(reader.apply(row)))
        .stream()
        .sorted(Comparator.comparing(AdminApiReads::created).reversed())
        .toList();
  }

  /** In the service's order. */
  public <T> ServiceList<T> list(URI address, String what, Function<JsonNode, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    AtomicInteger rows = new AtomicInteger();
    new PagedListReader(http, audience)
        .each(
            HttpCall.read(address, what),
            row -> {
              rows.incrementAndGet();
              reader.apply(row).ifPresent(read::add);
            });
    int unreadable = rows.get() - read.size();
    if (unreadable > 0) {
      log.warn(
          "Asked to {}, the service listed rows that couldn't be read: unreadable={} of={}; the"
              + " list that people see says so",
          what,
          unreadable,
          rows.get());
    }
    return ServiceList.of(read, unreadable);
  }

  public PollResult operation(OperationLocator ref, OperationPoller.Reader reader) {
    return new OperationPoller(http, audience, names).at(ref, reader);
  }

  private static Instant created(AdminOperation operation) {
    return operation.createdAt().orElse(Instant.EPOCH);
  }
}
