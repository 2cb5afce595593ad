package dev.holdfast.flow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Sends activities as Teams does, over connections that stay open.
 *
 * @param authorization the header of every call
 * @param connections how many send at the same time
 */
record Callers(HttpClient http, String authorization, int connections) {

  private static final int BUSY = 503;
  private static final int MOST_AGAIN = 3;

  static Callers with(String authorization) {
    return with(authorization, 16);
  }

  /** The same over more connections. */
  static Callers with(String authorization, int connections) {
    return new Callers(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        authorization,
        connections);
  }

  /** How many were answered in a second, and how long each took. */
  record Measured(double perSecond, List<Double> millis) {}

  /** Sends so many, each caller the next as soon as its last was answered. */
  Measured flood(URI endpoint, int count, IntFunction<String> activity) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(connections);
    try {
      long start = System.nanoTime();
      List<Future<List<Double>>> all = new ArrayList<>();
      for (int caller = 0; caller < connections; caller++) {
        all.add(
            callers.submit(
                () -> {
                  List<Double> millis = new ArrayList<>();
                  for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    long begun = System.nanoTime();
                    deliver(post(endpoint, activity.apply(i)));
                    millis.add((System.nanoTime() - begun) / 1e6);
                  }
                  return millis;
                }));
      }
      List<Double> millis = new ArrayList<>();
      for (Future<List<Double>> caller : all) {
        millis.addAll(caller.get());
      }
      return new Measured(count * 1e9 / (System.nanoTime() - start), millis);
    } finally {
      callers.shutdownNow();
    }
  }

  /** Sends one without waiting for the answer to it. */
  CompletableFuture<Void> send(URI endpoint, String activity) {
    return http.sendAsync(post(endpoint, activity), HttpResponse.BodyHandlers.discarding())
        .thenAccept(Callers::accepted);
  }

  /** A server that is busy is sent the same again, as Teams does. */
  private void deliver(HttpRequest post) throws Exception {
    HttpResponse<?> answer = http.send(post, HttpResponse.BodyHandlers.discarding());
    for (int again = 0; answer.statusCode() == BUSY && again < MOST_AGAIN; again++) {
      TimeUnit.SECONDS.sleep(answer.headers().firstValueAsLong("Retry-After").orElse(1));
      answer = http.send(post, HttpResponse.BodyHandlers.discarding());
    }
    accepted(answer);
  }

  private HttpRequest post(URI endpoint, String activity) {
    return HttpRequest.newBuilder(endpoint)
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Authorization", authorization)
        .POST(HttpRequest.BodyPublishers.ofByteArray(activity.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static void accepted(HttpResponse<?> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("answered " + answer.statusCode());
    }
  }
}
