package dev.holdfast.chat.doctor;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.NoArguments;
import dev.holdfast.bot.command.ParseResult;
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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * {@code doctor}, for the people whom the policy names: what it shows is about the installation,
 * and looking costs calls.
 */
@Component
class DoctorCommand implements ChatCommand<NoArguments> {

  private final Doctor doctor;
  private final PermissionEvaluator permissions;
  private final HiddenNames hidden;
  private final CardRenderer cards;
  private final BuildVersion build;

  DoctorCommand(
      Doctor doctor,
      PermissionEvaluator permissions,
      HiddenNames hidden,
      CardRenderer cards,
      BuildVersion build) {
    this.hidden = hidden;
    this.doctor = doctor;
    this.permissions = permissions;
    this.cards = cards;
    this.build = build;
  }

  @Override
  public CommandName name() {
    return CommandName.of("doctor", "health", "diagnose", "ping");
  }

  @Override
  public ParseResult<NoArguments> parse(CommandWords words) {
    return ParseResult.of(new NoArguments());
  }

  @Override
  public boolean isAnsweredWithinTurn(NoArguments arguments, ChatUser who) {
    return !isFor(who);
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(new HelpTopic(90, "help.doctor.title", "help.doctor.purpose", "doctor"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }

  @Override
  public boolean isFor(ChatUser who) {
    return permissions.of(who.person()).may(Permission.RUN_DOCTOR);
  }

  @Override
  public Reply handle(NoArguments arguments, IncomingMessage said) {
    ChatUser who = said.who();
    if (!isFor(who)) {
      return Reply.forAskerAlone(who.texts().of("doctor.notForYou"));
    }
    DoctorReport report = doctor.examine();
    UnaryOperator<String> hide = hidden.from(who);
    UnaryOperator<String> shown = text -> TextMarks.text(hide.apply(text));
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
