// A query's answer kept until the document, the day or the question changes, so that drawing a frame computes nothing twice.
#pragma once

#include <optional>
#include <utility>

#include "app/model_view.h"

namespace fullcircle {

/// `Key` is what else the answer depends on (a filter, a sort column); it must compare.
template <class Answer, class Key = int>
class Memo {
 public:
  template <class Compute>
  const Answer& get(const ModelView& view, const Key& key, Compute&& compute) {
    const State now{&view.document(), view.document().revision(), view.today, view.me, key};
    if (!answer_ || !(state_ == now)) {
      answer_ = compute();
      state_ = now;
    }
    return *answer_;
  }
  template <class Compute>
  const Answer& get(const ModelView& view, Compute&& compute) {
    return get(view, Key{}, std::forward<Compute>(compute));
  }

 private:
  struct State {
    const Document* document = nullptr;
    std::uint64_t revision = 0;
    Day today;
    Id<Person> me;
    Key key{};
    bool operator==(const State&) const = default;
  };
  State state_;
  std::optional<Answer> answer_;
};

}  // namespace fullcircle
