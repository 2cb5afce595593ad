package dev.holdfast.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Goldens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every text that people read while they work with Holdfast is in the folder {@code texts}, so that
 * a change of one is seen and meant. {@code -Dgoldens=rewrite} writes the files anew.
 */
class TextsTests extends Walkthrough {

  @Test
  void everyTextIsAsItWasLastSeen() {
    arrive();
    browse();
    ask();
    fillIn();
    decide();
    run();
    fail();
    end();
    undo();
    backUp();
    inChannels();
    refuse();
    look();
    compare();
  }

  private void arrive() {
    log.file("01-arriving");
    log.happens("Holdfast is installed in the approvers' channel", () -> approvers.installs(megan));
    log.happens("Megan installs Holdfast", () -> meganChat.installs(megan));
    log.happens("Alex installs Holdfast", () -> alexChat.installs(alex));
    for (String text : List.of("hello", "help", "restroe Contoso UAT", "what can you do for me")) {
      log.says(alexChat, alex, text);
    }
  }

  private void browse() {
    log.file("02-environments");
    for (String text :
        List.of(
            "environments",
            "environments dev",
            "environments nowhere",
            "environment Contoso UAT",
            "environment Contoso Production",
            "environment Contoso L",
            "environment nowhere",
            "environment",
            "backups Contoso UAT",
            "backups Contoso Dev",
            "backups",
            "why",
            "why Contoso Production from Contoso UAT",
            "why Contoso Dev from Contoso UAT",
            "why Contoso Trial",
            "why Contoso LCS Sandbox from Contoso UAT")) {
      log.says(alexChat, alex, text);
    }
  }

  private void ask() {
    log.file("03-nothing-there");
    for (String text :
        List.of(
            "status",
            "status R-9999",
            "status of what",
            "approvals",
            "history",
            "history Contoso Dev",
            "history by nobody",
            "history failed since yesterday",
            "cancel",
            "cancel R-9999",
            "undo",
            "undo R-9999",
            "unsubscribe",
            "subscribe Contoso Dev",
            "subscribe Contoso Dev",
            "unsubscribe Contoso Dev",
            "subscribe",
            "unsubscribe",
            "subscribe nowhere")) {
      log.says(alexChat, alex, text);
    }
  }

  private void fillIn() {
    log.file("04-restore-form");
    log.says(alexChat, alex, "restore");
    log.says(alexChat, alex, "restore Contoso UAT to Contoso Production");
    log.says(alexChat, alex, "restore Contoso UAT to Contoso Dev at tomorrow 10:00");
    log.says(alexChat, alex, "restore Contoso UAT to Contoso Dev at 2 months ago");
    log.says(alexChat, alex, "restore nowhere to Contoso Dev");
    log.says(alexChat, alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    log.presses(alexChat, alex, "restore.review", Map.of("target", ""));
    log.presses(alexChat, alex, "restore.review", Map.of("date", "2026-12-24"));
    log.presses(alexChat, alex, "restore.review", Map.of("securityGroup", "admins"));
    log.presses(
        alexChat,
        alex,
        "restore.review",
        Map.of("reason", "fresh data", "securityGroup", "", "targetName", "Contoso Production"));
    log.says(alexChat, alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    log.presses(alexChat, alex, "restore.review", Map.of("reason", "fresh data"));
    log.presses(alexChat, alex, "restore.submit", Map.of());
    log.presses(alexChat, alex, "restore.submit", Map.of("confirm", "Contoso"));
    log.presses(alexChat, alex, "restore.submit", Map.of("confirm", "Contoso Dev"));
  }

  private void decide() {
    log.file("05-approval");
    log.says(meganChat, megan, "approvals");
    log.says(alexChat, alex, "status");
    log.says(alexChat, alex, "status R-1001");
    log.presses(meganChat, megan, "request.reject", Map.of());
    log.presses(meganChat, megan, "request.approve", Map.of("comment", "go *ahead*"));
    log.says(alexChat, alex, "cancel R-1001");
    submit("Contoso Test");
    log.presses(meganChat, megan, "request.approve", Map.of());
    log.presses(alexChat, alex, "request.cancel", Map.of());
    submit("Contoso Test");
    log.presses(meganChat, megan, "request.reject", Map.of("comment", "not this week"));
    log.says(alexChat, alex, "status R-1003");
    submit("Contoso Test");
  }

  private void submit(String target) {
    log.says(alexChat, alex, "restore Contoso UAT to " + target + " at 2 hours ago");
    log.presses(alexChat, alex, "restore.review", Map.of("reason", "data for " + target));
    log.presses(alexChat, alex, "restore.submit", Map.of("confirm", target));
  }

  private void passes(String words, Duration time) {
    log.happens(words + " pass", () -> holdfast.pass(time));
  }

  private void run() {
    log.file("06-progress");
    submit("Contoso Dev");
    log.presses(meganChat, megan, "request.approve", Map.of());
    passes("15 minutes", Duration.ofMinutes(15));
    log.says(alexChat, alex, "status R-1001");
    log.says(alexChat, alex, "restore Contoso UAT to Contoso Flaky at 2026-11-13 12:00");
    log.presses(alexChat, alex, "restore.review", Map.of("reason", "the oldest there is"));
    log.presses(alexChat, alex, "restore.submit", Map.of("confirm", "Contoso Flaky"));
    passes("2 hours", Duration.ofHours(2));
    log.presses(meganChat, megan, "request.approve", Map.of());
    log.says(alexChat, alex, "environment Contoso Dev");
    passes("3 hours", Duration.ofHours(3));
    log.presses(meganChat, megan, "request.leaveAdminMode", Map.of());
    passes("10 minutes", Duration.ofMinutes(10));
    passes("20 minutes", Duration.ofMinutes(20));
    log.says(alexChat, alex, "history Contoso Dev");
  }

  private void fail() {
    log.file("07-failures");
    for (String target : List.of("Contoso Broken", "Contoso Silent", "Contoso Unchanged")) {
      submit(target);
      log.presses(meganChat, megan, "request.approve", Map.of());
    }
    submit("Contoso Cutoff");
    log.presses(meganChat, megan, "request.approve", Map.of());
    passes("1 hour", Duration.ofHours(1));
    passes("3 hours", Duration.ofHours(3));
    log.presses(meganChat, megan, "request.settle", Map.of());
    log.presses(meganChat, megan, "request.settle", Map.of("settlement", "LOOK_AGAIN"));
    passes("1 hour", Duration.ofHours(1));
    log.presses(meganChat, megan, "request.settle", Map.of("settlement", "CONFIRMED"));
    log.presses(
        meganChat, megan, "request.settle", Map.of("settlement", "GIVE_UP", "comment", "seen"));
    log.presses(alexChat, alex, "request.again", Map.of());
  }

  private void end() {
    log.file("08-expiry");
    passes("20 hours", Duration.ofHours(20));
    log.says(alexChat, alex, "status R-1004");
  }

  private void undo() {
    log.file("09-safety-backup");
    submit("Contoso Build");
    log.presses(meganChat, megan, "request.approve", Map.of());
    log.says(alexChat, alex, "cancel R-1012");
    submit("Contoso Build");
    log.presses(meganChat, megan, "request.approve", Map.of());
    passes("20 minutes", Duration.ofMinutes(20));
    passes("3 hours", Duration.ofHours(3));
    log.says(alexChat, alex, "undo R-1013");
    log.presses(alexChat, alex, "restore.review", Map.of());
  }

  private void backUp() {
    log.file("10-backup");
    log.says(alexChat, alex, "backup");
    log.says(alexChat, alex, "backup nowhere");
    log.says(alexChat, alex, "backup Contoso Trial before the change");
    log.says(alexChat, alex, "backup Contoso Training before the change");
    log.presses(alexChat, alex, "backup.submit", Map.of("label", ""));
    log.presses(alexChat, alex, "backup.submit", Map.of("label", "before the change"));
    passes("1 hour", Duration.ofHours(1));
    log.says(alexChat, alex, "backups Contoso Training");
  }

  private void inChannels() {
    log.file("11-channels");
    log.says(releases, adele, "subscribe Contoso Training");
    log.says(releases, adele, "nonsense");
    log.says(releases, adele, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    log.happens("Holdfast is installed in the group chat", () -> group.installs(adele));
    log.says(group, adele, "backup Contoso Training in a group");
    log.presses(group, adele, "backup.submit", Map.of());
    passes("1 hour", Duration.ofHours(1));
  }

  private void refuse() {
    log.file("12-refusals");
    log.presses(group, alex, "request.show", Map.of());
    submit("Contoso Test");
    log.presses(approvers, alex, "request.refresh", Map.of());
    log.happens("Somebody presses a button that was never there", () -> press("request.fly"));
    log.presses(approvers, adele, "request.approve", Map.of());
    log.presses(approvers, adele, "request.refresh", Map.of());
    log.happens("The admin API forgets Holdfast", () -> registered(false));
    log.says(alexChat, alex, "environment Contoso UAT");
    log.says(alexChat, alex, "backups Contoso UAT");
    log.says(alexChat, alex, "restore Contoso UAT to Contoso Flaky at 2 hours ago");
    log.presses(alexChat, alex, "restore.review", Map.of());
    log.says(alexChat, alex, "backup Contoso Training");
    log.presses(alexChat, alex, "backup.submit", Map.of());
    log.happens("The admin API knows Holdfast again", () -> registered(true));
    log.says(alexChat, alex, "x".repeat(5_000));
    log.says(alexChat, alex, "cancel R-1001");
    log.says(adeleChat, adele, "status R-1001");
  }

  private void look() {
    log.file("13-doctor-and-history");
    log.says(alexChat, alex, "doctor");
    log.says(meganChat, megan, "doctor");
    log.says(alexChat, alex, "status");
    log.says(alexChat, alex, "history");
    log.says(alexChat, alex, "history failed by me since 2026-11-20");
    log.says(meganChat, megan, "approvals");
  }

  private void compare() {
    SoftAssertions all = new SoftAssertions();
    log.files()
        .forEach(
            (name, lines) -> all.check(() -> Goldens.assertLines("texts/" + name + ".txt", lines)));
    all.assertAll();
    assertThat(log.files()).isNotEmpty();
  }
}
