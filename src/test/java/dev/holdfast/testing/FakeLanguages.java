package dev.holdfast.testing;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ReaderLanguages;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a test says in which language people and places read; the others read English. */
public final class FakeLanguages implements ReaderLanguages {

  private final Map<Address, Locale> chosen = new HashMap<>();

  @Override
  public Locale of(Address address) {
    return chosen(address).orElse(Locale.ENGLISH);
  }

  @Override
  public Optional<Locale> chosen(Address address) {
    return Optional.ofNullable(chosen.get(address));
  }

  @Override
  public void choose(Address address, Optional<Locale> language) {
    language.ifPresentOrElse(known -> chosen.put(address, known), () -> chosen.remove(address));
  }
}
