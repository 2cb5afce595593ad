package dev.holdfast.chat;

import dev.holdfast.card.CheckLine;
import dev.holdfast.card.Choice;
import dev.holdfast.card.RestoreFormView;
import dev.holdfast.card.Side;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.environment.Check;
import dev.holdfast.environment.Severity;
import dev.holdfast.environment.Subject;
import dev.holdfast.request.EnvironmentName;
import dev.holdfast.request.Warning;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Environments and checks, as cards show them. */
final class Sides {

  /** How many choices a form offers; Teams shows no more than fit and a card has a size limit. */
  static final int PAGE = RestoreFormView.PAGE;

  private Sides() {}

  static String details(Subject subject) {
    return kind(subject) + " · " + region(subject);
  }

  /** {@code Sandbox · unified developer (UDE)}. */
  static String kind(Subject subject) {
    return type(subject) + " · " + subject.kind().word();
  }

  static String type(Subject subject) {
    String type = subject.environment().typeWord();
    return type.isBlank() ? "type not known" : type;
  }

  static String region(Subject subject) {
    String region = subject.environment().region();
    return region.isBlank() ? "region not known" : region;
  }

  static Side side(Subject subject) {
    return new Side(subject.name(), details(subject));
  }

  static EnvironmentName name(Subject subject) {
    return new EnvironmentName(subject.id(), subject.name(), details(subject));
  }

  static List<Choice> page(List<Subject> subjects, String chosenId) {
    return page(subjects, chosenId, subject -> "");
  }

  /**
   * The first page of choices, which always holds the one that is chosen.
   *
   * @param remark what is added to a choice; empty when there is nothing to add
   */
  static List<Choice> page(
      List<Subject> subjects, String chosenId, Function<Subject, String> remark) {
    List<Subject> page = new ArrayList<>(subjects.subList(0, Math.min(PAGE, subjects.size())));
    subjects.stream()
        .filter(subject -> subject.id().equals(chosenId) && !page.contains(subject))
        .forEach(page::add);
    Titles titles = Titles.among(subjects);
    return page.stream()
        .map(subject -> new Choice(titles.of(subject) + remark.apply(subject), subject.id()))
        .toList();
  }

  /**
   * Where a page cannot hold all: those first whose names have the longest beginning in common with
   * the source's. Whoever names environments puts together what belongs together.
   */
  static List<Subject> nearestFirst(List<Subject> subjects, Subject source) {
    if (subjects.size() <= PAGE) {
      return subjects;
    }
    Map<Subject, Integer> inCommon = new IdentityHashMap<>();
    subjects.forEach(one -> inCommon.put(one, inCommon(one.name(), source.name())));
    return subjects.stream()
        .sorted(Comparator.comparing(inCommon::get, Comparator.reverseOrder()))
        .toList();
  }

  private static int inCommon(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int length = 0;
    while (length < most && one.regionMatches(true, length, other, length, 1)) {
      length++;
    }
    return length;
  }

  static List<CheckLine> lines(List<Check> checks, ZoneId zone) {
    return checks.stream()
        .map(
            check ->
                new CheckLine(
                    tone(check.severity()),
                    Times.spelledOut(check.sentence(), zone),
                    Optional.of(check.source())))
        .toList();
  }

  /** What the requester saw in amber, for the approvers. */
  static List<Warning> warnings(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.severity() == Severity.AMBER)
        .map(check -> new Warning(check.rule(), check.sentence()))
        .toList();
  }

  static Tone tone(Severity severity) {
    return switch (severity) {
      case GREEN -> Tone.GOOD;
      case AMBER -> Tone.ATTENTION;
      case RED -> Tone.BAD;
    };
  }
}
