package dev.holdfast.environment.preflight;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.environment.preflight.validation.ValidationEnd;
import dev.holdfast.environment.preflight.validation.ValidationFollower;
import dev.holdfast.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the service itself says to what is ordered, where its admin API can be asked ({@link
 * dev.holdfast.adminapi.AdminApiCapabilities}): which targets it offers, and what it objects to.
 * Asking starts nothing. An opinion that cannot be had is said to be missing and never taken for a
 * yes.
 */
@Component
public class ServiceValidation {

  private static final Logger log = LoggerFactory.getLogger(ServiceValidation.class);

  private static final int MOST_OBJECTIONS = 5;

  private static final int SOURCES = 500;

  private static final String STILL_CHECKING = "rule.validation.amber.checking";

  private static final String CARRIED_OUT = "rule.validation.red.started";

  private static final Duration ASK_AGAIN = Duration.ofSeconds(15);

  private final AdminApi api;
  private final ValidationFollower follower;
  private final Cache<String, RestoreCandidateList> lastRead =
      Caffeine.newBuilder().maximumSize(SOURCES).build();

  /**
   * Where the service is still checking what was ordered. What a restart forgets is asked again.
   */
  private final Cache<Object, OperationLocator> checking =
      Caffeine.newBuilder().maximumSize(SOURCES).expireAfterWrite(Duration.ofMinutes(45)).build();

  public ServiceValidation(AdminApi api, ValidationFollower follower) {
    this.api = api;
    this.follower = follower;
  }

  /** Whether the service hasn't said yet what its own check found. */
  public static boolean isStillChecking(Finding check) {
    return check.message().code().equals(STILL_CHECKING);
  }

  /** Whether a check is the service's answer to what it was asked here, and no rule of ours. */
  public static boolean gave(Finding check) {
    return check.rule().equals(RuleId.CANDIDATES.id())
        || check.rule().equals(RuleId.VALIDATION.id());
  }

  /** Whether the service carries out what it was asked to check. */
  public static boolean isCarriedOut(Finding check) {
    return check.message().code().equals(CARRIED_OUT);
  }

  /** Whether a check is about the targets that the service offers. */
  public static boolean isAboutCandidates(Finding check) {
    return check.rule().equals(RuleId.CANDIDATES.id());
  }

  /** The targets that the service offers for a source. */
  public RestoreCandidateList candidates(String sourceId) {
    if (!api.capabilities().candidates()) {
      return RestoreCandidateList.NOT_ASKED;
    }
    try {
      RestoreCandidateList read = RestoreCandidateList.of(api.restoreCandidates(sourceId));
      lastRead.put(sourceId, read);
      return read;
    } catch (AdminApiException e) {
      log.info("the candidates of a source cannot be read, it is said so: {}", e.forLog());
      return RestoreCandidateList.unreadable(e.getMessage());
    }
  }

  /** The targets as they were read last; nothing is said of any while they weren't. */
  public RestoreCandidateList candidatesInMemory(String sourceId) {
    return Optional.ofNullable(lastRead.getIfPresent(sourceId))
        .orElse(RestoreCandidateList.NOT_ASKED);
  }

  /**
   * What the service's own check found.
   *
   * @param obstacle why it has to be asked again before the call
   */
  record OwnCheck(List<Finding> checks, Optional<TemporaryBlocker> obstacle) {

    /** Whether the service would take the order. */
    boolean passed() {
      return checks.stream().anyMatch(check -> check.severity() == Severity.GREEN);
    }
  }

  /**
   * Has the service check the order without starting it. One that it's still checking is followed
   * and not asked again.
   *
   * @param busy whether an operation runs on one of the two now: what is objected to may then be
   *     nothing else, so it only forbids the order when they are free
   */
  OwnCheck check(OverwriteCheck order, boolean busy, boolean forbiddenByUs) {
    if (!api.capabilities().dryRun()) {
      return new OwnCheck(List.of(), Optional.empty());
    }
    try {
      OperationLocator known = checking.getIfPresent(order.order());
      if (known != null) {
        return followed(order, known, follower.look(known), busy, forbiddenByUs);
      }
      ValidationResult validation = order.validate(api);
      return validation
          .checking()
          .map(at -> followed(order, at, follower.follow(at), busy, forbiddenByUs))
          .orElseGet(() -> answered(validation, order.noun(), busy, forbiddenByUs));
    } catch (AdminApiException e) {
      log.info("the service's own check gave no finding: {}", e.forLog());
      return failed(e, order.noun(), busy);
    }
  }

  private OwnCheck followed(
      OverwriteCheck order,
      OperationLocator at,
      ValidationEnd end,
      boolean busy,
      boolean forbiddenByUs) {
    if (end instanceof ValidationEnd.Pending) {
      checking.put(order.order(), at);
      Message why = Message.of("rule.validation.checking", "operation", order.noun());
      return new OwnCheck(
          List.of(RuleId.VALIDATION.amber(STILL_CHECKING, "operation", order.noun())),
          Optional.of(new TemporaryBlocker(why, Optional.of(ASK_AGAIN))));
    }
    checking.invalidate(order.order());
    if (end instanceof ValidationEnd.Started started) {
      return started(order, at, started.operation());
    }
    return end instanceof ValidationEnd.Failed refusal
        ? refused(refusal.objections(), refusal.word(), Optional.empty(), busy)
        : passed(order.noun(), forbiddenByUs);
  }

  /** It can't be undone here, so nothing else may start, and people have to look. */
  private static OwnCheck started(
      OverwriteCheck order, OperationLocator at, AdminOperation operation) {
    String id = operation.id().isEmpty() ? at.statusUrl().toString() : operation.id();
    log.error(
        "Power Platform was asked to check an order and carries it out (ValidateOnly was ignored):"
            + " operation={} type={} state={} environment={}. It overwrites the environment. Set"
            + " holdfast.admin-api.dry-run to false",
        id,
        operation.type(),
        operation.stateWord(),
        order.targetId());
    return new OwnCheck(
        List.of(
            RuleId.VALIDATION.red(
                Message.of(CARRIED_OUT, "operation", order.noun(), "id", id)
                    .with("state", operation.stateWord()))),
        Optional.empty());
  }

  private static OwnCheck answered(
      ValidationResult validation, Message noun, boolean busy, boolean forbiddenByUs) {
    return validation.passed()
        ? passed(noun, forbiddenByUs)
        : refused(validation.objections(), validation.word(), validation.correlationId(), busy);
  }

  private static OwnCheck passed(Message noun, boolean forbiddenByUs) {
    Finding check =
        forbiddenByUs
            ? RuleId.VALIDATION.amber("rule.validation.amber.stricter", "operation", noun)
            : RuleId.VALIDATION.green("rule.validation.green", "operation", noun);
    return new OwnCheck(List.of(check), Optional.empty());
  }

  private static OwnCheck failed(AdminApiException e, Message noun, boolean busy) {
    Answer answer = e.answer();
    return switch (e.kind()) {
      case INVALID, NO_CAPACITY ->
          refused(
              List.of(answer.message().orElse(e.getMessage())),
              answer.code().orElse(""),
              answer.correlationId(),
              busy);
      case BUSY ->
          missing(
              e,
              noun,
              Message.of("rule.validation.busy", "error", e.getMessage(), "operation", noun));
      default -> missing(e, noun, Message.of("rule.validation.missing", "error", e.getMessage()));
    };
  }

  private static OwnCheck missing(AdminApiException e, Message noun, Message why) {
    Finding check =
        RuleId.VALIDATION
            .amber("rule.validation.amber.again", "reason", why, "operation", noun)
            .withCorrelation(e.answer().correlationId());
    return new OwnCheck(
        List.of(check), Optional.of(new TemporaryBlocker(why, e.answer().retryAfter())));
  }

  private static OwnCheck refused(
      List<String> objections, String word, Optional<String> correlationId, boolean busy) {
    List<Message> problems = new ArrayList<>();
    objections.stream()
        .limit(MOST_OBJECTIONS)
        .map(objection -> Message.of("rule.validation.objection", "objection", objection))
        .forEach(problems::add);
    if (objections.isEmpty()) {
      problems.add(
          word.isEmpty()
              ? Message.of("rule.validation.noReason")
              : Message.of("rule.validation.word", "word", word));
    } else if (objections.size() > MOST_OBJECTIONS) {
      problems.add(
          Message.of("rule.validation.more", "count", objections.size() - MOST_OBJECTIONS));
    }
    Severity severity = busy ? Severity.AMBER : Severity.RED;
    String code = busy ? "rule.validation.problem.busy" : "rule.validation.problem";
    List<Finding> checks = new ArrayList<>();
    problems.forEach(
        problem -> checks.add(RuleId.VALIDATION.check(severity, code, "problem", problem)));
    int last = checks.size() - 1;
    checks.set(last, checks.get(last).withCorrelation(correlationId));
    return new OwnCheck(checks, Optional.empty());
  }
}
