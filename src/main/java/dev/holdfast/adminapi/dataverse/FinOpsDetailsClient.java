package dev.holdfast.adminapi.dataverse;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.HttpErrorMapper;
import dev.holdfast.adminapi.http.HttpReply;
import dev.holdfast.adminapi.http.WireObject;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks an environment's own Dataverse how its finance and operations apps are deployed; the admin
 * API does not say (facts 1.6). A bonus: the credential may have no user there, so nothing that
 * goes wrong here is an error.
 *
 * @param http trusts the hosts of Dataverse, not those of the admin API
 */
public record FinOpsDetailsClient(AdminApiHttpClient http) {

  private static final Logger log = LoggerFactory.getLogger(FinOpsDetailsClient.class);
  private static final String FUNCTION = "api/data/v9.2/msprov_getfinopsapplicationdetails";

  public Optional<FinOpsDeployment> of(Environment environment) {
    try {
      return environment
          .dataverse()
          .flatMap(Environment.Dataverse::url)
          .map(url -> URI.create(url.endsWith("/") ? url : url + "/"))
          .filter(http::trusts)
          .flatMap(instance -> ask(instance, environment.id()));
    } catch (RuntimeException e) { // "never an error": an address, a token, an answer may be odd
      log.info(
          "How finance and operations is deployed in environment {} stays unknown: {}",
          environment.id(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<FinOpsDeployment> ask(URI instance, String id) {
    HttpCall call =
        HttpCall.read(
            instance.resolve(FUNCTION),
            "tell how finance and operations is deployed in environment " + id);
    HttpReply reply = http.read(call, organization(instance));
    if (!reply.successful()) {
      log.info("{}", HttpErrorMapper.answered(call, reply).getMessage());
      return Optional.empty();
    }
    return reply.json().flatMap(FinOpsDetailsClient::deployment);
  }

  /** The resource that its tokens are made out to: the organization without a slash. */
  private static URI organization(URI instance) {
    return URI.create(instance.getScheme() + "://" + instance.getAuthority());
  }

  private static Optional<FinOpsDeployment> deployment(JsonNode json) {
    return WireObject.of(json)
        .flatMap(
            wire ->
                wire.text("applicationdeploymenttype")
                    .map(
                        type ->
                            new FinOpsDeployment(
                                type,
                                wire.text("applicationversion"),
                                wire.text("platformversion"))));
  }
}
