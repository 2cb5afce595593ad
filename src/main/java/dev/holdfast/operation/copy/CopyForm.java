package dev.holdfast.operation.copy;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.repeat.RepeatFields;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.start.StartInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form for a copy: first the source, then what depends on it. */
@Component
class CopyForm {

  /** Nothing in the form depends on the reader. */
  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final ReadableEnvironments catalog;
  private final PolicyEvaluator policy;
  private final FormLook look;
  private final CopyRules rules;

  CopyForm(ReadableEnvironments catalog, PolicyEvaluator policy, FormLook look, CopyRules rules) {
    this.catalog = catalog;
    this.policy = policy;
    this.look = look;
    this.rules = rules;
  }

  Card form(CopyFormInput input, ChatUser who, Optional<Banner> banner) {
    return form(input, who, banner, Map.of(), List.of());
  }

  /**
   * @param errors a message by the id of the input that it is about
   */
  Card form(CopyFormInput input, ChatUser who, Map<String, Message> errors) {
    return form(input, who, Optional.empty(), errors, List.of());
  }

  /** The words for a start as data of the form. */
  Map<String, String> start(String words, ChatUser who) {
    return look.starts().data(new StartInput(words, "", ""), who);
  }

  /** The form again, with what may be meant by a target that was typed. */
  Card form(CopyFormInput input, ChatUser who, EnvironmentInput target) {
    return form(
        input,
        who,
        Optional.empty(),
        Map.of("target", target.error().orElseThrow()),
        target.among());
  }

  /** The same from what is in memory; empty when that isn't enough. */
  Optional<Card> formInMemory(CopyFormInput input, ChatUser who, Map<String, Message> errors) {
    return catalog
        .inMemory(input.source(), who)
        .map(source -> details(source, input, who, Optional.empty(), errors, List.of()));
  }

  private Card form(
      CopyFormInput input,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors,
      List<EnvironmentProfile> among) {
    return catalog
        .byId(input.source(), who)
        .map(source -> details(source, input, who, banner, errors, among))
        .orElseGet(() -> askForSource(input, who, banner, catalog.all(who).subjects()));
  }

  /** The first step again, with what may be meant by a source that was typed. */
  Card askForSource(CopyFormInput input, ChatUser who, EnvironmentInput source) {
    Banner banner = new Banner(Tone.ATTENTION, TEXTS.of(source.error().orElseThrow()));
    List<EnvironmentProfile> among =
        source.among().isEmpty() ? catalog.all(who).subjects() : source.among();
    return askForSource(input, who, Optional.of(banner), among);
  }

  private Card askForSource(
      CopyFormInput input, ChatUser who, Optional<Banner> banner, List<EnvironmentProfile> among) {
    List<EnvironmentProfile> sources = among.stream().filter(CopyForm::isSource).toList();
    Map<String, String> next = new LinkedHashMap<>(input.toData());
    next.remove("source");
    next.put(CardActionInvocation.IN_PLACE, "true");
    return look.cards()
        .render(
            new CopySourceView(
                EnvironmentViewMapper.page(sources, input.source(), look.labels()::title),
                sources.size(),
                input.source(),
                withGaps(banner, who),
                next));
  }

  /** Whether an environment can be copied, as far as that is known before the target is. */
  static boolean isSource(EnvironmentProfile environment) {
    return environment.environment().dataverse().isPresent()
        && !CopyRules.isForbiddenSource(environment);
  }

  private Card details(
      EnvironmentProfile source,
      CopyFormInput input,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors,
      List<EnvironmentProfile> among) {
    Map<String, Message> wrong = look.starts().read(input.startInput(), who).with(errors);
    RepeatForm.Shown often = look.repeats().shown(input.repeat(), who);
    return look.cards()
        .render(
            new CopyFormView(
                look.labels().side(source),
                targets(source, input.target(), who, among),
                new CopyFormView.Values(
                    input.type(),
                    input.target(),
                    input.targetName(),
                    input.securityGroup(),
                    input.skipAuditData(),
                    input.safetyBackup(),
                    input.reason(),
                    look.tickets().shown(input.ticket())),
                new CopyFormView.Times(
                    look.starts().shown(input.startInput(), who), RepeatFields.of(often, who)),
                withGaps(banner, who),
                TEXTS.of(wrong),
                sent("source", source.id(), input),
                sent(CardActionInvocation.IN_PLACE, "true", input)));
  }

  private static Map<String, String> sent(String field, String value, CopyFormInput input) {
    return input.series().isEmpty()
        ? Map.of(field, value)
        : Map.of(field, value, RepeatForm.CHANGES, input.series());
  }

  private CopyFormView.Targets targets(
      EnvironmentProfile source, String chosen, ChatUser who, List<EnvironmentProfile> among) {
    List<EnvironmentProfile> all = catalog.all(who).subjects();
    List<EnvironmentProfile> legal = legal(source, all);
    List<EnvironmentProfile> meant = legal(source, among);
    List<EnvironmentProfile> offered = meant.isEmpty() ? legal : meant;
    return new CopyFormView.Targets(
        EnvironmentViewMapper.page(
            EnvironmentViewMapper.nearestFirst(offered, source), chosen, look.labels()::title),
        legal.size(),
        all.size() - legal.size(),
        offered.stream().map(EnvironmentViewMapper::name).anyMatch(policy::isSafetyBackupOptional));
  }

  private List<EnvironmentProfile> legal(
      EnvironmentProfile source, List<EnvironmentProfile> environments) {
    return environments.stream()
        .filter(target -> rules.legal(source, target))
        .filter(target -> policy.mayOverwrite(EnvironmentViewMapper.name(target)))
        .toList();
  }

  private Optional<Banner> withGaps(Optional<Banner> banner, ChatUser who) {
    return UnreadableRowNotes.both(
        banner, UnreadableRowNotes.environments(catalog.all(who).unreadable(), TEXTS));
  }
}
