package dev.holdfast.chat.environment;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One environment. An empty action has no button.
 *
 * @param state such as {@code Ready}
 * @param banner for example that it is in administration mode
 * @param facts what it is: type, kind, versions, region, group, owner, key, storage
 * @param backup what can be done with it: retention, window, backups and restores
 * @param links to its apps
 * @param age how old all this is, such as {@code just now}
 * @param backups data of {@code backups.show}
 * @param backUp data of {@code backup.form}
 * @param restoreFrom data of {@code restore.form} with this environment as the source
 * @param why data of {@code why.show} with this environment as the target
 */
public record EnvironmentView(
    EnvironmentSummary environment,
    String state,
    Tone tone,
    Optional<Banner> banner,
    List<Fact> facts,
    List<Fact> backup,
    List<ExternalLink> links,
    String age,
    Optional<Map<String, String>> backups,
    Optional<Map<String, String>> backUp,
    Optional<Map<String, String>> restoreFrom,
    Optional<Map<String, String>> why)
    implements CardView {

  @Override
  public String template() {
    return "environment";
  }

  @Override
  public String summary() {
    return environment.name() + ": " + state;
  }
}
