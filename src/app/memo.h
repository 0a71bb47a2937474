// A query's answer kept until the document, the day or the question changes, so that drawing a frame computes nothing twice.
#pragma once

#include <optional>
#include <utility>

#include "app/model_view.h"

namespace fullcircle {

/// Which state of which team a view shows, on which day and to whom: what was computed from it holds while this stays the same.
struct SeenState {
  RecordId workspace;  ///< another team's document may lie where the one before lay, and have come as far
  const Document* document = nullptr;
  std::uint64_t revision = 0;
  Day today;
  Id<Person> me;

  static SeenState of(const ModelView& view) { return {view.document().workspace(), &view.document(), view.document().revision(), view.today, view.me}; }
  bool operator==(const SeenState&) const = default;
};

/// `Key` is what else the answer depends on (a filter, a sort column); it must compare.
template <class Answer, class Key = int>
class Memo {
 public:
  template <class Compute>
  const Answer& get(const ModelView& view, const Key& key, Compute&& compute) {
    const SeenState now = SeenState::of(view);
    if (!answer_ || !(state_ == now) || !(key_ == key)) {
      answer_ = compute();
      state_ = now;
      key_ = key;
    }
    return *answer_;
  }
  template <class Compute>
  const Answer& get(const ModelView& view, Compute&& compute) {
    return get(view, Key{}, std::forward<Compute>(compute));
  }

 private:
  SeenState state_;
  Key key_{};
  std::optional<Answer> answer_;
};

}  // namespace fullcircle
