package dev.holdfast.audit;

import dev.holdfast.audit.content.RecordedContents;
import dev.holdfast.request.Request;
import dev.holdfast.request.followup.RequestContents;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the audit log says that a request is stored as it was written. */
@Component
class RecordedFaults implements RequestContents {

  private final AuditChainReader chain;
  private final RecordedContents contents;

  RecordedFaults(AuditChainReader chain, RecordedContents contents) {
    this.chain = chain;
    this.contents = contents;
  }

  @Override
  public Optional<String> fault(Request request) {
    return of(request, contents.differenceOf(request));
  }

  /**
   * The same where it's known whether it differs.
   *
   * @param difference how; empty when it doesn't
   */
  Optional<String> of(Request request, Optional<String> difference) {
    return difference
        .or(
            () ->
                contents.isMarked(request.id())
                    ? Optional.of("it was found changed before")
                    : Optional.empty())
        .or(
            () ->
                chain.of(request.id()).stream()
                    .flatMap(link -> link.fault().stream())
                    .findFirst()
                    .map(fault -> "its audit log was changed: " + fault));
  }
}
