package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/**
 * Where both admin APIs are called, whether each lets Holdfast in. With one that doesn't, Holdfast
 * works with the other, so nothing else shows it.
 */
@Component
class EachAdminApiCheck implements DoctorCheck {

  private static final String WITHOUT_BAP =
      " Holdfast works with the Power Platform API meanwhile. It can't take an environment out of"
          + " administration mode, and capacity and what the service allows aren't checked.";
  private static final String WITHOUT_PPAPI =
      " Holdfast works with BAP meanwhile. The service's own check of a restore or copy, its list"
          + " of targets, and finance and operations aren't asked.";

  private final ObjectFactory<AdminApi> api;
  private final AdminApiEndpoints endpoints;

  EachAdminApiCheck(ObjectFactory<AdminApi> api, AdminApiEndpoints endpoints) {
    this.api = api;
    this.endpoints = endpoints;
  }

  @Override
  public CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public String name() {
    return "Each admin API";
  }

  @Override
  public List<String> needs() {
    return List.of(AdminApiCheck.TOKEN);
  }

  @Override
  public CheckResult check() {
    if (endpoints.oneIsMissing()) {
      return CheckResult.warning(
          "This cloud has no Power Platform API that is known, so only BAP is called."
              + WITHOUT_PPAPI,
          Remedy.of(
              "Set holdfast.admin-api.power-platform-api.base-url, or holdfast.admin-api.api to"
                  + " bap."));
    }
    if (endpoints.each().size() == 1) {
      return CheckResult.ok("Not needed: holdfast.admin-api.api names one only.");
    }
    Map<AdminApiFlavor, CheckResult> silent = new EnumMap<>(AdminApiFlavor.class);
    endpoints
        .each()
        .forEach(
            (flavor, properties) ->
                ask(flavor, properties).ifPresent(found -> silent.put(flavor, found)));
    return verdict(silent);
  }

  /** What is wrong with one of them; empty if nothing is. */
  private Optional<CheckResult> ask(AdminApiFlavor flavor, AdminApiProperties properties) {
    AdminApiRemedies remedies = new AdminApiRemedies(properties);
    try {
      ServiceList<Environment> listed = api.getObject().part(flavor).environments();
      return listed.isEmpty() && listed.unreadable() == 0
          ? Optional.of(CheckResult.broken("It lists no environment.", remedies.role()))
          : Optional.empty();
    } catch (AdminApiException e) {
      return Optional.of(remedies.verdict(e));
    }
  }

  private static CheckResult verdict(Map<AdminApiFlavor, CheckResult> silent) {
    if (silent.isEmpty()) {
      return CheckResult.ok("BAP and the Power Platform API both list the environments.");
    }
    CheckResult first = silent.values().iterator().next();
    Remedy remedy = first.remedy().orElseThrow();
    if (silent.size() > 1) {
      return new CheckResult(
          CheckStatus.BROKEN, "Neither of them answers: " + first.sentence(), first.remedy());
    }
    return silent.containsKey(AdminApiFlavor.BAP)
        ? CheckResult.warning("BAP: " + first.sentence() + WITHOUT_BAP, remedy)
        : CheckResult.warning("Power Platform API: " + first.sentence() + WITHOUT_PPAPI, remedy);
  }
}
