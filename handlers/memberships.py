"""The bot's own comings and goings: a hello where it's added to a group, and quiet otherwise."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberRestricted, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import ContextTypes

from handlers.desk import HELLO, Desk
from handlers.outcome import Ended, declined
from handlers.request import Request
from handlers.said import Audience
from handlers.sending import Sender

_PRESENT = frozenset(
    {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER}
)


class Memberships:
    """Greets a group once."""

    def __init__(self, desk: Desk, sender: Sender) -> None:
        """Takes the words of the hello from `desk`, and has `sender` send them."""
        self._desk = desk
        self._sender = sender

    async def changed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> Ended:
        """Two lines to a group just joined; silence on being removed, blocked or promoted."""
        change = update.my_chat_member
        if change is None:
            return declined("no change of membership")
        if change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
            return declined("not a group's membership")
        if _present(change.old_chat_member) or not _present(change.new_chat_member):
            return declined("not newly in the group")
        bot = context.bot
        request = Request("", change.from_user.language_code, Audience.GROUP, bot=bot.username)
        hello = self._desk.page(HELLO, request)
        return await self._sender.to_chat(bot, change.chat.id, hello)


def _present(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in _PRESENT
