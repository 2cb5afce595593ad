package dev.holdfast.teams;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.MissedMessages;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps to whom missed messages were to be sent. */
final class ScriptedMissedMessages implements MissedMessages {

  private final List<String> resent = new CopyOnWriteArrayList<>();

  @Override
  public void resend(Address address) {
    resent.add(address.toString());
  }

  @Override
  public void resendToNewInstallation(String entraId) {
    resent.add("installed:" + entraId);
  }

  /** Addresses as they are stored; of a new installation the person with {@code installed:}. */
  List<String> resent() {
    return List.copyOf(resent);
  }

  void clear() {
    resent.clear();
  }
}
