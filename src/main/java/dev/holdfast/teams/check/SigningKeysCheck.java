package dev.holdfast.teams.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.teams.auth.PublishedKeys;
import dev.holdfast.teams.auth.RejectedKey;
import dev.holdfast.teams.auth.SigningKeySource;
import dev.holdfast.teams.settings.TeamsTrustProperties;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether the tokens of Teams can be checked, and which published keys can't be used and why. */
@Component
class SigningKeysCheck implements DoctorCheck {

  private static final String TEAMS = "msteams";
  private static final String SETTING = "holdfast.teams.openid-metadata-url";

  private final ObjectProvider<SigningKeySource> directory;
  private final URI metadata;

  SigningKeysCheck(ObjectProvider<SigningKeySource> directory, TeamsTrustProperties trust) {
    this.directory = directory;
    this.metadata = trust.openidMetadataUrl();
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Signing keys";
  }

  @Override
  public CheckResult check() {
    SigningKeySource keys = directory.getIfAvailable();
    if (keys == null) {
      return CheckResult.ok("Not needed: in the profile local, Holdfast doesn't check tokens.");
    }
    try {
      return verdict(keys.read());
    } catch (IOException e) {
      return CheckResult.broken(
          "Couldn't read the keys that sign messages from Teams: %s.".formatted(e.getMessage()),
          Remedy.of(
              "Let this machine through to %s, or correct %s:"
                  .formatted(metadata.getHost(), SETTING),
              "curl -v " + metadata));
    }
  }

  private static CheckResult verdict(PublishedKeys keys) {
    long usable = keys.endorsedFor(TEAMS);
    if (usable == 0) {
      return CheckResult.broken(
          "None of the published keys is endorsed for Teams (%s).%s"
              .formatted(String.join(", ", keys.ids()), rejected(keys.rejected())),
          Remedy.of("Set %s to the address for your cloud.".formatted(SETTING)));
    }
    String sentence =
        "%d of %d published keys sign messages from Teams.%s"
            .formatted(
                usable, keys.ids().size() + keys.rejected().size(), rejected(keys.rejected()));
    return keys.rejected().stream().allMatch(RejectedKey::expected)
        ? CheckResult.ok(sentence)
        : CheckResult.warning(
            sentence,
            Remedy.of(
                "Messages that are signed with a rejected key are refused. Check that %s is the"
                        .formatted(SETTING)
                    + " address for your cloud and that no proxy changes the response."));
  }

  private static String rejected(Collection<RejectedKey> keys) {
    List<String> reasons = keys.stream().map(RejectedKey::toString).toList();
    return reasons.isEmpty()
        ? ""
        : reasons.stream().collect(Collectors.joining("; ", " Not used: ", "."));
  }
}
