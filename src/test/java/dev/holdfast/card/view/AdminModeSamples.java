package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.notification.card.AdminModeView;
import dev.holdfast.notification.card.NotificationView;
import dev.holdfast.notification.card.RequestCardView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that has ended, with administration mode on its target, from seen to left. */
final class AdminModeSamples {

  private static final String ASKED =
      "Requested by Megan Bowen, Sun 22 Nov 2026, 14:02 (Europe/Copenhagen) · 13:02 UTC.";
  private static final String LEFT =
      "Left by Megan Bowen, Sun 22 Nov 2026, 14:06 (Europe/Copenhagen) · 13:06 UTC.";
  private static final List<String> REST = Samples.NEXT.subList(1, Samples.NEXT.size());
  private static final Optional<Map<String, String>> LEAVE = Optional.of(Samples.DECIDE);
  private static final Optional<Map<String, String>> REFRESH =
      Optional.of(Map.of("requestId", "R-1042"));

  private AdminModeSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put(
        "request-admin-mode",
        with(
            RequestSamples.succeeded(),
            "Check Contoso Dev while only administrators get in, e-mail settings and batch jobs"
                + " first. Then select Turn off administration mode on the card of R-1042.",
            mode(
                Tone.ATTENTION,
                "Contoso Dev was in administration mode when the restore ended: only"
                    + " administrators get in, and background operations stand still.",
                "",
                LEAVE)));
    all.put(
        "request-admin-mode-admin-center",
        with(
            RequestSamples.succeeded(),
            "Check Contoso Dev while only administrators get in, e-mail settings and batch jobs"
                + " first. Then leave administration mode in the Power Platform admin center:"
                + " Environments, Contoso Dev, Edit.",
            mode(
                Tone.ATTENTION,
                "Contoso Dev was in administration mode when the restore ended: only"
                    + " administrators get in, and background operations stand still.",
                "",
                Optional.empty())));
    all.put(
        "request-admin-mode-asked",
        with(
            RequestSamples.succeeded(),
            "Wait until Contoso Dev has left administration mode; Holdfast tells you.",
            mode(
                Tone.ONGOING,
                "Administration mode is being turned off on Contoso Dev. Request R-1043: approved.",
                ASKED,
                Optional.empty())));
    all.put(
        "request-admin-mode-running",
        with(
            RequestSamples.succeeded(),
            "Wait until Contoso Dev has left administration mode; Holdfast tells you.",
            mode(
                Tone.ONGOING,
                "Administration mode is being turned off on Contoso Dev. Request R-1043: running.",
                ASKED,
                Optional.empty())));
    all.put("request-admin-mode-failed", failed());
    all.put("request-admin-mode-left", left());
    all.put("request-failed-admin-mode", afterAFailure());
    all.put("notice-admin-mode-left", noticeLeft());
    all.put("notice-admin-mode-failed", noticeFailed());
    return all;
  }

  private static AdminModeView mode(
      Tone tone, String text, String by, Optional<Map<String, String>> leave) {
    return new AdminModeView(tone, text, by, false, Optional.empty(), leave);
  }

  private static RequestCardView failed() {
    return with(
        RequestSamples.succeeded(),
        "Ask again on the card of R-1042, or leave the mode in the Power Platform admin center:"
            + " Environments, Contoso Dev, Edit.",
        new AdminModeView(
            Tone.BAD,
            "Administration mode couldn't be turned off on Contoso Dev. The service reports that"
                + " its operation failed.",
            ASKED,
            false,
            Optional.of(service()),
            LEAVE));
  }

  private static RequestCardView left() {
    return with(
        RequestSamples.succeeded(),
        "",
        mode(
            Tone.GOOD,
            "Contoso Dev has left administration mode: everybody gets in again, and background"
                + " operations run.",
            LEFT,
            Optional.empty()));
  }

  private static RequestCardView afterAFailure() {
    RequestCardView failed = RequestSamples.failed();
    return with(
        failed,
        failed.result().nextSteps(),
        new AdminModeView(
            Tone.ATTENTION,
            "Contoso Dev was in administration mode when Holdfast looked, Sun 22 Nov 2026, 10:46"
                + " (Europe/Copenhagen) · 09:46 UTC: only administrators get in. Leave it so until"
                + " somebody has looked at Contoso Dev.",
            "",
            true,
            Optional.empty(),
            LEAVE));
  }

  private static NotificationView noticeLeft() {
    return new NotificationView(
        new NotificationView.Headline(
            "Administration mode is off on Contoso Dev",
            Tone.GOOD,
            "Contoso Dev has left administration mode: everybody gets in again, and background"
                + " operations run. "
                + LEFT),
        Optional.of(Samples.DEV),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        new NotificationView.RequestLink("R-1042", REFRESH));
  }

  private static NotificationView noticeFailed() {
    return new NotificationView(
        new NotificationView.Headline(
            "Administration mode couldn't be turned off on Contoso Dev",
            Tone.BAD,
            "Administration mode couldn't be turned off on Contoso Dev. The service refused."
                + " Nothing was changed. The service principal may not do this. "
                + ASKED),
        Optional.of(Samples.DEV),
        Optional.empty(),
        List.of(),
        List.of(
            "Ask again on the card of R-1042, or leave the mode in the Power Platform admin"
                + " center: Environments, Contoso Dev, Edit."),
        Optional.of(service()),
        new NotificationView.RequestLink("R-1042", REFRESH));
  }

  private static ServiceErrorDetails service() {
    return new ServiceErrorDetails(
        "EditFailed: The runtime state could not be changed.",
        List.of(
            new Fact("Operation", "7a1f8c1d-6d3c-4c44-9a0e-6e4f2a9be222"),
            new Fact("Correlation id", "c6c3a9f4-96c5-4f0e-8c7f-8a7ff5cf6a31")));
  }

  /** The first step is the mode's; empty when it asks for nothing more. */
  private static RequestCardView with(RequestCardView ended, String firstStep, AdminModeView mode) {
    List<String> steps = new java.util.ArrayList<>(REST);
    if (!firstStep.isEmpty()) {
      steps.add(0, firstStep);
    }
    return with(ended, steps, mode);
  }

  private static RequestCardView with(
      RequestCardView ended, List<String> steps, AdminModeView mode) {
    return new RequestCardView(
        ended.heading(),
        ended.subject(),
        ended.facts(),
        ended.course(),
        new RequestCardView.Result(ended.result().outcome(), steps, ended.result().service()),
        new RequestCardView.Target(Optional.of(mode), Optional.empty()),
        ended.settle(),
        new RequestCardView.Actions(
            ended.actions().again(),
            ended.actions().undo(),
            Optional.empty(),
            ended.actions().cancel(),
            mode.tone() == Tone.ONGOING ? Optional.of(Samples.REFRESH) : Optional.empty(),
            Optional.empty()));
  }
}
