package dev.holdfast.chat.channel;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.HostileSamples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a channel is to be the approvers'. */
public final class ConnectSamples {

  private ConnectSamples() {}

  public static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put(
        "connect",
        new ConnectView(
            "Holdfast then posts every request that needs approval in this channel.",
            Optional.of(Map.of("channel", "19:abc@thread.tacv2"))));
    all.put("connected", new ConnectView("Megan Bowen connected this channel.", Optional.empty()));
    String words = HostileSamples.LINK + HostileSamples.BOLD + HostileSamples.LONG;
    all.put("hostile-connect", new ConnectView(words, Optional.of(Map.of("channel", "19:abc"))));
    return all;
  }
}
