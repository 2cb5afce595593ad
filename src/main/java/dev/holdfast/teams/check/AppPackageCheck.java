package dev.holdfast.teams.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.teams.settings.TeamsProperties;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Whether the Teams app package that was built with this jar fits the configuration. Which package
 * was uploaded Holdfast cannot see. A jar that was built without an installation's values says
 * nothing of the bot and the addresses in its package, but all else is the same in both.
 */
@Component
class AppPackageCheck implements DoctorCheck {

  private static final List<String> SCOPES = List.of("personal", "team", "groupChat");

  private final Optional<AppManifest> manifest;
  private final Environment environment;
  private final TeamsProperties properties;

  @Autowired
  AppPackageCheck(Environment environment, TeamsProperties properties) {
    this(AppManifest.ofTheJar(), environment, properties);
  }

  AppPackageCheck(
      Optional<AppManifest> manifest, Environment environment, TeamsProperties properties) {
    this.manifest = manifest;
    this.environment = environment;
    this.properties = properties;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Teams app package";
  }

  @Override
  public CheckResult check() {
    if (manifest.isEmpty() || properties.appId() == null) {
      return CheckResult.skipped(
          manifest.isEmpty()
              ? "This jar does not say which Teams app package belongs to it."
              : "The bot does not know its own id, so there is nothing to compare the package"
                  + " with.",
          Remedy.of("Build it with ./mvnw package and set holdfast.teams.app-id."));
    }
    if (!manifest.get().violations().isEmpty()) {
      return CheckResult.broken(
          "Teams rejects the package that was built with this jar. "
              + String.join(" ", manifest.get().violations()),
          rejected(properties.appId()));
    }
    List<String> faults = faults(manifest.get(), properties.appId());
    return faults.isEmpty()
        ? fits(manifest.get(), properties.appId())
        : CheckResult.warning(
            "The package that was built with this jar %s.".formatted(String.join("; it ", faults)),
            rebuild(properties.appId()));
  }

  private static CheckResult fits(AppManifest built, String appId) {
    return built.botId().equalsIgnoreCase(appId)
        ? CheckResult.ok(
            "Version %s of the package, built with this jar, is for application %s."
                .formatted(built.version(), appId))
        : CheckResult.ok(
            "The manifest of this jar can be used. Its bot and its addresses are filled in where the"
                + " package is made, which Holdfast can't see.");
  }

  private List<String> faults(AppManifest built, String appId) {
    List<String> faults = new ArrayList<>();
    boolean comparable = !built.hasNoValues();
    if (comparable && !built.botId().equalsIgnoreCase(appId)) {
      faults.add("is for the bot %s, and Holdfast is %s".formatted(built.botId(), appId));
    }
    SCOPES.stream()
        .filter(scope -> !built.scopes().contains(scope))
        .forEach(scope -> faults.add("cannot be added in the scope " + scope));
    if (built.supportsTargetedMessages()) {
      faults.add("lets people write to Holdfast unseen by the others there, who see its answers");
    }
    if (!built.validDomains().isEmpty()) {
      faults.add("trusts domains that Holdfast does not use");
    }
    if (comparable
        && !environment.acceptsProfiles(Profiles.of("local"))
        && built.addresses().stream().anyMatch(AppPackageCheck::isExample)) {
      faults.add("points to example.com for who answers for it, privacy or terms of use");
    }
    return faults;
  }

  private static boolean isExample(String address) {
    return address.isEmpty() || "example.com".equals(URI.create(address).getHost());
  }

  private static Remedy rejected(String appId) {
    return Remedy.of(
        "Correct the manifest or the values that the build puts into it (manifest/README.md), build"
            + " the package again, and upload it.",
        build(appId));
  }

  private static Remedy rebuild(String appId) {
    return Remedy.of(
        "Unless the package in Teams was built elsewhere with the right values, build it with your"
            + " own (manifest/README.md) and upload it.",
        build(appId));
  }

  private static String build(String appId) {
    return "./mvnw package -DskipTests -Dmanifest.bot-id="
        + appId
        + " -Dmanifest.version=<higher than the last>"
        + " -Dmanifest.developer.name=<name> -Dmanifest.developer.website-url=<address>"
        + " -Dmanifest.developer.privacy-url=<address>"
        + " -Dmanifest.developer.terms-of-use-url=<address>";
  }
}
