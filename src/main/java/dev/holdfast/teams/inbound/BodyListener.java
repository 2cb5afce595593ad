package dev.holdfast.teams.inbound;

import dev.holdfast.teams.auth.RejectionReason;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.web.context.request.async.DeferredResult;

/** Collects a body as it arrives. Answers once, whatever happens. */
final class BodyListener implements ReadListener {

  private static final int PART = 8192;

  private final ServletInputStream stream;
  private final int most;
  private final Deadline deadline;
  private final BodyReader.Receiver receiver;
  private final DeferredResult<Object> answer;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean answered;

  BodyListener(
      ServletInputStream stream,
      int most,
      Deadline deadline,
      BodyReader.Receiver receiver,
      DeferredResult<Object> answer) {
    this.stream = stream;
    this.most = most;
    this.deadline = deadline;
    this.receiver = receiver;
    this.answer = answer;
  }

  /** Until when the body must have arrived. */
  interface Deadline {
    boolean isOver();
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] part = new byte[PART];
    while (!answered && stream.isReady() && !stream.isFinished()) {
      int read = stream.read(part);
      if (read < 0) {
        return;
      }
      body.write(part, 0, read);
      if (body.size() > most) {
        answer(() -> receiver.refuse(RejectionReason.TOO_LARGE));
      } else if (deadline.isOver()) {
        answer(() -> receiver.refuse(RejectionReason.TOO_SLOW));
      }
    }
  }

  @Override
  public void onAllDataRead() {
    answer(() -> receiver.receive(body.toByteArray()));
  }

  /** The caller is gone, or sends nothing anymore. */
  @Override
  public void onError(Throwable failure) {
    answer(() -> receiver.refuse(RejectionReason.TOO_SLOW));
  }

  private void answer(Supplier<Object> given) {
    if (answered) {
      return;
    }
    answered = true;
    try {
      Object result = given.get();
      if (result instanceof DeferredResult<?> later) {
        later.setResultHandler(answer::setResult);
      } else {
        answer.setResult(result);
      }
    } catch (RuntimeException e) {
      answer.setErrorResult(e);
    }
  }
}
