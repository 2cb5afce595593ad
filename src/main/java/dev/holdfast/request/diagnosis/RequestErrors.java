package dev.holdfast.request.diagnosis;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.verification.ServiceError;
import dev.holdfast.request.verification.ServiceError.Source;
import dev.holdfast.request.verification.ServiceErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the service said went wrong with a request, the most telling first, and what is known. */
public final class RequestErrors {

  /** The service's words begin with its code where it gave one. */
  private static final Pattern CODE = Pattern.compile("([A-Za-z][A-Za-z0-9_.]*)(?:: |$)");

  private RequestErrors() {}

  /**
   * Those that its end doesn't say itself, the newest first; after them what the history of
   * operations lists.
   */
  public static List<ServiceError> of(Request request) {
    List<ServiceError> errors =
        new ArrayList<>(
            request.completed().serviceErrors().map(ServiceErrors::errors).orElse(List.of()));
    Collections.reverse(errors);
    errors.sort(Comparator.comparing(error -> error.source() == Source.OPERATION_HISTORY));
    return errors;
  }

  /** What is known of the first code that is known; the operation's own comes first. */
  public static Optional<KnownError> diagnosis(Request request) {
    return Stream.concat(code(request).stream(), of(request).stream().map(ServiceError::code))
        .flatMap(code -> DiagnosisTable.shared().of(code).stream())
        .findFirst();
  }

  /** Whether it failed, and what the service says goes away by itself. */
  public static boolean isTemporary(Request request) {
    return request.state() == RequestState.FAILED
        && diagnosis(request).filter(KnownError::temporary).isPresent();
  }

  /** The code that the service gave for its end; empty where it gave none. */
  public static Optional<String> code(Request request) {
    return request
        .outcome()
        .flatMap(Outcome::serviceMessage)
        .map(CODE::matcher)
        .filter(Matcher::lookingAt)
        .map(matcher -> matcher.group(1));
  }
}
