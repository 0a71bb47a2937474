// A number that may be undefined, and then says why. Every figure of this level is one: never NaN, never a made-up 0.
#pragma once

#include <concepts>
#include <expected>
#include <string_view>
#include <utility>

namespace fullcircle::rating {

/// Why a figure has no value. The codes are also the words of `fullcircle analyse` and keys of the language files.
enum class Undefined {
  NoData,         ///< nothing was rated, measured or answered
  NoVariation,    ///< 0/0 or a division by a variance of 0
  OneRater,       ///< needs two raters
  OneRatee,       ///< needs two ratees (or units)
  TooFewPoints,   ///< the formula has no degrees of freedom left
  NotConnected,   ///< ratees without any chain of common raters
  BelowMinimum,   ///< fewer answers than the anonymity minimum
  BelowScale,     ///< below the first band
  AboveScale,     ///< above the last band
  Cycle,          ///< a goal that is, in the end, its own child
};

/// "no_data", "no_variation", …
std::string_view code_of(Undefined reason);

/// A std::expected that begins without a value: a figure nobody sets has no data, and is not 0.
template <class T>
class Maybe : public std::expected<T, Undefined> {
 public:
  constexpr Maybe() : Maybe(std::unexpected(Undefined::NoData)) {}
  constexpr Maybe(T value) : std::expected<T, Undefined>(std::move(value)) {}
  constexpr Maybe(std::unexpected<Undefined> reason) : std::expected<T, Undefined>(reason) {}
  constexpr Maybe(std::expected<T, Undefined> other) : std::expected<T, Undefined>(std::move(other)) {}

  /// As std::expected's, which takes no function that returns a figure.
  template <class Next>
  constexpr auto and_then(Next&& next) const -> decltype(next(**this)) {
    if (!this->has_value()) return std::unexpected(this->error());
    return next(**this);
  }

  // Its own, for those of std::expected are each a conversion away, and not every library can choose among them.
  friend constexpr bool operator==(const Maybe& left, const Maybe& right) { return left.has_value() == right.has_value() && (left ? *left == *right : left.error() == right.error()); }
  friend constexpr bool operator==(const Maybe& left, const std::unexpected<Undefined>& right) { return !left.has_value() && left.error() == right.error(); }
  template <class Value>
    requires std::convertible_to<const Value&, T>
  friend constexpr bool operator==(const Maybe& left, const Value& right) { return left.has_value() && *left == static_cast<T>(right); }
};
using Figure = Maybe<double>;

inline std::unexpected<Undefined> undefined(Undefined reason) { return std::unexpected(reason); }

/// 95 %, two-sided, unless a function says otherwise.
struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};
using FigureInterval = Maybe<Interval>;

}  // namespace fullcircle::rating
