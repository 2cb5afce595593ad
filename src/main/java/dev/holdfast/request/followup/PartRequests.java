package dev.holdfast.request.followup;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.store.RequestRepository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requests that carry out what another request asks for, one for each of its parts. Their
 * drafts are made of that request and the environment, so none is ever stored twice.
 */
@Component
public class PartRequests {

  private final RequestRepository requests;

  public PartRequests(RequestRepository requests) {
    this.requests = requests;
  }

  /**
   * A part of what is asked for.
   *
   * @param request empty before it was stored
   */
  public record Part(OperationSpec spec, Optional<Request> request) {

    /** Whether nothing can change how it ended. */
    public boolean isOver() {
      return request
          .filter(part -> part.state().isClosed() && !part.resolution().isNeeded())
          .isPresent();
    }

    /** Whether it's to begin, and can still be canceled. */
    public boolean isWaiting() {
      return request.filter(part -> part.state() == RequestState.APPROVED).isPresent();
    }

    public boolean isIn(RequestState state) {
      return request.filter(part -> part.state() == state).isPresent();
    }
  }

  /** All parts of a request, in its order; none where it's carried out by a call. */
  public List<Part> of(Request whole) {
    return whole.details().spec().parts(whole.id().toString()).stream()
        .map(spec -> new Part(spec, requests.findByDraft(draft(whole, spec))))
        .toList();
  }

  /** Whether a request is one of these parts. */
  public boolean isPartOf(Request whole, Request part) {
    return part.details().submission().draft().equals(draft(whole, part.details().spec()))
        && whole.details().spec().parts(whole.id().toString()).contains(part.details().spec());
  }

  /** The request that another carries out a part of. */
  public Optional<Request> wholeOf(Request part) {
    return Optional.of(part)
        .filter(one -> one.details().isPart())
        .flatMap(one -> one.details().followUpOf())
        .flatMap(requests::find)
        .filter(whole -> isPartOf(whole, part));
  }

  /**
   * Stores a request for each part, with the transaction that has the other one begin.
   *
   * @throws org.springframework.dao.DuplicateKeyException when they were stored before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Request whole, Instant now) {
    for (OperationSpec spec : whole.details().spec().parts(whole.id().toString())) {
      Request part = Request.submit(requests.nextId(), details(whole, spec, now));
      requests.add(part, part.submitted());
    }
  }

  /** Cancels the parts that haven't begun, with the transaction that runs. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancelWaiting(Request whole, Person by, Instant now) {
    of(whole).stream()
        .filter(Part::isWaiting)
        .flatMap(part -> part.request().stream())
        .flatMap(part -> requests.lock(part.id()).stream())
        .filter(part -> part.approval().isCancellable())
        .forEach(part -> requests.save(part, part.approval().cancel(by, now)));
  }

  private static RequestDetails details(Request whole, OperationSpec spec, Instant now) {
    RequestDetails asked = whole.details();
    Submission submission =
        new Submission(
            draft(whole, spec),
            asked.submission().zone(),
            RequestOrigin.NO_CHAT,
            now,
            asked.isRehearsal(),
            asked.submission().ticket(),
            Optional.empty());
    return new RequestDetails(
        spec,
        asked.requester(),
        asked.reason(),
        List.of(),
        submission,
        terms(whole, spec),
        RequestDetails.DIGEST_VERSION,
        Optional.empty());
  }

  /** Nobody is asked again; who could approve it can resolve an unknown outcome. */
  private static ApprovalTerms terms(Request whole, OperationSpec spec) {
    Set<String> keys =
        spec.environments().stream().map(RequiredConsent::key).collect(Collectors.toSet());
    return new ApprovalTerms(
        whole.terms().consents().stream()
            .filter(consent -> keys.contains(consent.key()))
            .map(consent -> consent.needing(0))
            .toList(),
        whole.terms().expiresAt());
  }

  private static String draft(Request whole, OperationSpec spec) {
    String part = whole.id() + " " + spec.affected().id();
    return "part-" + UUID.nameUUIDFromBytes(part.getBytes(StandardCharsets.UTF_8));
  }
}
