package dev.holdfast.chat;

import dev.holdfast.approval.Policy;
import dev.holdfast.card.Cards;
import dev.holdfast.card.DoctorView;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.doctor.Finding;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Report;
import dev.holdfast.doctor.State;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code doctor}, for the people whom the policy names: what it shows is about the installation,
 * and looking costs calls.
 */
@Component
class DoctorCards {

  private final Doctor doctor;
  private final Policy policy;
  private final Cards cards;

  DoctorCards(Doctor doctor, Policy policy, Cards cards) {
    this.doctor = doctor;
    this.policy = policy;
    this.cards = cards;
  }

  /** Whether the person may see it. */
  boolean isFor(Speaker who) {
    return policy.names(who.person());
  }

  Answer answer(Speaker who) {
    if (!isFor(who)) {
      return Answer.forAskerAlone(
          "“doctor” is for the people whom the policy names. Ask one of those who approve, or the"
              + " operator of Holdfast.");
    }
    Report report = doctor.examine();
    return Answer.of(
        cards.render(
            new DoctorView(
                tone(report),
                verdict(report),
                Times.both(report.at(), who.zone()),
                report.byArea().entrySet().stream()
                    .map(area -> group(area.getKey().title(), area.getValue()))
                    .toList())));
  }

  private static Tone tone(Report report) {
    if (!report.well()) {
      return Tone.BAD;
    }
    return report.count(State.WARNING) > 0 ? Tone.ATTENTION : Tone.GOOD;
  }

  private static String verdict(Report report) {
    return report.count(State.OK) == report.findings().size()
        ? "Everything is well"
        : report.summary();
  }

  private static DoctorView.Group group(String title, List<Finding> findings) {
    return new DoctorView.Group(title, lines(findings, true), lines(findings, false));
  }

  private static List<DoctorView.Line> lines(List<Finding> findings, boolean open) {
    return findings.stream()
        .filter(finding -> finding.verdict().remedy().isPresent() == open)
        .map(DoctorCards::line)
        .toList();
  }

  private static DoctorView.Line line(Finding finding) {
    Optional<Remedy> remedy = finding.verdict().remedy();
    return new DoctorView.Line(
        switch (finding.state()) {
          case BROKEN -> Tone.BAD;
          case WARNING -> Tone.ATTENTION;
          case SKIPPED -> Tone.NEUTRAL;
          case OK -> Tone.GOOD;
        },
        finding.name(),
        finding.verdict().sentence(),
        remedy.map(Remedy::words).orElse(""),
        remedy.flatMap(Remedy::command).orElse(""));
  }
}
