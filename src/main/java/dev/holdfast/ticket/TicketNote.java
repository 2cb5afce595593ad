package dev.holdfast.ticket;

/**
 * What is written to a ticket, as it waits to be.
 *
 * @param mark in the text, and in no other note
 */
public record TicketNote(String ticket, String request, String event, String mark, String text) {}
