package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.support.Sleeper;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.client.RestClient;

/** The clients of the admin APIs that are called. */
public final class AdminApiClients {

  private final Map<AdminApiFlavor, AdminApiHttpClients> each = new EnumMap<>(AdminApiFlavor.class);

  private AdminApiClients() {}

  /**
   * @param pause how a read waits before it tries again
   * @param unknown learns of words in the answers that aren't known
   */
  public static AdminApiClients open(
      AdminApiEndpoints endpoints,
      RestClient.Builder builder,
      AccessTokenProvider tokens,
      Clock clock,
      Sleeper pause,
      UnknownWordListener unknown) {
    AdminApiClients clients = new AdminApiClients();
    KnownNames names = new KnownNames();
    endpoints
        .each()
        .forEach(
            (flavor, properties) ->
                clients.each.put(
                    flavor,
                    AdminApiHttpClients.open(properties, builder, tokens, clock, pause, unknown)
                        .with(names)));
    return clients;
  }

  /** Those for one admin API; empty if it isn't called. */
  public Optional<AdminApiHttpClients> of(AdminApiFlavor flavor) {
    return Optional.ofNullable(each.get(flavor));
  }

  /** For the Dataverse of single environments, which is the same for all. */
  public AdminApiHttpClient dataverse() {
    return each.values().iterator().next().dataverse();
  }
}
