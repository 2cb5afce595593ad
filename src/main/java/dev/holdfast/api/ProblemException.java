package dev.holdfast.api;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A call that is answered with problem details. */
public final class ProblemException extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  private ProblemException(ProblemType type, Message detail) {
    super(type.status(), problem(type, detail), null);
  }

  public static ProblemException of(ProblemType type) {
    return new ProblemException(type, type.message());
  }

  public static ProblemException of(ProblemType type, Message detail) {
    return new ProblemException(type, detail);
  }

  /** With the seconds after which it's worth to try again. */
  public static ProblemException retryAfter(ProblemType type, long seconds) {
    ProblemException problem = of(type);
    problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return problem;
  }

  /** What is wrong with which field. */
  public static ProblemException fields(Map<String, Message> errors) {
    ProblemException problem = of(ProblemType.INVALID_FIELDS);
    problem.getBody().setProperty("errors", texts(errors));
    return problem;
  }

  /** What is wrong with which field, in English, by the names of the fields. */
  public static Map<String, String> texts(Map<String, Message> errors) {
    Map<String, String> texts = new TreeMap<>();
    errors.forEach((field, error) -> texts.put(field, StoredMessage.english(error)));
    return texts;
  }

  /** The body of an answer. */
  public static ProblemDetail problem(ProblemType type, Message detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(type.status(), StoredMessage.english(detail));
    problem.setType(type.uri());
    problem.setTitle(type.status().getReasonPhrase());
    return problem;
  }
}
