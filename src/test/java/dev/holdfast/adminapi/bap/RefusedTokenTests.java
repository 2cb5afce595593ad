package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.RestoreOrder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What happens to a token that the service does not take. */
class RefusedTokenTests extends WireTest {

  /** Gives another token once the last one was refused. */
  private static final class NumberedTokens implements AccessTokenProvider {

    private final List<String> refused = new ArrayList<>();

    @Override
    public String bearer(URI audience) {
      return "token-" + refused.size();
    }

    @Override
    public void refused(URI audience, String bearer) {
      refused.add(audience + " " + bearer);
    }
  }

  private final NumberedTokens tokens = new NumberedTokens();
  private AdminApi renewing;

  @BeforeEach
  void open() {
    renewing =
        BapClients.over(
            server.base(), Clock.systemUTC(), Duration.ofSeconds(10), new ArrayList<>(), tokens);
  }

  @Test
  @DisplayName("facts 1.8 | 401: a read is asked once more with a fresh token")
  void aReadIsAskedOnceMore() {
    server.answers(401).answers(200, "backups-list.synthetic.json");
    assertThat(renewing.backups(ID)).hasSize(2);
    assertThat(bearers()).containsExactly("Bearer token-0", "Bearer token-1");
    assertThat(tokens.refused).containsExactly("https://service.powerapps.com/ token-0");
  }

  @Test
  @DisplayName("facts 1.8 | 401: once more is all, as with a wrong audience")
  void onceMoreIsAll() {
    server.answers(401).answers(401).answers(200, "backups-list.synthetic.json");
    assertThat(failure(() -> renewing.backups(ID)).kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  @DisplayName("facts 1.8 | 401: an order is never given again, but its token is dropped")
  void anOrderIsNeverGivenAgain() {
    server.answers(401);
    RestoreOrder order = new RestoreOrder(ID, ID, "Contoso Dev", NOW, true, Optional.empty());
    assertThat(failure(() -> renewing.restore(order)).kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(server.asked()).hasSize(1);
    assertThat(tokens.refused).containsExactly("https://service.powerapps.com/ token-0");
  }

  private List<String> bearers() {
    return server.asked().stream().map(asked -> asked.header("Authorization")).toList();
  }
}
