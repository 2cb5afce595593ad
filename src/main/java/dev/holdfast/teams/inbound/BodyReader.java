package dev.holdfast.teams.inbound;

import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.auth.RejectionReason;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Reads the body of a request. A body that hasn't arrived yet is waited for without a thread, so
 * that no number of slow callers keeps others from being served.
 */
final class BodyReader {

  /** For the whole body; Tomcat limits the pause between two parts of it. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  /** Longer than {@link #LIMIT} plus any turn. */
  private static final Duration NEVER_THIS_LONG = Duration.ofMinutes(2);

  private final int most;
  private final LongSupplier nanoTime;

  /**
   * @param most bytes; longer bodies are refused
   * @param nanoTime as {@link System#nanoTime}
   */
  BodyReader(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
  }

  /** What is done with the body, or with what kept it from being read. */
  interface Receiver {

    /** Returns the answer, or a {@link DeferredResult} of it. */
    Object receive(byte[] body);

    Object refuse(RejectionReason why);
  }

  /**
   * Hands the body to the receiver, now or later.
   *
   * @return the receiver's answer, or a {@link DeferredResult} of it
   */
  Object read(HttpServletRequest request, Receiver receiver) throws IOException {
    ServletInputStream stream = request.getInputStream();
    long length = request.getContentLengthLong();
    if (length > most) {
      return receiver.refuse(RejectionReason.TOO_LARGE);
    }
    if (length >= 0 && stream.available() >= length) {
      return receiver.receive(stream.readNBytes(Math.toIntExact(length)));
    }
    DeferredResult<Object> answer = new DeferredResult<>(NEVER_THIS_LONG.toMillis());
    BodyListener listener =
        new BodyListener(stream, most, deadline(), inTheSameSpan(receiver), answer);
    WebAsyncUtils.getAsyncManager(request)
        .registerDeferredResultInterceptor(this, new ListenOnceAsync(stream, listener));
    return answer;
  }

  private static Receiver inTheSameSpan(Receiver receiver) {
    Function<byte[], Object> carried = Traces.carriedFunction(receiver::receive);
    return new Receiver() {
      @Override
      public Object receive(byte[] body) {
        return carried.apply(body);
      }

      @Override
      public Object refuse(RejectionReason why) {
        return receiver.refuse(why);
      }
    };
  }

  private BodyListener.Deadline deadline() {
    long began = nanoTime.getAsLong();
    return () -> nanoTime.getAsLong() - began > LIMIT.toNanos();
  }

  /** The servlet API takes a listener only from when the request has become an asynchronous one. */
  private record ListenOnceAsync(ServletInputStream stream, BodyListener listener)
      implements DeferredResultProcessingInterceptor {

    @Override
    public <T> void preProcess(NativeWebRequest request, DeferredResult<T> answer) {
      stream.setReadListener(listener);
    }
  }
}
