package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RestoreCandidateList;
import dev.holdfast.environment.preflight.RuleId;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the service itself says to a restore, where its admin API can be asked ({@link
 * dev.holdfast.adminapi.AdminApiCapabilities}): which targets it offers, and what it objects to.
 * Asking starts nothing. An opinion that cannot be had is said to be missing and never taken for a
 * yes.
 */
@Component
public class ServiceValidation {

  private static final Logger log = LoggerFactory.getLogger(ServiceValidation.class);

  private static final int MOST_OBJECTIONS = 5;

  private static final int SOURCES = 500;

  private final AdminApi api;
  private final Cache<String, RestoreCandidateList> lastRead =
      Caffeine.newBuilder().maximumSize(SOURCES).build();

  public ServiceValidation(AdminApi api) {
    this.api = api;
  }

  /** Whether a check is the service's answer to what it was asked here, and no rule of ours. */
  public static boolean gave(Finding check) {
    return check.rule().equals(RuleId.CANDIDATES.id())
        || check.rule().equals(RuleId.VALIDATION.id());
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
   * Has the service check the order without starting it.
   *
   * @param busy whether an operation runs on one of the two now: what is objected to may then be
   *     nothing else, so it only forbids the restore when they are free
   */
  OwnCheck check(RestoreOrder order, boolean busy, boolean forbiddenByUs) {
    if (!api.capabilities().dryRun()) {
      return new OwnCheck(List.of(), Optional.empty());
    }
    try {
      return answered(api.validate(order), busy, forbiddenByUs);
    } catch (AdminApiException e) {
      log.info("the service's own check gave no finding: {}", e.forLog());
      return failed(e, busy);
    }
  }

  private static OwnCheck answered(
      ValidationResult validation, boolean busy, boolean forbiddenByUs) {
    if (!validation.passed()) {
      return refused(validation.objections(), validation.word(), validation.correlationId(), busy);
    }
    Finding check =
        forbiddenByUs
            ? RuleId.VALIDATION.amber(
                "Power Platform's own check takes this restore; Holdfast's rules do not. The"
                    + " stricter counts.")
            : RuleId.VALIDATION.green("Power Platform's own check takes this restore.");
    return new OwnCheck(List.of(check), Optional.empty());
  }

  private static OwnCheck failed(AdminApiException e, boolean busy) {
    Answer answer = e.answer();
    return switch (e.kind()) {
      case INVALID, NO_CAPACITY ->
          refused(
              List.of(answer.message().orElse(e.getMessage())),
              answer.code().orElse(""),
              answer.correlationId(),
              busy);
      case BUSY -> missing(e, "Power Platform does not check this restore while it is busy.");
      default -> missing(e, "Power Platform could not be asked for its own check.");
    };
  }

  private static OwnCheck missing(AdminApiException e, String what) {
    String sentence = what + " " + e.getMessage();
    Finding check =
        RuleId.VALIDATION
            .amber("%s It is asked again just before the call.", sentence)
            .withCorrelation(e.answer().correlationId());
    return new OwnCheck(
        List.of(check), Optional.of(new TemporaryBlocker(sentence, e.answer().retryAfter())));
  }

  private static OwnCheck refused(
      List<String> objections, String word, Optional<String> correlationId, boolean busy) {
    List<String> sentences = new ArrayList<>();
    String begin =
        busy
            ? "Power Platform's own check objects, perhaps only because it is busy: "
            : "Power Platform's own check objects: ";
    objections.stream().limit(MOST_OBJECTIONS).map(begin::concat).forEach(sentences::add);
    if (objections.isEmpty()) {
      sentences.add(
          begin + (word.isEmpty() ? "it gives no reason." : word + ", without a reason."));
    } else if (objections.size() > MOST_OBJECTIONS) {
      sentences.add(begin + "%d more.".formatted(objections.size() - MOST_OBJECTIONS));
    }
    Severity severity = busy ? Severity.AMBER : Severity.RED;
    List<Finding> checks = new ArrayList<>();
    sentences.forEach(sentence -> checks.add(RuleId.VALIDATION.check(severity, "%s", sentence)));
    int last = checks.size() - 1;
    checks.set(last, checks.get(last).withCorrelation(correlationId));
    return new OwnCheck(checks, Optional.empty());
  }
}
