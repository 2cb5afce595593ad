package dev.holdfast.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecureAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org/hooks, true, true",
    "HTTPS://example.org, true, true",
    "https:///hooks, false, false",
    "https:hooks, false, false",
    "http://localhost:8080/hooks, false, true",
    "http://LOCALHOST, false, true",
    "http://127.0.0.1:8080, false, true",
    "http://127.9.9.9, false, true",
    "'http://[::1]:8080', false, true",
    "http://example.org, false, false",
    "http://localhost.example.org, false, false",
    "http://127.0.0.1.example.org, false, false",
    "http://0.0.0.0, false, false",
    "http:///hooks, false, false",
    "ftp://localhost, false, false",
    "localhost, false, false"
  })
  void isHttpsAndByHttpOnlyThisMachine(URI url, boolean https, boolean httpsOrLocal) {
    assertThat(SecureAddress.isHttps(url)).isEqualTo(https);
    assertThat(SecureAddress.isHttpsOrLocal(url)).isEqualTo(httpsOrLocal);
  }
}
