package dev.holdfast.approval.policy;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** Which environments no rule covers, or none for certain: nobody can do anything with them. */
@Component
class PolicyCoverageCheck implements DoctorCheck {

  private static final int SHOWN = 10;

  private final ObjectFactory<EnvironmentCatalog> catalog;
  private final PolicyRules rules;

  /**
   * @param catalog asked for only when it's needed: there is none without a credential
   */
  PolicyCoverageCheck(ObjectFactory<EnvironmentCatalog> catalog, PolicyRules rules) {
    this.catalog = catalog;
    this.rules = rules;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Policy coverage";
  }

  @Override
  public List<String> needs() {
    return List.of(ENVIRONMENTS);
  }

  @Override
  public CheckResult check() {
    EnvironmentCatalog known = catalog.getObject();
    if (!known.isRead()) {
      return CheckResult.ok("Not known before the environments were read.");
    }
    EnvironmentListing listing = known.all();
    List<EnvironmentProfile> uncovered =
        listing.subjects().stream()
            .filter(one -> rules.of(one).rule().isEmpty())
            .filter(one -> listing.kindsAwaited() == 0 || !isUncertain(one))
            .toList();
    return uncovered.isEmpty() && listing.kindsAwaited() > 0
        ? CheckResult.ok(
            "Not known yet for all: the kind of %d environment(s) is still being read."
                .formatted(listing.kindsAwaited()))
        : verdict(uncovered);
  }

  /** What isn't known of it may be known as soon as its kind was read. */
  private boolean isUncertain(EnvironmentProfile one) {
    return rules.of(one) instanceof PolicyRules.Uncertain;
  }

  private static CheckResult verdict(List<EnvironmentProfile> uncovered) {
    return uncovered.isEmpty()
        ? CheckResult.ok("A rule covers every environment.")
        : CheckResult.warning(
            "No rule of the policy covers %d environment(s) for certain, so nobody can do anything"
                    .formatted(uncovered.size())
                + " with them: "
                + uncovered.stream()
                    .limit(SHOWN)
                    .map(EnvironmentProfile::name)
                    .collect(Collectors.joining(", "))
                + (uncovered.size() > SHOWN ? ", and others." : "."),
            Remedy.of("Add a rule that covers them."));
  }
}
