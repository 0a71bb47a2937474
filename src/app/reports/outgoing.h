// What a lead prints or saves of results: each page and table is made here of what may leave the device, with what is noted once it did.
#pragma once

#include <optional>
#include <string>

#include "app/formats.h"
#include "app/language.h"
#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

struct Outgoing {
  std::string bytes;  ///< a whole HTML document, or CSV
  Edit edit;          ///< to be applied once it was printed or saved
};

enum class ResultFormat : std::uint8_t { page, table };

/// One person's result. Who only has a copy of it gets that.
/// Out: nothing while anonymous answers are in it and it was not released yet.
std::optional<Outgoing> write_result(const ModelView& view, const Review& review, ResultFormat format, const Language& language, const Formats& formats);

/// For whoever calibrates: of results that are released the figures of the release, of all others label and box alone.
Outgoing write_calibration(const ModelView& view, const ReviewCycle& cycle, bool hides_names, const Language& language, const Formats& formats);

/// A person's released results over the cycles. In: two of them or more. `criterion`: key of the one that is followed; empty: none.
Outgoing write_trend(const ModelView& view, Id<Person> person, const std::string& criterion, const Language& language, const Formats& formats);

/// A plan with what the person's released results tell of it.
Outgoing write_plan(const ModelView& view, const DevelopmentPlan& plan, const Language& language, const Formats& formats);

}  // namespace fullcircle
