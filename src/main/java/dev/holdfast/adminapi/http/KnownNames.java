package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.Environment;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What environments are called, as far as they were read, for sentences that people see. In memory
 * only: without a name a sentence has the ID.
 */
public final class KnownNames {

  private static final int ID_BEGINNING = 8;

  private volatile Map<String, String> names = new ConcurrentHashMap<>();
  private volatile Map<String, Long> counts = Map.of();

  /** Forgets all that aren't listed any more. */
  void listed(Collection<Environment> environments) {
    Map<String, String> fresh = new ConcurrentHashMap<>(environments.size() * 2);
    environments.forEach(one -> fresh.put(key(one.id()), one.displayName()));
    counts =
        fresh.values().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    names = fresh;
  }

  void read(Environment environment) {
    names.put(key(environment.id()), environment.displayName());
  }

  /** The name, with the beginning of the ID where others have the same; the ID without one. */
  public String of(String id) {
    return Optional.ofNullable(names.get(key(id)))
        .map(name -> counts.getOrDefault(name, 1L) > 1 ? name + " (" + beginning(id) + ")" : name)
        .orElse(id);
  }

  private static String beginning(String id) {
    return id.substring(0, Math.min(id.length(), ID_BEGINNING));
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
