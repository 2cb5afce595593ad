package dev.holdfast.chat;

import dev.holdfast.card.Cards;
import dev.holdfast.environment.KnownBackups;
import dev.holdfast.environment.Rules;
import dev.holdfast.platform.AdminApi;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * What every form needs: how cards are drawn, which choices the rules leave, what the service has
 * and can do, and what time it is.
 */
@Component
record FormLook(
    EnvironmentLabels labels,
    Cards cards,
    Rules rules,
    AdminApi api,
    KnownBackups backups,
    Clock clock) {}
