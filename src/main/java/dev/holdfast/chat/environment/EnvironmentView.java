package dev.holdfast.chat.environment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One environment.
 *
 * @param state such as {@code Ready}
 * @param banner for example that it is in administration mode
 * @param facts what it is: type, kind, versions, region, group, owner, key, storage
 * @param backup what can be done with it: retention, window, backups and restores
 * @param links to its apps
 * @param age how old all this is, such as {@code just now}
 */
public record EnvironmentView(
    EnvironmentSummary environment,
    @JsonUnwrapped StateLabel state,
    Optional<Banner> banner,
    List<Fact> facts,
    List<Fact> backup,
    List<ExternalLink> links,
    String age,
    @JsonUnwrapped Actions actions)
    implements CardView {

  /**
   * What can be done with it. An empty action has no button.
   *
   * @param backups data of {@code backups.show}
   * @param backUp data of {@code backup.form}
   * @param restoreFrom data of {@code restore.form} with this environment as the source
   * @param why data of {@code why.show} with this environment as the target
   */
  public record Actions(
      Optional<Map<String, String>> backups,
      Optional<Map<String, String>> backUp,
      Optional<Map<String, String>> restoreFrom,
      Optional<Map<String, String>> why) {}

  @Override
  public String template() {
    return "environment";
  }

  @Override
  public Message summary() {
    return Message.of(
        "card.environment.summary", "environment", environment.name(), "state", state.state());
  }
}
