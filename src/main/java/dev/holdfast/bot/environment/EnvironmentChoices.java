package dev.holdfast.bot.environment;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.TextTruncator;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments as choices: those that can be chosen before those that are ruled out. */
@Component
public class EnvironmentChoices {

  public static final int LONGEST_TITLE = 200;

  private final EnvironmentLabels labels;

  EnvironmentChoices(EnvironmentLabels labels) {
    this.labels = labels;
  }

  /**
   * The rules are asked one after the other until enough can be chosen: of thousands that begin
   * with one letter, only the first are shown.
   */
  public Stream<Choice> of(
      List<EnvironmentProfile> found,
      Predicate<EnvironmentProfile> possible,
      int enough,
      CardTexts texts) {
    List<EnvironmentProfile> may = new ArrayList<>();
    List<EnvironmentProfile> ruledOut = new ArrayList<>();
    for (EnvironmentProfile subject : found) {
      if (may.size() == enough) {
        break;
      }
      if (possible.test(subject)) {
        may.add(subject);
      } else if (ruledOut.size() < enough) {
        ruledOut.add(subject);
      }
    }
    return Stream.concat(
            may.stream().map(subject -> new Choice(title(subject), subject.id())),
            ruledOut.stream()
                .map(
                    subject ->
                        new Choice(
                            texts.of("environmentChoice.ruledOut", "environment", title(subject)),
                            subject.id())))
        .limit(enough);
  }

  private String title(EnvironmentProfile subject) {
    return TextTruncator.line(labels.title(subject), LONGEST_TITLE);
  }
}
