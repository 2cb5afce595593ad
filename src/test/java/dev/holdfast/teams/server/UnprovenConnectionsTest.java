package dev.holdfast.teams.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletConnection;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.junit.jupiter.api.Test;

class UnprovenConnectionsTest {

  private static final int MOST = 3;

  private final UnprovenConnections connections = new UnprovenConnections(MOST);

  @Test
  void oneTooManyEndsTheOldest() {
    SocketWrapperBase<?> oldest = opened("1");
    SocketWrapperBase<?> second = opened("2");
    opened("3");
    opened("4");

    verify(oldest).close();
    verify(second, never()).close();
    assertThat(connections.count()).isEqualTo(MOST);
  }

  @Test
  void whoHasShownATokenStays() {
    SocketWrapperBase<?> teams = opened("1");
    connections.prove(teams.getServletConnection("", ""));
    SocketWrapperBase<?> oldest = opened("2");
    opened("3");
    opened("4");
    opened("5");

    verify(teams, never()).close();
    verify(oldest).close();
  }

  @Test
  void thoseThatHaveEndedAreForgotten() {
    SocketWrapperBase<?> ended = opened("1");
    when(ended.isClosed()).thenReturn(true);
    opened("2");

    assertThat(connections.count()).isEqualTo(1);
  }

  private SocketWrapperBase<?> opened(String id) {
    ServletConnection connection = mock(ServletConnection.class);
    when(connection.getConnectionId()).thenReturn(id);
    SocketWrapperBase<?> opened = mock(SocketWrapperBase.class);
    when(opened.getServletConnection(any(), any())).thenReturn(connection);
    connections.add(opened);
    return opened;
  }
}
