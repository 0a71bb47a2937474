// Giving feedback on a request: one that came as a file, or one of this workspace. Without an id, the list of those that came as files.
#pragma once

#include "app/memo.h"
#include "ui/screens/form_answering.h"
#include "ui/screens/received_list.h"

namespace fullcircle {

struct AnswerState {
  Memo<Result<ReceivedRequest>, RecordId> request;
  Memo<FileContents, RecordId> contents;  ///< of the file the answer would be now
  FormAnsweringState form;
  ReceivedListState list;
};

/// In: `area` is the whole window.
Intents draw_answer(ScreenContext& screen, Rect area, AnswerState& state);

}  // namespace fullcircle
