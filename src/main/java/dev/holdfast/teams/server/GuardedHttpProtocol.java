package dev.holdfast.teams.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP with limits that Tomcat doesn't have. It tells of each new connection, and closes one whose
 * request line and headers aren't complete in time. Tomcat itself limits only the pause between two
 * bytes, so that a caller could stay for hours with one byte every few seconds. Tomcat makes it by
 * its name.
 */
public final class GuardedHttpProtocol extends Http11NioProtocol {

  static final Duration LIMIT = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private volatile UnprovenConnections connections = new UnprovenConnections();

  public GuardedHttpProtocol() {
    this(System::nanoTime);
  }

  GuardedHttpProtocol(LongSupplier nanoTime) {
    this(new TellingEndpoint(), nanoTime);
  }

  private GuardedHttpProtocol(TellingEndpoint endpoint, LongSupplier nanoTime) {
    super(endpoint);
    this.nanoTime = nanoTime;
    endpoint.opened = connection -> connections.add(connection);
  }

  /** Who is told of new connections. */
  void tell(UnprovenConnections told) {
    this.connections = told;
  }

  @Override
  protected Processor createProcessor() {
    return new TimedProcessor(this, getAdapter(), nanoTime);
  }

  /** Connections are known only after Tomcat has accepted them. */
  private static final class TellingEndpoint extends NioEndpoint {

    private volatile Consumer<SocketWrapperBase<?>> opened = connection -> {};

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      boolean taken = super.setSocketOptions(socket);
      SocketWrapperBase<?> connection = connections.get(socket);
      if (connection != null) {
        opened.accept(connection);
      }
      return taken;
    }
  }

  /** Is called for each part of a head that arrives. */
  private static final class TimedProcessor extends Http11Processor {

    private final LongSupplier nanoTime;
    private boolean incomplete;
    private long began;

    TimedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, LongSupplier nanoTime) {
      super(protocol, adapter);
      this.nanoTime = nanoTime;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
      long now = nanoTime.getAsLong();
      began = incomplete ? began : now;
      SocketState state = super.service(connection);
      incomplete = state == SocketState.LONG && !isAsync();
      if (incomplete && now - began > LIMIT.toNanos()) {
        incomplete = false;
        return SocketState.CLOSED;
      }
      return state;
    }
  }
}
