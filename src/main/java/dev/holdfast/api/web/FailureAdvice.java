package dev.holdfast.api.web;

import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Failures that Spring's own handler of problem details doesn't know; it comes before this. */
@RestControllerAdvice(assignableTypes = {RequestsController.class, DescriptionController.class})
@OnlyWithApi
class FailureAdvice {

  private static final Logger log = LoggerFactory.getLogger(FailureAdvice.class);
  private static final long RETRY_AFTER_SECONDS = 5;

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Object> database(RuntimeException failure) {
    log.warn("A call of an application can't be answered: {}", failure.getMessage());
    return answer(ProblemException.retryAfter(ProblemType.BUSY, RETRY_AFTER_SECONDS));
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<Object> other(RuntimeException failure) {
    log.error("A call of an application has failed", failure);
    return answer(ProblemException.of(ProblemType.INTERNAL));
  }

  private static ResponseEntity<Object> answer(ProblemException problem) {
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .body(problem.getBody());
  }
}
