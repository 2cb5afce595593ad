package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorRouteTest {

  @ParameterizedTest
  @CsvSource({
    "https://smba.example/emea/tenant/v3/conversations, /v3/conversations",
    "https://smba.example/emea/v3/conversations/19%3Aab%40thread.v2/activities,"
        + " /v3/conversations/{id}/activities",
    "https://smba.example/teams/v3/conversations/a%2Fv3/activities/1%3B?x=Contoso,"
        + " /v3/conversations/{id}/activities/{id}",
    "https://smba.example/v3/conversations/a/members/29:1abc, /v3/conversations/{id}/members/{id}",
    "https://smba.example/v3/conversations/a/pagedmembers?pageSize=100,"
        + " /v3/conversations/{id}/pagedmembers",
    "https://smba.example/Contoso/elsewhere, /{id}/{id}"
  })
  void hasNoIdsAndNoParameters(URI address, String route) {
    assertThat(ConnectorRoute.of(address)).isEqualTo(route);
  }
}
