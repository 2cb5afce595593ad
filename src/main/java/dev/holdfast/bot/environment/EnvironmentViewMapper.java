package dev.holdfast.bot.environment;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Environments and checks, as cards show them. */
public final class EnvironmentViewMapper {

  /** How many choices a form offers; Teams shows no more than fit and a card has a size limit. */
  public static final int PAGE = Choice.PAGE;

  private EnvironmentViewMapper() {}

  /** {@code Sandbox · unified developer (UDE)}. */
  public static String kind(EnvironmentProfile subject) {
    return type(subject) + " · " + CardTexts.SHARED.of(subject.kind().message());
  }

  static String type(EnvironmentProfile subject) {
    String type = subject.environment().typeWord();
    return type.isBlank() ? CardTexts.SHARED.of("environment.type.unknown") : type;
  }

  static String region(EnvironmentProfile subject) {
    String region = subject.environment().region();
    return region.isBlank() ? CardTexts.SHARED.of("environment.region.unknown") : region;
  }

  /** As the policy needs it to find its rule. */
  public static EnvironmentRef name(EnvironmentProfile subject) {
    return new EnvironmentRef(subject.id(), subject.name(), "", subject.attributes());
  }

  /**
   * The first page of choices, which always holds the one that is chosen.
   *
   * @param title what a choice shows
   */
  public static List<Choice> page(
      List<EnvironmentProfile> subjects,
      String chosenId,
      Function<EnvironmentProfile, String> title) {
    List<EnvironmentProfile> page =
        new ArrayList<>(subjects.subList(0, Math.min(PAGE, subjects.size())));
    if (page.stream().noneMatch(subject -> subject.id().equals(chosenId))) {
      subjects.stream().filter(one -> one.id().equals(chosenId)).findFirst().ifPresent(page::add);
    }
    return page.stream().map(subject -> new Choice(title.apply(subject), subject.id())).toList();
  }

  /**
   * Where a page cannot hold all: those first whose names have the longest beginning in common with
   * the source's. Whoever names environments puts together what belongs together.
   */
  public static List<EnvironmentProfile> nearestFirst(
      List<EnvironmentProfile> subjects, EnvironmentProfile source) {
    if (subjects.size() <= PAGE) {
      return subjects;
    }
    List<List<EnvironmentProfile>> byLength = new ArrayList<>();
    for (int length = 0; length <= source.name().length(); length++) {
      byLength.add(new ArrayList<>());
    }
    subjects.forEach(one -> byLength.get(inCommon(one.name(), source.name())).add(one));
    Collections.reverse(byLength);
    return byLength.stream().flatMap(List::stream).toList();
  }

  private static int inCommon(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int length = 0;
    while (length < most && one.regionMatches(true, length, other, length, 1)) {
      length++;
    }
    return length;
  }

  public static List<CheckRow> lines(List<Finding> checks, CardTexts texts) {
    return checks.stream()
        .map(
            check ->
                new CheckRow(
                    tone(check.severity()),
                    texts.of(check.message()),
                    Optional.of(texts.of(check.origin()))))
        .toList();
  }

  /** What the requester saw in amber, for the approvers. */
  public static List<AcceptedWarning> warnings(List<Finding> checks) {
    return checks.stream()
        .filter(check -> check.severity() == Severity.AMBER)
        .map(check -> AcceptedWarning.of(check.rule(), check.message()))
        .toList();
  }

  public static Tone tone(Severity severity) {
    return switch (severity) {
      case GREEN -> Tone.GOOD;
      case AMBER -> Tone.ATTENTION;
      case RED -> Tone.BAD;
    };
  }
}
