package dev.holdfast.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void isReadAsItWasStored() {
    for (Address address :
        List.of(
            new Address.Person("5f8e2b1c-0000-4000-8000-000000000001"),
            new Address.Conversation("19:x@thread.tacv2;messageid=1795385519016"),
            new Address.Member("19:x@thread.tacv2;messageid=1795385519016", "29:1-a_b"))) {
      assertThat(Address.parse(address.toString())).isEqualTo(address);
    }
  }

  @Test
  void isNothingElse() {
    for (String stored : List.of("", "nobody", "member:29:1")) {
      assertThatThrownBy(() -> Address.parse(stored)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
