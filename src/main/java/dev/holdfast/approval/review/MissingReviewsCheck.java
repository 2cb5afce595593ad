package dev.holdfast.approval.review;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether each emergency is reviewed in time. */
@Component
class MissingReviewsCheck implements DoctorCheck {

  private static final int SHOWN = 10;

  private final MissingReviews missing;
  private final Clock clock;

  MissingReviewsCheck(MissingReviews missing, Clock clock) {
    this.missing = missing;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Emergencies";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    List<MissingReview> first = missing.first(SHOWN + 1);
    Instant now = clock.instant();
    List<MissingReview> late = first.stream().filter(one -> !now.isBefore(one.due())).toList();
    if (late.isEmpty()) {
      return CheckResult.ok(
          first.isEmpty()
              ? "Each emergency is reviewed."
              : "To be reviewed: %s.".formatted(listed(first, "until")));
    }
    return CheckResult.warning(
        "Nobody has reviewed %s.".formatted(listed(late, "due")),
        Remedy.of(
            "Have one of its reviewers open it in the chat (status R-…), look at what was done, and"
                + " write a review on its card."));
  }

  private static String listed(List<MissingReview> reviews, String word) {
    String each =
        reviews.stream()
            .limit(SHOWN)
            .map(
                one ->
                    "%s (%s %s)"
                        .formatted(one.request(), word, one.due().truncatedTo(ChronoUnit.SECONDS)))
            .collect(Collectors.joining(", "));
    return reviews.size() > SHOWN ? each + ", and others" : each;
  }
}
