package dev.holdfast.adminapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTests {

  private final AllowedHosts hosts =
      new AllowedHosts(
          URI.create("https://api.bap.microsoft.com"), List.of("API.bap.microsoft.com"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.bap.microsoft.com/x",
        "https://API.BAP.MICROSOFT.COM:443/x",
        "https://europe.api.bap.microsoft.com/x"
      })
  void theBaseAndItsRegionsGetTheToken(String address) {
    assertThat(hosts.allow(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.bap.microsoft.com/x",
        "https://europe.api.bap.microsoft.com:444/x",
        "https://evilapi.bap.microsoft.com/x",
        "https://api.bap.microsoft.com.evil.example/x",
        "https://api.bap.microsoft.com@evil.example/x",
        "https://evil.example/api.bap.microsoft.com",
        "/relative",
        "mailto:someone"
      })
  void nobodyElseDoes(String address) {
    assertThat(hosts.allow(URI.create(address))).isFalse();
  }
}
