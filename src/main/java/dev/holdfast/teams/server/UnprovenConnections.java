package dev.holdfast.teams.server;

import jakarta.servlet.ServletConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Connections on which nobody has shown a valid token yet. There may be only so many of them; then
 * each new one ends the oldest, so that a flood of them leaves a place for Teams, which shows its
 * token at once.
 */
final class UnprovenConnections {

  /** Far more than the reverse proxies of one replica keep open. */
  static final int MOST = 1000;

  private final int most;
  private final Map<String, SocketWrapperBase<?>> oldestFirst = new LinkedHashMap<>();

  UnprovenConnections() {
    this(MOST);
  }

  UnprovenConnections(int most) {
    this.most = most;
  }

  void add(SocketWrapperBase<?> connection) {
    addAndEvict(connection).forEach(SocketWrapperBase::close);
  }

  private synchronized List<SocketWrapperBase<?>> addAndEvict(SocketWrapperBase<?> connection) {
    oldestFirst.put(id(connection), connection);
    List<SocketWrapperBase<?>> evicted = new ArrayList<>();
    Iterator<SocketWrapperBase<?>> oldest = oldestFirst.values().iterator();
    boolean looking = true;
    while (looking && oldest.hasNext()) {
      SocketWrapperBase<?> next = oldest.next();
      looking = next.isClosed() || oldestFirst.size() > most;
      if (looking) {
        oldest.remove();
        evicted.add(next);
      }
    }
    return evicted;
  }

  /** A valid token has come in on it, so it stays for as long as any other. */
  synchronized void prove(ServletConnection connection) {
    oldestFirst.remove(connection.getConnectionId());
  }

  synchronized int count() {
    return oldestFirst.size();
  }

  private static String id(SocketWrapperBase<?> connection) {
    return connection.getServletConnection("", "").getConnectionId();
  }
}
