// The same form about oneself, or, with the tab "manager", the manager's view of the person.
#pragma once

#include "app/memo.h"
#include "ui/screens/form_answering.h"

namespace fullcircle {

struct SelfReviewState {
  Memo<std::vector<FormSection>, std::pair<RecordId, RaterGroup>> sections;
  FormAnsweringState form;
};

/// In: `area` is the whole window.
Intents draw_self_review(ScreenContext& screen, Rect area, SelfReviewState& state);

}  // namespace fullcircle
