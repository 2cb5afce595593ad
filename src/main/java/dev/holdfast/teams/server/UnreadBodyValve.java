package dev.holdfast.teams.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Ends the connection after every answer but that to an activity that was taken, and never waits
 * for the rest of a body that nobody wants. Tomcat would read it, with a thread, before it answers;
 * so a caller without a token could hold a thread for as long as it likes.
 */
final class UnreadBodyValve extends ValveBase {

  static final String MESSAGES = "/api/messages";

  /** What has arrived already is taken, because unread bytes may cost the caller our answer. */
  private static final int MOST_DRAINED = 1 << 20;

  UnreadBodyValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    boolean messages = MESSAGES.equals(request.getRequestURI());
    if (!messages) {
      response.setHeader(HttpHeaders.CONNECTION, "close"); // later it may be sent already
    }
    getNext().invoke(request, response);
    if (!request.isAsyncStarted() && !(messages && isTaken(response))) {
      close(request, response);
    }
  }

  private static boolean isTaken(Response response) {
    return response.getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES;
  }

  private static void close(Request request, Response response) throws IOException {
    if (!response.isCommitted()) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    drain(request);
    if (!request.isFinished()) {
      response.flushBuffer(); // Tomcat makes an error of what isn't sent yet
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /** Without waiting: of a chunked body, not even what is there can be read surely without it. */
  private static void drain(Request request) throws IOException {
    if (request.getContentLengthLong() <= 0
        || request.getCoyoteRequest().getReadListener() != null) {
      return;
    }
    ServletInputStream body = request.getInputStream();
    byte[] buffer = new byte[8192];
    int drained = 0;
    int ready = body.available();
    while (ready > 0 && drained < MOST_DRAINED) {
      int read = body.read(buffer, 0, Math.min(ready, buffer.length));
      if (read < 0) {
        return;
      }
      drained += read;
      ready = body.available();
    }
  }
}
