package dev.holdfast.request;

import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was asked, by whom and under which rules; never changes afterwards.
 *
 * @param reason why, in the requester's words; may be empty
 * @param warnings the amber findings of the preflight checks that the requester saw
 * @param approvalTerms as they were at its submission; {@link Request#terms} are those in force
 * @param digestVersion what its digest covers; 1 the operation alone, 2 everything that an approver
 *     sees
 * @param emergency empty unless it's one
 */
public record RequestDetails(
    OperationSpec spec,
    Person requester,
    String reason,
    List<AcceptedWarning> warnings,
    Submission submission,
    ApprovalTerms approvalTerms,
    int digestVersion,
    Optional<Emergency> emergency) {

  /** What the digest of a new request covers: everything that an approver sees. */
  public static final int DIGEST_VERSION = 2;

  /** As from before the digest covered more than the operation. */
  public RequestDetails(
      OperationSpec spec,
      Person requester,
      String reason,
      List<AcceptedWarning> warnings,
      Submission submission,
      ApprovalTerms approvalTerms) {
    this(spec, requester, reason, warnings, submission, approvalTerms, 1, Optional.empty());
  }

  /** Of what is approved. */
  public Digest digest() {
    return RequestDigest.of(this);
  }

  public boolean isRequestedBy(Person person) {
    return person.isSameAs(requester);
  }

  /** Whether it never starts anything, whatever the setting says later. */
  public boolean isRehearsal() {
    return submission.rehearsal();
  }

  /** The request on whose card it was asked for; empty where a form was. */
  public Optional<RequestId> followUpOf() {
    return spec.followUpOf().flatMap(RequestId::parse);
  }

  /**
   * Whether it carries out a part of what another request asks for. It's done by the approvals of
   * that request.
   */
  public boolean isPart() {
    return spec.needsApproval() && followUpOf().isPresent();
  }

  /**
   * How it was sent.
   *
   * @param draft the id of the form it came from: the same form sent twice is one request
   * @param zone the requester's time zone, for cards in places without one of their own
   * @param origin where it began
   * @param rehearsal whether it goes through everything but the calls that start something
   * @param ticket the change ticket that has to allow it; empty for none
   * @param start when it is to start; empty for as soon as possible
   */
  public record Submission(
      String draft,
      ZoneId zone,
      RequestOrigin origin,
      Instant at,
      boolean rehearsal,
      Optional<String> ticket,
      Optional<PlannedStart> start) {

    /** For real, without a ticket, and as soon as possible. */
    public Submission(String draft, ZoneId zone, RequestOrigin origin, Instant at) {
      this(draft, zone, origin, at, false, Optional.empty(), Optional.empty());
    }
  }

  /**
   * That it starts with fewer approvals than otherwise, and is reviewed afterwards.
   *
   * @param reviewers Entra object IDs of those who may review it, without the requester
   * @param reviewWithin how long there is for that, from when it has started
   * @param remindAt when a missing review is reminded of, in percent of that time
   */
  public record Emergency(List<String> reviewers, Duration reviewWithin, List<Integer> remindAt) {

    public Emergency {
      reviewers = List.copyOf(reviewers);
      remindAt = List.copyOf(remindAt);
    }
  }

  /**
   * The digest of everything that an approver sees. Requests from before it was kept have one of
   * their operation alone; decisions that are stored hold digests, so neither changes.
   */
  private static final class RequestDigest {

    /** Of the operation alone. */
    static final int OF_THE_OPERATION = 1;

    private RequestDigest() {}

    /** With a version that isn't known it's nobody's digest, and nothing is approved by it. */
    static Digest of(RequestDetails details) {
      if (details.digestVersion() == OF_THE_OPERATION) {
        return Digest.of(details.spec());
      }
      List<String> parts = new ArrayList<>(List.of("request " + details.digestVersion()));
      addAll(details.spec().digestParts(), parts);
      details.spec().environments().forEach(use -> add(use, parts));
      add(details.spec().facts(), parts);
      parts.addAll(
          List.of(
              details.submission().draft(),
              details.requester().id(),
              details.requester().name(),
              details.reason(),
              String.valueOf(details.warnings().size())));
      details
          .warnings()
          .forEach(warning -> addAll(List.of(warning.rule(), warning.sentence()), parts));
      details
          .approvalTerms()
          .consents()
          .forEach(
              consent ->
                  addAll(List.of(consent.key(), String.valueOf(consent.approvals())), parts));
      details.emergency().ifPresent(declared -> add(declared, parts));
      // What is for real has no part of it, as before there were rehearsals.
      if (details.isRehearsal()) {
        addAll(List.of("rehearsal"), parts);
      }
      details.submission().ticket().ifPresent(ticket -> addAll(List.of("ticket", ticket), parts));
      details.submission().start().ifPresent(start -> add(start, parts));
      return Digest.of(parts);
    }

    /** What is no emergency has no part of it, as before there were any. */
    private static void add(Emergency declared, List<String> parts) {
      List<String> texts = new ArrayList<>(List.of("emergency"));
      texts.add(declared.reviewWithin().toString());
      texts.addAll(declared.reviewers());
      declared.remindAt().forEach(share -> texts.add(String.valueOf(share)));
      addAll(texts, parts);
    }

    /** What starts as soon as possible has no part of it, as before it could be planned. */
    private static void add(PlannedStart start, List<String> parts) {
      addAll(List.of("start", start.notBefore().toString(), start.grace().toString()), parts);
    }

    private static void addAll(List<String> texts, List<String> parts) {
      parts.add(String.valueOf(texts.size()));
      parts.addAll(texts);
    }

    private static void add(EnvironmentUse use, List<String> parts) {
      parts.addAll(
          List.of(
              use.role().name(),
              use.environment().id(),
              use.environment().displayName(),
              use.environment().details()));
    }

    private static void add(OperationFacts facts, List<String> parts) {
      List<String> texts = new ArrayList<>();
      facts.restorePoint().ifPresent(at -> texts.add(at.toString()));
      new TreeMap<>(facts.options()).forEach((name, value) -> texts.addAll(List.of(name, value)));
      addAll(texts, parts);
    }
  }
}
