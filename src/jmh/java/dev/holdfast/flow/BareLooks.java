package dev.holdfast.flow;

import dev.holdfast.request.RequestsInFlight;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What a look at an operation costs by itself: read the request, ask the admin API, write the
 * request and its task. No rules, no records, no scheduler; nothing durable could do with less.
 * Prints the processor time for one.
 */
final class BareLooks {

  private static final int THREADS = 10;
  private static final int WARM_UPS = 10_000;
  private static final int MEASURED = 20_000;

  private final String database;
  private final URI operations;
  private final int requests;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong next = new AtomicLong();

  private BareLooks(String database, URI operations, int requests) {
    this.database = database;
    this.operations = operations;
    this.requests = requests;
  }

  /** Arguments: the JDBC address, the address below which operations are found, how many. */
  public static void main(String[] arguments) throws InterruptedException {
    var looks =
        new BareLooks(arguments[0], URI.create(arguments[1]), Integer.parseInt(arguments[2]));
    looks.take(WARM_UPS);
    var before = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    looks.take(MEASURED);
    var used = ProcessHandle.current().info().totalCpuDuration().orElseThrow().minus(before);
    System.out.printf(Locale.ENGLISH, "%.4f%n", used.toNanos() / 1e6 / MEASURED);
  }

  private void take(int count) throws InterruptedException {
    long end = next.get() + count;
    var threads =
        IntStream.range(0, THREADS).mapToObj(index -> new Thread(() -> takeUntil(end))).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    next.set(end);
  }

  private void takeUntil(long end) {
    try (Connection connection = DriverManager.getConnection(database);
        PreparedStatement read =
            connection.prepareStatement("select body from requests where draft = ?");
        PreparedStatement write =
            connection.prepareStatement("update requests set body = ? where draft = ?");
        PreparedStatement task =
            connection.prepareStatement(
                "update scheduled_tasks set last_success = now() where task_name = 'drive-request'"
                    + " and task_instance = ?")) {
      for (long look = next.getAndIncrement(); look < end; look = next.getAndIncrement()) {
        int index = (int) (look % requests);
        read.setString(1, "draft-" + index);
        String body;
        try (var rows = read.executeQuery()) {
          rows.next();
          body = rows.getString(1);
        }
        http.send(
            HttpRequest.newBuilder(operations.resolve(RequestsInFlight.operation(index))).build(),
            BodyHandlers.ofString());
        write.setString(1, body);
        write.setString(2, "draft-" + index);
        write.executeUpdate();
        task.setString(1, "R-" + (1001 + index));
        task.executeUpdate();
      }
    } catch (SQLException | java.io.IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
