#include "app/files/actor_aliases.h"

#include <charconv>

namespace fullcircle {

std::string actor_to_text(Actor actor) {
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, actor, 16).ptr;
  std::string text(static_cast<std::size_t>(digits + sizeof digits - end), '0');
  return text.append(digits, end);
}

std::optional<Actor> parse_actor(std::string_view text) {
  Actor actor = 0;
  if (text.size() != 16) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), actor, 16);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return actor;
}

std::size_t ActorAliases::alias_of(Actor actor) {
  if (!actors_.empty() && actors_[0] == actor) return 0;  // most stamps of most files
  const auto [at, is_new] = positions_.try_emplace(actor, actors_.size());
  if (is_new) actors_.push_back(actor);
  return at->second;
}

void ActorAliases::append_stamp(std::string& out, Stamp stamp) {
  char text[24];
  out.append(text, std::to_chars(text, text + sizeof text, alias_of(stamp.actor)).ptr);
  out += ' ';
  out.append(text, std::to_chars(text, text + sizeof text, stamp.time >> 16).ptr);
  if (const auto counter = stamp.time & 0xFFFF) {
    out += '+';
    out.append(text, std::to_chars(text, text + sizeof text, counter).ptr);
  }
}

std::optional<Stamp> ActorAliases::parse_stamp(std::string_view text) const {
  std::size_t alias = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), alias);
  const auto used = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || alias >= actors_.size() || used == text.size() || text[used] != ' ' || (used > 1 && text[0] == '0')) return std::nullopt;
  const auto time = parse_stamp_time(text.substr(used + 1));
  if (!time || *time == 0) return std::nullopt;
  return Stamp{*time, actors_[alias]};
}

}  // namespace fullcircle
