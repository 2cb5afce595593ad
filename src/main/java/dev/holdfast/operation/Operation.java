package dev.holdfast.operation;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is requested, with the type that knows how it is done. */
public record Operation<S extends OperationSpec>(OperationType<S> type, S spec) {

  public PreflightResult beforeTheCall(PreflightService preflight) {
    return type.rules().beforeTheCall(spec, preflight);
  }

  public OperationAccepted start(AdminApi api) {
    return type.execution().start(spec, api);
  }

  /** Which admin API takes the order, and what it lists before. */
  public AdminApi.Route route(AdminApi api) {
    return api.route(type.execution().ordered(), spec.affected().id());
  }

  public boolean isIdempotent() {
    return type.execution().idempotent();
  }

  public boolean isListed() {
    return type.execution().isListed();
  }

  public boolean showsByItself() {
    return type.execution().showsByItself();
  }

  public Optional<Backup> listed(Instant earliest, AdminApi api) {
    return type.execution().listed(spec, earliest, api);
  }

  public Verification verify(Instant earliest, AdminApi api) {
    return type.execution().verify(spec, earliest, api);
  }

  public Message title() {
    return type.presenter().title();
  }

  public Message approvalTitle() {
    return type.presenter().approvalTitle();
  }

  public Message inShort() {
    return type.presenter().inShort(spec);
  }

  public Message doneTitle() {
    return type.presenter().doneTitle(spec);
  }

  public Message failedTitle() {
    return type.presenter().failedTitle(spec);
  }

  public List<Fact> options(CardTexts texts) {
    return type.presenter().options(spec, texts);
  }

  public List<Fact> optionsWithSafetyBackup(CardTexts texts) {
    List<Fact> facts = new ArrayList<>(options(texts));
    safetyBackup(texts).ifPresent(facts::add);
    return facts;
  }

  /** Whether what is overwritten is backed up first; empty where nothing is. */
  public Optional<Fact> safetyBackup(CardTexts texts) {
    return spec.overwrites()
        ? Optional.of(
            texts.fact(
                "safetyBackup.name",
                spec.backsUpFirst()
                    ? texts.of(
                        "safetyBackup.planned",
                        "environment",
                        NameMarks.shown(spec.affected().displayName()))
                    : texts.of("safetyBackup.none")))
        : Optional.empty();
  }

  public Optional<Instant> point() {
    return type.presenter().point(spec);
  }

  public Optional<Message> pointName() {
    return type.presenter().pointName(spec);
  }

  public Optional<Message> chosenPoint() {
    return type.presenter().chosenPoint(spec);
  }

  public List<Message> nextSteps() {
    return type.presenter().nextSteps(spec);
  }

  public Optional<List<Message>> nextSteps(Request request) {
    return type.presenter().nextSteps(spec, request);
  }

  public boolean needsAttention(Request succeeded) {
    return type.presenter().needsAttention(spec, succeeded);
  }

  /** The verb of the button that opens the form; only for a type that has one. */
  public ActionVerb formVerb() {
    return form().verb();
  }

  public Map<String, String> again(Request request, ZoneId zone) {
    return form().again(request, spec, zone);
  }

  /** Data for the form that asks for it between the same environments now, where that is usual. */
  public Optional<Map<String, String>> anew() {
    return type.form().flatMap(form -> form.anew(spec));
  }

  /** Data for the form that asks for the opposite; empty where that isn't how it's undone. */
  public Optional<Map<String, String>> opposite() {
    return type.form().flatMap(form -> form.opposite(spec));
  }

  /** Only for a type whose form is reviewed. */
  public ReviewForm reviewForm() {
    return review().orElseThrow();
  }

  /** Empty where the form isn't reviewed. */
  public Optional<ReviewForm> review() {
    return form().review(spec);
  }

  private RequestForm<S> form() {
    return type.form().orElseThrow();
  }
}
