package dev.holdfast.card.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalLinkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://contoso.operations.dynamics.com/",
        "https://contoso.crm4.dynamics.com:443/a?b=c&d=%20#e",
        "HTTPS://contoso.example"
      })
  void aPlainAddressOverHttpsIsALink(String address) {
    assertThat(ExternalLink.to("Open", address)).contains(new ExternalLink("Open", address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "contoso",
        "http://contoso.example/",
        "javascript:alert(1)",
        "https:///nowhere",
        "https://user:secret@contoso.example/",
        "https://contoso.example/) [more](https://evil.example",
        "https://contoso.example/(x)",
        "https://contoso.example/<at>x</at>",
        "https://contoso.example/\n",
        "https://contoso.example/ü"
      })
  void whateverCouldEndItsLinkOrLeadElsewhereIsNone(String address) {
    assertThat(ExternalLink.to("Open", address)).isEmpty();
  }
}
