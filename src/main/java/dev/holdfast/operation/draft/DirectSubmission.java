package dev.holdfast.operation.draft;

import dev.holdfast.approval.SubmissionRules;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.approval.join.SubmissionResult;
import dev.holdfast.approval.join.SubmissionService;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.series.SeriesForm;
import dev.holdfast.operation.start.StartConflicts;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartInput;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.OperationSpec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns a filled-in form that has no review into a request, or has it join one. */
@Component
public class DirectSubmission {

  /** As {@link DirectForm} makes them; whatever else a client sends is not a form of ours. */
  private static final Pattern DRAFT = Pattern.compile("[0-9a-f-]{36}");

  private final TicketForm tickets;
  private final Starts starts;
  private final SubmissionRules rules;
  private final SubmissionService submissions;

  DirectSubmission(
      TicketForm tickets, Starts starts, SubmissionRules rules, SubmissionService submissions) {
    this.tickets = tickets;
    this.starts = starts;
    this.rules = rules;
    this.submissions = submissions;
  }

  /** When and how often it's to be done, and what is against that. */
  @Component
  record Starts(StartForm form, StartConflicts conflicts, SeriesForm series) {}

  /**
   * Either a card to show in place of the form, or the request that came of it.
   *
   * @param repeated whether the request was submitted before
   * @param joined whether it's one that waited for the same thing before this was submitted
   */
  public record Outcome(
      Optional<Card> card, Optional<Request> request, boolean repeated, boolean joined) {

    private static Outcome of(Card card) {
      return new Outcome(Optional.of(card), Optional.empty(), false, false);
    }

    private static Outcome of(SubmissionResult result, boolean repeated) {
      return new Outcome(
          Optional.empty(), Optional.of(result.request()), repeated, result.joined());
    }
  }

  /**
   * Checks the form against the environment as it is now and stores the request.
   *
   * @param message Teams' id of the message that carries the form, which the request's card
   *     replaces; empty when it's posted as a new one
   */
  public Outcome submit(
      DirectForm form,
      Map<String, String> data,
      ChatUser who,
      ConversationRef where,
      String message) {
    EnvironmentInput source = form.source(data, who);
    return source.unclear()
        ? Outcome.of(
            form.form(
                source.data(),
                who,
                Optional.empty(),
                Map.of("source", source.error().orElseThrow()),
                source.among()))
        : submitClear(form, source.data(), who, where, message);
  }

  /**
   * The same for a form that stays where it is, because others see it and it might not be this
   * person's: what each of them fills in is a request of its own, and the same sent twice is one.
   */
  public Outcome submitCopy(
      DirectForm form, Map<String, String> data, ChatUser who, ConversationRef where) {
    Map<String, String> copy = new LinkedHashMap<>(data);
    String filledIn = who.id() + new TreeMap<>(data);
    copy.put("draft", UUID.nameUUIDFromBytes(filledIn.getBytes(StandardCharsets.UTF_8)).toString());
    return submit(form, copy, who, where, "");
  }

  /** What memory knows to be wrong with a form; empty when nothing is, or it was submitted. */
  public Optional<FormErrors> objection(DirectForm form, Map<String, String> data, ChatUser who) {
    return form.sourceInMemory(data, who)
        .filter(
            source -> submissions.submitted(data.getOrDefault("draft", ""), who.person()).isEmpty())
        .map(EnvironmentInput::data)
        .flatMap(
            clear -> {
              Map<String, Message> errors = errors(form, clear, who);
              return FormErrors.of(errors, form.formInMemory(clear, who, errors), who.texts());
            });
  }

  private Outcome submitClear(
      DirectForm form,
      Map<String, String> data,
      ChatUser who,
      ConversationRef where,
      String message) {
    if (!DRAFT.matcher(data.getOrDefault("draft", "")).matches()) {
      Map<String, String> fresh = new LinkedHashMap<>(data);
      fresh.put("draft", UUID.randomUUID().toString());
      return again(
          form,
          fresh,
          who,
          Optional.of(new Banner(Tone.ATTENTION, who.texts().of("directForm.submitAgain"))),
          Map.of());
    }
    Optional<SubmissionResult> before = submissions.submitted(data.get("draft"), who.person());
    if (before.isPresent()) {
      return Outcome.of(before.get(), true);
    }
    Map<String, Message> errors = errors(form, data, who);
    return errors.isEmpty()
        ? submitComplete(form, data, who, origin(where, message))
        : again(form, data, who, Optional.empty(), errors);
  }

  private Map<String, Message> errors(DirectForm form, Map<String, String> data, ChatUser who) {
    Map<String, Message> errors =
        new LinkedHashMap<>(start(form, data, who).with(form.objections(data)));
    if (form.canBeRepeated()) {
      errors.putAll(starts.series().errors(data, who));
    }
    return errors;
  }

  private StartForm.Read start(DirectForm form, Map<String, String> data, ChatUser who) {
    return form.canBePlanned() ? starts.form().read(StartInput.of(data), who) : StartForm.Read.NOW;
  }

  private Outcome submitComplete(
      DirectForm form, Map<String, String> data, ChatUser who, RequestOrigin origin) {
    CheckedOrder once = form.check(data).startingAt(start(form, data, who).start());
    CheckedOrder checked = form.canBeRepeated() ? starts.series().repeated(once, data, who) : once;
    OperationSpec work = checked.spec().orElseThrow();
    CheckedOrder read =
        checked.and(
            starts
                .conflicts()
                .of(work.eachTime(), SeriesForm.first(work).or(checked::start), who.person()));
    rules.prepare(work);
    Optional<String> ticket = tickets.meant(data);
    Optional<Message> objection =
        rules
            .denial(who.person(), work)
            .or(() -> red(read))
            .or(() -> tickets.objection(ticket, work, who.person()));
    if (objection.isPresent()) {
      Banner banner = new Banner(Tone.BAD, who.texts().of(objection.get()));
      return again(form, data, who, Optional.of(banner), Map.of());
    }
    return Outcome.of(submissions.submit(request(data, who, origin, read, ticket)), false);
  }

  private static SubmitRequest request(
      Map<String, String> data,
      ChatUser who,
      RequestOrigin origin,
      CheckedOrder read,
      Optional<String> ticket) {
    return new SubmitRequest(
        data.get("draft"),
        who.person(),
        who.zone(),
        read.spec().orElseThrow(),
        data.getOrDefault("reason", "").strip(),
        origin,
        EnvironmentViewMapper.warnings(read.checks()),
        new SubmitRequest.Asked(false, DirectForm.isRehearsal(data), ticket, read.start()));
  }

  private static RequestOrigin origin(ConversationRef where, String message) {
    return new RequestOrigin(
        where.conversation(), message, where.kind() == ConversationRef.Kind.PERSONAL);
  }

  private static Outcome again(
      DirectForm form,
      Map<String, String> data,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors) {
    return Outcome.of(form.form(data, who, banner, errors, List.of()));
  }

  /** What forbids it; empty when nothing does. */
  private static Optional<Message> red(CheckedOrder read) {
    return read.checks().stream()
        .filter(check -> check.severity() == Severity.RED)
        .map(Finding::message)
        .reduce(Message::then);
  }
}
