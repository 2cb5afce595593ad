package dev.holdfast.notice;

import dev.holdfast.card.NoticeView;
import dev.holdfast.card.Tone;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The short message that says how somebody settled an unknown outcome, or that it cannot be so. */
final class SettleNoticeFace {

  private SettleNoticeFace() {}

  static boolean isAbout(What what) {
    return what == What.SETTLED || what == What.SETTLING_FAILED;
  }

  static NoticeView view(Request request, ZoneId zone) {
    Work work = request.terms().work();
    return new NoticeView(
        title(request),
        tone(request),
        SettleWords.sentence(request, zone).orElse(""),
        Optional.of(RequestWords.side(work.source())),
        RequestWords.target(work),
        List.of(),
        NextSteps.of(request),
        Optional.empty(),
        request.id().toString(),
        Optional.of(RequestWords.idOnly(request)));
  }

  private static Tone tone(Request request) {
    if (request.state() == State.SUCCEEDED) {
      return Tone.GOOD;
    }
    return request.settling().needed() ? Tone.ATTENTION : Tone.ONGOING;
  }

  private static String title(Request request) {
    if (request.settling().givenUp()) {
      return request.id() + " is given up";
    }
    if (request.state() == State.SUCCEEDED) {
      return request.id() + " succeeded";
    }
    return request.settling().needed()
        ? "How " + request.id() + " ended is still not known"
        : request.id() + " goes on";
  }
}
