package dev.holdfast.bot.command;

/** For a command that takes nothing; whatever follows it is passed over. */
public record NoArguments() {}
