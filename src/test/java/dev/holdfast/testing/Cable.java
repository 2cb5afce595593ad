package dev.holdfast.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way to a PostgreSQL on this machine, to be cut and mended. */
public final class Cable implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("//([^:/]+):(\\d+)/");

  private final TestDatabase database;
  private final int port;
  private final ServerSocket end;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private boolean cut;

  private Cable(TestDatabase database) throws IOException {
    this.database = database;
    Matcher matcher = PORT.matcher(database.url());
    if (!matcher.find()) {
      throw new IllegalArgumentException("no port in " + database.url());
    }
    this.port = Integer.parseInt(matcher.group(2));
    this.end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public static Cable to(TestDatabase database) {
    try {
      return new Cable(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same database at the other end. */
  public TestDatabase database() {
    String url =
        PORT.matcher(database.url()).replaceFirst("//127.0.0.1:" + end.getLocalPort() + "/");
    return new TestDatabase(url, database.user(), database.password());
  }

  /** All connections break, and new ones are dropped. */
  public synchronized void cut() {
    cut = true;
    sockets.forEach(Cable::close);
  }

  public synchronized void mend() {
    cut = false;
  }

  private void accept() {
    while (!end.isClosed()) {
      try {
        connect(end.accept());
      } catch (IOException e) {
        // The end is closed, or one connection failed: the next may come.
      }
    }
  }

  private synchronized void connect(Socket here) throws IOException {
    if (cut) {
      close(here);
      return;
    }
    Socket there = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(here);
    sockets.add(there);
    threads.execute(() -> pump(here, there));
    threads.execute(() -> pump(there, here));
  }

  private void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // Cut, or at its end.
    } finally {
      close(from);
      close(to);
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    threads.shutdownNow();
  }
}
