package dev.holdfast.vocabulary;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which words of the service Holdfast doesn't know. That is no fault: they're shown as they are, an
 * operation with one is followed, and none counts as success.
 */
@Component
class UnknownWordsCheck implements DoctorCheck {

  private static final int MOST_NAMED = 100;

  private final UnknownWordRepository words;

  UnknownWordsCheck(UnknownWordRepository words) {
    this.words = words;
  }

  @Override
  public CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public String name() {
    return "Unknown words";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    List<UnknownWord> met = words.all(MOST_NAMED + 1);
    if (met.isEmpty()) {
      return CheckResult.ok("The service has used no word that Holdfast doesn't know.");
    }
    String named =
        met.stream()
            .limit(MOST_NAMED)
            .map(UnknownWordsCheck::line)
            .collect(Collectors.joining("; "));
    return CheckResult.ok(
        "The service has used words that Holdfast doesn't know: %s%s. None counts as success. To have"
                .formatted(named, met.size() > MOST_NAMED ? "; and more" : "")
            + " them understood, report them as an issue of Holdfast.");
  }

  private static String line(UnknownWord word) {
    return "%s = %s (%s)".formatted(word.place(), word.value(), times(word));
  }

  private static String times(UnknownWord word) {
    return word.count() == 1
        ? "once, %s".formatted(word.firstSeen())
        : "%d times, %s to %s".formatted(word.count(), word.firstSeen(), word.lastSeen());
  }
}
