// A number that may be undefined, and then says why. Every figure of this level is one: never NaN, never a made-up 0.
#pragma once

#include <expected>
#include <string_view>

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

template <class T>
using Maybe = std::expected<T, Undefined>;
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
