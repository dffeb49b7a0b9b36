"""Decides what is for the bot, words the knowledge's answers, and sends them."""
