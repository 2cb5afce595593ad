package dev.holdfast.flow;

import dev.holdfast.flow.Activities;
import dev.holdfast.flow.Outside;


import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Settings of a Holdfast whose turns are measured: with the token check, without limits. */
final class TurnSettings {

  private TurnSettings() {}

  static List<String> of(URI metadata, Outside outside, URI adminApi) {
    return Stream.of(
            "teams.app-id=" + Activities.APP,
            "teams.tenant-id=" + Activities.TENANT,
            "teams.credential.client-secret=benchmark",
            "teams.login-url=" + outside.base(),
            "teams.openid-metadata-url=" + metadata,
            "teams.service-hosts=127.0.0.1",
            "teams.limits.per-conversation=1000000",
            "teams.limits.per-sender=1000000",
            "teams.limits.searches-per-sender=1000000",
            "teams.limits.sends-per-second=1000000",
            "platform.client-id=" + Activities.APP,
            "platform.tenant-id=" + Activities.TENANT,
            "platform.credential.client-secret=benchmark",
            "platform.login-url=" + outside.base(),
            "platform.base-url=" + adminApi,
            "platform.dataverse-hosts=127.0.0.1",
            "policy[0].environments=*",
            "policy[0].approvers=" + Activities.TENANT)
        .map(setting -> "--holdfast." + setting)
        .toList();
  }
}
