package dev.holdfast.adminapi.dataverse;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.WireObject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks an environment's own Dataverse how its finance and operations apps are deployed, and in
 * which state they are (facts 6.5). The credential may have no user there, so nothing that goes
 * wrong here is an error.
 *
 * @param http trusts the hosts of Dataverse, not those of the admin API
 */
public record FinOpsDetailsClient(AdminApiHttpClient http) {

  private static final Logger log = LoggerFactory.getLogger(FinOpsDetailsClient.class);
  private static final String FUNCTION = "api/data/v9.2/msprov_getfinopsapplicationdetails";

  /** How the apps are deployed; empty when Dataverse doesn't say. */
  public Optional<FinOpsDeployment> of(Environment environment) {
    return state(environment)
        .known()
        .filter(state -> !state.deploymentType().isEmpty())
        .map(
            state ->
                new FinOpsDeployment(
                    state.deploymentType(), state.applicationVersion(), state.platformVersion()));
  }

  /** All that Dataverse says of the apps. */
  public FinOpsAnswer<FinOpsEnvironmentState> state(Environment environment) {
    FinOpsAnswer<FinOpsEnvironmentState> answer =
        new DataverseAddress(http, environment)
            .ask(
                at ->
                    HttpCall.read(
                        at.resolve(FUNCTION),
                        "tell how finance and operations is deployed in environment "
                            + environment.id()),
                FinOpsDetailsClient::read);
    if (answer instanceof FinOpsAnswer.Unavailable<FinOpsEnvironmentState> none) {
      log.info(
          "How finance and operations is deployed in environment {} stays unknown: {}",
          environment.id(),
          none.why());
    }
    return answer;
  }

  /** An answer that says nothing of the apps is none. */
  private static Optional<FinOpsEnvironmentState> read(JsonNode json) {
    return WireObject.of(json)
        .map(
            wire ->
                new FinOpsEnvironmentState(
                    wire.text("finopsenvironmentstate").orElse(""),
                    wire.text("applicationdeploymenttype").orElse(""),
                    wire.text("applicationversion"),
                    wire.text("platformversion")))
        .filter(
            state ->
                !state.state().isEmpty()
                    || !state.deploymentType().isEmpty()
                    || state.applicationVersion().isPresent());
  }
}
