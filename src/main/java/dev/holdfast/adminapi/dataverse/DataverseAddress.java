package dev.holdfast.adminapi.dataverse;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.OptionalReads;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The Dataverse of one environment, asked only where its address is one of Dataverse. */
record DataverseAddress(AdminApiHttpClient http, Environment environment) {

  /**
   * Asks it.
   *
   * @param call what is asked at the address of the organization, which ends with a slash
   * @param reader empty when the body can't be read
   */
  <T> FinOpsAnswer<T> ask(Function<URI, HttpCall> call, Function<JsonNode, Optional<T>> reader) {
    return instance()
        .map(at -> new OptionalReads(http, organization(at)).ask(() -> call.apply(at), reader))
        .orElseGet(
            () ->
                OptionalReads.none(
                    Reason.NOT_ASKED,
                    "Environment %s has no address of a Dataverse that Holdfast may ask."
                        .formatted(environment.id())));
  }

  private Optional<URI> instance() {
    try {
      return environment
          .dataverse()
          .flatMap(Environment.Dataverse::url)
          .map(url -> URI.create(url.endsWith("/") ? url : url + "/"))
          .filter(http::trusts);
    } catch (IllegalArgumentException e) { // it isn't an address
      return Optional.empty();
    }
  }

  /** The resource that its tokens are made out to: the organization without a slash. */
  private static URI organization(URI instance) {
    return URI.create(instance.getScheme() + "://" + instance.getAuthority());
  }
}
