package dev.holdfast.execution.guard;

import dev.holdfast.ticket.ChangeTickets;
import org.springframework.stereotype.Component;

/** What may keep a request from its start beside the policy and the rules of its type. */
@Component
public record StartGuards(ForgottenOperations forgotten, ChangeTickets tickets) {}
