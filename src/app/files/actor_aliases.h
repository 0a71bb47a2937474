// Actors in a file: each is listed once at the top, and stamps name it by its position there: "0 1763563923123+2".
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/stamp.h"

namespace fullcircle {

/// 16 hex digits.
std::string actor_to_text(Actor actor);
std::optional<Actor> parse_actor(std::string_view text);

class ActorAliases {
 public:
  /// The position of the actor; a new one at the end when it is not there.
  std::size_t alias_of(Actor actor);
  void append_stamp(std::string& out, Stamp stamp);
  /// Errors (as nullopt): another form, a position that is not listed.
  std::optional<Stamp> parse_stamp(std::string_view text) const;

  const std::vector<Actor>& actors() const { return actors_; }

 private:
  std::vector<Actor> actors_;
  std::unordered_map<Actor, std::size_t> positions_;
};

}  // namespace fullcircle
