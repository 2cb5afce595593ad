package dev.holdfast.chat.doctor;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Tone;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.doctor.DoctorReport;
import dev.holdfast.doctor.NamedCheckResult;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.message.TextMarks;
import dev.holdfast.support.BuildVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What the doctor finds, for the people whom the policy names. */
@Component
public class DoctorCards {

  private final Doctor doctor;
  private final PermissionEvaluator permissions;
  private final HiddenNames hidden;
  private final CardRenderer cards;
  private final BuildVersion build;

  DoctorCards(
      Doctor doctor,
      PermissionEvaluator permissions,
      HiddenNames hidden,
      CardRenderer cards,
      BuildVersion build) {
    this.doctor = doctor;
    this.permissions = permissions;
    this.hidden = hidden;
    this.cards = cards;
    this.build = build;
  }

  /** Whether this person may read what the doctor finds. */
  public boolean areFor(ChatUser who) {
    return permissions.of(who.person()).may(Permission.RUN_DOCTOR);
  }

  /**
   * What doesn't work according to the latest examination, which may be some minutes old, the worst
   * first; nothing for a person who may not read it, and before the first examination.
   */
  public List<DoctorView.Line> broken(ChatUser who) {
    if (!areFor(who)) {
      return List.of();
    }
    List<NamedCheckResult> broken =
        doctor.latest().map(DoctorReport::findings).orElse(List.of()).stream()
            .filter(finding -> finding.state() == CheckStatus.BROKEN)
            .sorted(Comparator.comparing(NamedCheckResult::area))
            .toList();
    return broken.isEmpty() ? List.of() : lines(broken, true, shownTo(who));
  }

  /** Examines everything now; the card shows it to people who may read it. */
  Reply examine(ChatUser who) {
    if (!areFor(who)) {
      return Reply.forAskerAlone(who.texts().of("doctor.notForYou"));
    }
    DoctorReport report = doctor.examine();
    UnaryOperator<String> shown = shownTo(who);
    return Reply.of(
        cards.render(
            new DoctorView(
                tone(report),
                shown.apply(verdict(report, who.texts())),
                who.texts().at(report.at()),
                report.byArea().entrySet().stream()
                    .map(area -> group(area.getKey().title(), area.getValue(), shown))
                    .toList(),
                build)));
  }

  private UnaryOperator<String> shownTo(ChatUser who) {
    UnaryOperator<String> hide = hidden.from(who);
    return text -> TextMarks.text(hide.apply(text));
  }

  private static Tone tone(DoctorReport report) {
    if (!report.well()) {
      return Tone.BAD;
    }
    return report.count(CheckStatus.WARNING) > 0 ? Tone.ATTENTION : Tone.GOOD;
  }

  private static String verdict(DoctorReport report, CardTexts texts) {
    return report.count(CheckStatus.OK) == report.findings().size()
        ? texts.of("doctor.well")
        : report.summary();
  }

  private static DoctorView.Group group(
      String title, List<NamedCheckResult> findings, UnaryOperator<String> shown) {
    return new DoctorView.Group(title, lines(findings, true, shown), lines(findings, false, shown));
  }

  private static List<DoctorView.Line> lines(
      List<NamedCheckResult> findings, boolean open, UnaryOperator<String> shown) {
    return findings.stream()
        .filter(finding -> finding.verdict().remedy().isPresent() == open)
        .map(finding -> line(finding, shown))
        .toList();
  }

  private static DoctorView.Line line(NamedCheckResult finding, UnaryOperator<String> shown) {
    Optional<Remedy> remedy = finding.verdict().remedy();
    return new DoctorView.Line(
        switch (finding.state()) {
          case BROKEN -> Tone.BAD;
          case WARNING -> Tone.ATTENTION;
          case SKIPPED -> Tone.NEUTRAL;
          case OK -> Tone.GOOD;
        },
        finding.name(),
        shown.apply(finding.verdict().sentence()),
        shown.apply(remedy.map(Remedy::words).orElse("")),
        shown.apply(remedy.flatMap(Remedy::command).orElse("")));
  }
}
