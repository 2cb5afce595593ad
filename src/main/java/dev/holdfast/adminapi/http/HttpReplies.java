package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.ServicePrincipal;
import dev.holdfast.adminapi.vocabulary.AnswerScanner;
import java.time.Clock;
import org.springframework.http.HttpHeaders;

/**
 * Makes replies of what arrives, and has each looked through for words that aren't known.
 *
 * @param asker who asks, for the advice when the service refuses it
 */
record HttpReplies(Clock clock, ServicePrincipal asker, AnswerScanner words) {

  HttpReply of(HttpCall call, int status, HttpHeaders headers, byte[] body) {
    words.scan(call.address().getPath(), status, body);
    return new HttpReply(status, HttpHeaders.copyOf(headers), body, clock.instant(), asker);
  }
}
